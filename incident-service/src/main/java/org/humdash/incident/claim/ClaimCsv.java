package org.humdash.incident.claim;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.hxl.Columns;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.time.DayCount;

/** The columns of a claims table, and how a row becomes a draft. */
final class ClaimCsv {

    static final Columns COLUMNS = columns();

    private ClaimCsv() {}

    /** The draft of a row; empty when a cell cannot be read, and then the row holds the problems. */
    static Optional<ClaimDraft> draft(Row row) {
        ClaimDraft draft = new ClaimDraft(
                row.number(),
                row.required("ceasefire"),
                row.text("area"),
                row.required("originator"),
                row.text("publisher"),
                row.required("reference"),
                row.text("relay_of"),
                row.requiredCode("measure", Measure.class),
                row.estimate(),
                parts(row),
                row.requiredDate("valid_from"),
                row.requiredDate("valid_to"),
                row.wholeNumber("stated_days"),
                row.code("day_count", DayCount.class),
                row.date("published_on"),
                text(row.url("url")),
                text(row.url("archive_url")),
                row.text("text"),
                row.text("language"),
                row.text("note"),
                row.code("sensitivity", Sensitivity.class),
                row.code("revision_reason", RevisionReason.class));
        return row.refused() ? Optional.empty() : Optional.of(draft);
    }

    private static Map<ViolationType, Estimate> parts(Row row) {
        Map<ViolationType, Estimate> parts = new EnumMap<>(ViolationType.class);
        for (ViolationType type : ViolationType.values()) {
            Estimate part = row.estimate(column(type));
            if (part != null) {
                parts.put(type, part);
            }
        }
        return parts;
    }

    static String column(ViolationType type) {
        return "type_" + type.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static Columns columns() {
        Set<String> optional = new HashSet<>(Set.of(
                "area",
                "publisher",
                "relay_of",
                "value",
                "qualifier",
                "lower",
                "best",
                "upper",
                "stated_days",
                "day_count",
                "published_on",
                "url",
                "archive_url",
                "text",
                "language",
                "note",
                "sensitivity",
                "revision_reason"));
        Arrays.stream(ViolationType.values()).map(ClaimCsv::column).forEach(optional::add);
        return new Columns(
                Set.of("ceasefire", "originator", "reference", "measure", "valid_from", "valid_to"), optional);
    }
}
