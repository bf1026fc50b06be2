package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No published number is lost: each of the statements collected beside the project is in the starting data. */
class PublishedStatementsTest {

    private static final Path STARTING_DATA = Path.of("..", "starting-data");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

    @Test
    void everyNumberOfTheViolationStatementsIsAClaim() throws IOException {
        Set<BigDecimal> recorded = numbers("claims.csv");
        check(
                "gmo_ceasefire_violations.csv",
                recorded,
                "violations_cum",
                "shooting_cum",
                "incursion_cum",
                "bombardment_cum",
                "demolition_cum",
                "killed_cum",
                "injured_cum",
                "detained_cum");
    }

    @Test
    void everyNumberOfTheOtherStatementsIsAnObservation() throws IOException {
        Set<BigDecimal> recorded = numbers("observations.csv");
        check("storm_byron.csv", recorded, "value");
        check("shelters.csv", recorded, "value", "people");
        check(
                "unosat_gaza_structures.csv",
                recorded,
                "destroyed",
                "severely_damaged",
                "moderately_damaged",
                "possibly_damaged",
                "total",
                "pct_of_structures",
                "housing_units");
        check("aid_trucks.csv", recorded, "value", "compliance_pct_stated");
    }

    private static void check(String file, Set<BigDecimal> recorded, String... columns) throws IOException {
        List<String> missing = new ArrayList<>();
        for (NamedCsvRecord row : rows(statements().resolve(file))) {
            for (String column : columns) {
                Matcher number = NUMBER.matcher(row.getField(column));
                if (number.find()
                        && !recorded.contains(new BigDecimal(number.group().replace(",", "")))) {
                    missing.add(row.getField("as_of") + " " + column + " " + row.getField(column));
                }
            }
        }
        assertEquals(List.of(), missing, file);
    }

    private static Set<BigDecimal> numbers(String file) throws IOException {
        Set<BigDecimal> numbers = new HashSet<>();
        for (NamedCsvRecord row : rows(STARTING_DATA.resolve(file))) {
            row.getFieldsAsMap().forEach((column, cell) -> {
                Matcher number = NUMBER.matcher(cell);
                if ((column.equals("value") || column.startsWith("type_")) && number.find()) {
                    numbers.add(new BigDecimal(number.group().replace(",", "")));
                }
            });
        }
        return numbers;
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }

    private static Path statements() {
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
