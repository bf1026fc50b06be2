package org.humdash.vocabulary.hxl;

import java.util.List;

/**
 * What came of sending a table.
 *
 * @param dryRun whether it was only asked what would come of it
 * @param applied whether anything was written
 * @param rowsRead rows that hold something, the header not counted
 * @param created rows that became new records
 * @param revised rows that changed a record
 * @param unchanged rows that said what was recorded already
 * @param refused rows with at least one problem
 * @param problems the first {@value #MOST_PROBLEMS}
 * @param problemsOmitted how many more there were
 * @param warnings what is odd about rows that were taken in, the first {@value #MOST_PROBLEMS}; null where nobody looked, as
 *     when more than {@value #MOST_ROWS_LOOKED_AT} rows were taken in
 * @param warningsOmitted how many more there were
 */
public record ImportReport(
        boolean dryRun,
        boolean applied,
        long rowsRead,
        long created,
        long revised,
        long unchanged,
        long refused,
        List<RowProblem> problems,
        long problemsOmitted,
        List<RowWarning> warnings,
        long warningsOmitted) {

    /** How many problems a report lists. */
    public static final int MOST_PROBLEMS = 1000;

    /** Of how many rows a report says what is odd about them: of more the findings are asked for later. */
    public static final int MOST_ROWS_LOOKED_AT = 10_000;

    public ImportReport {
        problems = List.copyOf(problems);
        warnings = warnings == null ? null : List.copyOf(warnings);
    }

    /** A report of an import that looks for problems only. */
    public ImportReport(
            boolean dryRun,
            boolean applied,
            long rowsRead,
            long created,
            long revised,
            long unchanged,
            long refused,
            List<RowProblem> problems,
            long problemsOmitted) {
        this(dryRun, applied, rowsRead, created, revised, unchanged, refused, problems, problemsOmitted, List.of(), 0);
    }
}
