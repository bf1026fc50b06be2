package org.humdash.kit.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.humdash.vocabulary.hxl.ImportReport;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.lint.Finding;

/** Counts an import as it goes. It keeps the first problems only, so that a hopeless file costs no memory. */
public final class ImportTally implements RowWatch {

    /** How many problems a report lists; the rest is counted. */
    public static final int LISTED = 1_000;

    private final List<RowProblem> problems = new ArrayList<>();
    private final ImportWarnings warnings = new ImportWarnings();
    private long rowsRead;
    private long refused;
    private long omitted;

    @Override
    public void read() {
        rowsRead++;
    }

    /** Counts one refused row and lists what is wrong with it. */
    @Override
    public void refused(List<RowProblem> ofOneRow) {
        refused++;
        int room = Math.min(ofOneRow.size(), LISTED - problems.size());
        problems.addAll(ofOneRow.subList(0, room));
        omitted += ofOneRow.size() - room;
    }

    /** Whether so few rows were taken in that a report is to say what is odd about them. */
    public boolean isToWarn() {
        return rowsRead - refused <= ImportReport.MOST_ROWS_LOOKED_AT;
    }

    /** From here on it is known that somebody looked, even if nothing is noticed. */
    public void beginWarnings() {
        warnings.begin();
    }

    /** Lists what was noticed about a row that was taken in. */
    public void warn(long row, List<Finding> findings) {
        warnings.add(row, findings);
    }

    public ImportReport report(boolean dryRun, ImportCounts counts) {
        problems.sort(Comparator.comparingLong(RowProblem::row));
        return new ImportReport(
                dryRun,
                !dryRun,
                rowsRead,
                counts.created(),
                counts.revised(),
                counts.unchanged(),
                refused,
                problems,
                omitted,
                warnings.hasLooked() ? warnings.listed() : null,
                warnings.count() - warnings.listed().size());
    }
}
