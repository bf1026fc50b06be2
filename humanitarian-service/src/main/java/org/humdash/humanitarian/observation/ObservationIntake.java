package org.humdash.humanitarian.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.humdash.humanitarian.lint.ObservationFindings;
import org.humdash.kit.ingest.ImportMeters;
import org.humdash.kit.ingest.ImportTally;
import org.humdash.kit.ingest.ImportWatch;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.hxl.CsvTable;
import org.humdash.vocabulary.hxl.ImportReport;
import org.humdash.vocabulary.hxl.RowProblem;

/** Takes observations in, one or a file full, through the same staging: all good rows in one transaction or none. */
@ApplicationScoped
class ObservationIntake {

    private final ObservationImporter importer;
    private final ImportMeters meters;
    private final ObservationFindings findings;

    ObservationIntake(ObservationImporter importer, ImportMeters meters, ObservationFindings findings) {
        this.importer = importer;
        this.meters = meters;
        this.findings = findings;
    }

    /**
     * Imports a table. Refused rows are reported and left out, the others are applied together.
     *
     * @param dryRun report what would happen and write nothing
     * @param clearance of whoever reads the report: warnings are held against nothing beyond it
     * @throws org.humdash.vocabulary.hxl.TableException when the file as a whole cannot be read; nothing is written
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when a source has to be asked of the source register and it
     *     does not answer; nothing is written
     */
    public ImportReport importCsv(InputStream file, boolean dryRun, Clearance clearance) throws SQLException {
        ImportTally tally = new ImportTally();
        try (CsvTable table = CsvTable.open(file, ObservationTable.COLUMNS)) {
            ImportWarnings warnings = new ImportWarnings(findings, tally, clearance);
            ImportReport report =
                    tally.report(dryRun, importer.run(table.iterator(), dryRun, new Unwatched(tally), warnings));
            meters.count("observations", report);
            return report;
        }
    }

    /** Records one observation. Returns whether it is new; the very same observation again changes nothing. */
    public boolean create(ObservationDraft draft) throws SQLException {
        return importer.record(draft);
    }

    /** Nobody looks on while a table is read that is answered at once. */
    private record Unwatched(ImportTally tally) implements ImportWatch {

        @Override
        public void read() {
            tally.read();
        }

        @Override
        public void refused(List<RowProblem> problems) {
            tally.refused(problems);
        }

        @Override
        public void missing(UUID record, String reference) {
            throw new IllegalStateException("Nobody asked for it");
        }

        @Override
        public void applying() {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
