package org.humdash.humanitarian.observation;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.hxl.Columns;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.place.Gazetteer;

/**
 * The columns of a table of observations, and how a row becomes a draft. {@code report} is left out for a figure; NIL says
 * that the source reported that there was nothing, NO_REPORT that it did not report, and then there is no figure.
 */
public final class ObservationTable {

    /** Every column there is. */
    public static final Columns COLUMNS = new Columns(
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
                    "revision_reason",
                    "report"));

    private ObservationTable() {}

    /** The draft of a row; empty when a cell cannot be read, and then the row holds the problems. */
    static Optional<Statement> draft(Row row) {
        ReportKind report =
                Optional.ofNullable(row.code("report", ReportKind.class)).orElse(ReportKind.FIGURE);
        return report == ReportKind.NO_REPORT ? unreported(row) : observation(row, report);
    }

    private static Optional<Statement> observation(Row row, ReportKind report) {
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
                report == ReportKind.NIL ? nil(row) : row.estimate(),
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
                row.code("revision_reason", RevisionReason.class),
                report);
        return row.refused() ? Optional.empty() : Optional.of(draft);
    }

    /** A report of nothing is a stated zero, and may leave the number out. */
    private static Estimate nil(Row row) {
        boolean isSilent =
                Stream.of("value", "qualifier", "lower", "best", "upper").allMatch(column -> row.text(column) == null);
        Estimate stated = isSilent ? Estimate.exact(0) : row.estimate();
        if (stated != null && !stated.equals(Estimate.exact(0))) {
            row.refuse("report", "NIL_WITH_A_FIGURE", "a nil report has no other figure than 0");
        }
        return stated;
    }

    private static Optional<Statement> unreported(Row row) {
        row.required("area");
        UnreportedDays days = new UnreportedDays(
                row.number(),
                row.required("indicator"),
                text(row.area("area", Gazetteer.palestine())),
                row.required("originator"),
                row.text("publisher"),
                row.requiredDate("valid_from"),
                row.requiredDate("valid_to"),
                row.text("note"),
                row.code("sensitivity", Sensitivity.class));
        return row.refused() ? Optional.empty() : Optional.of(days);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
