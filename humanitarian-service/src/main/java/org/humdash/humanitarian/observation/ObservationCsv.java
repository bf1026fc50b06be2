package org.humdash.humanitarian.observation;

import java.util.Optional;
import java.util.Set;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.hxl.Columns;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.place.Gazetteer;

/** The columns of an observations table, and how a row becomes a draft. */
final class ObservationCsv {

    static final Columns COLUMNS = new Columns(
            Set.of("indicator", "area", "originator", "reference", "valid_from", "valid_to"),
            Set.of(
                    "publisher",
                    "relay_of",
                    "definition",
                    "value",
                    "qualifier",
                    "lower",
                    "best",
                    "upper",
                    "published_on",
                    "url",
                    "archive_url",
                    "text",
                    "language",
                    "note",
                    "hazard",
                    "sex",
                    "age",
                    "cause",
                    "shelter_type",
                    "sensitivity",
                    "revision_reason"));

    private ObservationCsv() {}

    /** The draft of a row; empty when a cell cannot be read, and then the row holds the problems. */
    static Optional<ObservationDraft> draft(Row row) {
        String indicator = row.required("indicator");
        row.required("area");
        ObservationDraft draft = new ObservationDraft(
                row.number(),
                indicator,
                text(row.area("area", Gazetteer.palestine())),
                row.required("originator"),
                row.text("publisher"),
                row.required("reference"),
                row.text("relay_of"),
                Optional.ofNullable(row.text("definition")).orElse(indicator),
                row.estimate(),
                row.requiredDate("valid_from"),
                row.requiredDate("valid_to"),
                row.date("published_on"),
                text(row.url("url")),
                text(row.url("archive_url")),
                row.text("text"),
                row.text("language"),
                row.text("note"),
                row.text("hazard"),
                new Disaggregation(
                        row.code("sex", Sex.class),
                        row.code("age", Age.class),
                        row.code("cause", Cause.class),
                        row.code("shelter_type", ShelterType.class)),
                row.code("sensitivity", Sensitivity.class),
                row.code("revision_reason", RevisionReason.class));
        return row.refused() ? Optional.empty() : Optional.of(draft);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
