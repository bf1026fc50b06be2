package org.humdash.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.humdash.vocabulary.table.DetectedTable;
import org.humdash.vocabulary.table.RawRow;
import org.humdash.vocabulary.table.TableOptions;

/**
 * Reading a file: its form, encoding, separator and header found out, each row checked, beside the library alone that parses
 * the CSV.
 */
final class FileReading {

    private static final Goal GOAL = Goal.atLeast(0.5);
    private static final int WARM_UPS = 3;
    private static final int TIMES = 5;

    private final Path folder;
    private final ObservationFiles files = new ObservationFiles();

    FileReading(Path folder) {
        this.folder = folder;
    }

    List<Measurement> measure(long rows) throws IOException, SQLException, InterruptedException {
        Path csv = folder.resolve("reading.csv");
        files.writeCsv(csv, rows);
        Measurement ofCsv = measure("reading of CSV", csv, rows, 1);
        files.writeHxl(csv, rows);
        Measurement ofHxl = measure("reading of HXL", csv, rows, 2);
        Files.delete(csv);
        return List.of(ofCsv, ofHxl);
    }

    /** In turns, so that whatever else the machine does meets both. */
    private static Measurement measure(String name, Path file, long rows, int headers)
            throws IOException, SQLException, InterruptedException {
        double[] ours = new double[TIMES];
        double[] limit = new double[TIMES];
        Repeated once = new Repeated(0, 1);
        for (int i = -WARM_UPS; i < TIMES; i++) {
            double bare = rows / once.median(() -> require(rows + headers, parsed(file))) * 1e3;
            double read = rows / once.median(() -> require(rows, read(file))) * 1e3;
            if (i >= 0) {
                limit[i] = bare;
                ours[i] = read;
            }
        }
        return new Measurement(
                name + ", to the parser alone", Repeated.median(ours), Repeated.median(limit), "rows/s", GOAL);
    }

    private static long parsed(Path file) throws IOException {
        long records = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord record : reader) {
                records += record.getFieldCount() > 0 ? 1 : 0;
            }
        }
        return records;
    }

    private static long read(Path file) throws IOException {
        long rows = 0;
        try (DetectedTable table = DetectedTable.open(file, TableOptions.detect())) {
            for (RawRow row : table) {
                rows += row.problems().isEmpty() ? 1 : 0;
            }
        }
        return rows;
    }

    private static void require(long expected, long found) throws IOException {
        if (found != expected) {
            throw new IOException(found + " rows were read instead of " + expected);
        }
    }
}
