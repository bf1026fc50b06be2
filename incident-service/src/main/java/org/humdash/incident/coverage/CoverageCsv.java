package org.humdash.incident.coverage;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.hxl.Columns;
import org.humdash.vocabulary.hxl.Row;

/** The columns of a coverage table, and how a row becomes a draft. */
final class CoverageCsv {

    static final Columns COLUMNS = new Columns(
            Set.of("ceasefire", "source", "status"),
            Set.of("day", "from", "to", "note", "sensitivity", "revision_reason"));

    private CoverageCsv() {}

    /** The draft of a row; empty when a cell cannot be read, and then the row holds the problems. */
    static Optional<CoverageDraft> draft(Row row) {
        LocalDate day = row.date("day");
        LocalDate from = row.date("from");
        LocalDate to = row.date("to");
        if (!row.refused()) {
            requireOneWay(row, day, from, to);
        }
        CoverageDraft draft = new CoverageDraft(
                row.number(),
                row.required("ceasefire"),
                row.required("source"),
                day == null ? from : day,
                day == null ? to : day,
                row.requiredCode("status", CoverageStatus.class),
                row.text("note"),
                row.code("sensitivity", Sensitivity.class),
                row.code("revision_reason", RevisionReason.class));
        return row.refused() ? Optional.empty() : Optional.of(draft);
    }

    private static void requireOneWay(Row row, LocalDate day, LocalDate from, LocalDate to) {
        if (day != null && (from != null || to != null)) {
            row.refuse("day", "CONFLICTING_PERIOD", "Give either day, or from and to");
        } else if (day == null && from == null && to == null) {
            row.refuse("day", "MISSING", "day is required, or from and to");
        } else if (day == null && (from == null || to == null)) {
            String missing = from == null ? "from" : "to";
            row.refuse(missing, "MISSING", missing + " is required; for a single day there is the column day");
        }
    }
}
