package org.humdash.incident.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.humdash.kit.ingest.ImportCounts;
import org.humdash.kit.ingest.ImportWatch;
import org.humdash.vocabulary.hxl.CsvTable;
import org.humdash.vocabulary.hxl.RowProblem;

/** Imports tables, for the tests of other features. */
@ApplicationScoped
public class Tables {

    private final IncidentImporter importer;

    Tables(IncidentImporter importer) {
        this.importer = importer;
    }

    /** Imports a table that is good in every row. */
    public ImportCounts importCsv(String csv) throws SQLException {
        return importer.run(
                CsvTable.open(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), IncidentTable.COLUMNS),
                "tester",
                false,
                false,
                new Unwatched());
    }

    private static final class Unwatched implements ImportWatch {

        @Override
        public void read() {}

        @Override
        public void refused(List<RowProblem> problems) {
            throw new AssertionError(problems);
        }

        @Override
        public void missing(UUID incident, String reference) {}

        @Override
        public void applying() {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
