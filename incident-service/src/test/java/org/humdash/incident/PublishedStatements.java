package org.humdash.incident;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published statements collected beside the project; tests of them are skipped where they are not. */
public final class PublishedStatements {

    private PublishedStatements() {}

    /** What the Gaza Government Media Office stated of the violations, row by row. */
    public static List<NamedCsvRecord> ofTheMediaOffice() throws IOException {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(folder().resolve("gmo_ceasefire_violations.csv"))) {
            return csv.stream()
                    .filter(row -> row.getField("attributed_to").startsWith("Gaza Government Media Office"))
                    .toList();
        }
    }

    private static Path folder() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path statements = folder.resolve("shared/data/statements");
            if (Files.isDirectory(statements)) {
                return statements;
            }
        }
        assumeTrue(false, "NOT TESTED: there is no folder shared/data beside the project");
        return null;
    }
}
