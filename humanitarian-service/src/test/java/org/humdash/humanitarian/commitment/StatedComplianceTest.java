package org.humdash.humanitarian.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.time.DayCount;
import org.junit.jupiter.api.Test;

/** Holds published statements against the promise, where a copy of them lies in shared/data beside the repository. */
class StatedComplianceTest {

    private static final String STATEMENTS = "shared/data/statements/aid_trucks.csv";
    private static final LocalDate EFFECT = LocalDate.of(2025, 10, 10);

    @Test
    void theStatedSharesStandBesideTheOnesThatComeOut() throws IOException {
        Optional<Path> file = Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(folder -> folder.resolve(STATEMENTS))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(
                file.isPresent(), STATEMENTS + " is not beside the repository: statements are not checked against it");
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file.get())) {
            List<String> found = csv.stream()
                    .filter(row -> row.getField("indicator").endsWith("trucks cumulative"))
                    .map(row -> compared(
                            row.getField("indicator").startsWith("fuel") ? 50 : 600,
                            LocalDate.parse(row.getField("as_of")),
                            new BigDecimal(row.getField("value")),
                            new BigDecimal(row.getField("expected")),
                            row.getField("compliance_pct_stated")))
                    .toList();
            // The statement dated 9 December counts the 60 days up to the 8th, so by its own date it is one day short.
            assertEquals(
                    List.of(
                            "2025-10-31 INCLUSIVE 22 days: 13200 of 13200, 24.27 beside 24",
                            "2025-12-09 ELAPSED 60 days: 36000 of 36000, 37.53 beside ",
                            "2025-12-22 INCLUSIVE 74 days: 42800 of 44400, 40.13 beside 41",
                            "2025-12-22 ELAPSED 73 days: 3650 of 3650, 10.79 beside 10",
                            "2025-12-28 INCLUSIVE 80 days: 48000 of 48000, 41.18 beside 42"),
                    found);
        }
    }

    private static String compared(
            int perDay, LocalDate asOf, BigDecimal delivered, BigDecimal expected, String statedPercent) {
        Compliance compliance = Compliance.of(
                new Promise(new BigDecimal(perDay), "trucks", EFFECT, null, DayCount.INCLUSIVE),
                IndicatorKind.CUMULATIVE,
                Estimate.exact(delivered),
                EFFECT,
                asOf,
                Optional.of(Estimate.exact(expected)));
        Compliance.Way used = compliance.used();
        return asOf + " " + used.dayCount() + " " + used.days() + " days: " + expected + " of " + used.expected() + ", "
                + used.percent().best() + " beside " + statedPercent;
    }
}
