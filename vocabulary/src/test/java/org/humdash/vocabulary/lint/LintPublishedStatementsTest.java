package org.humdash.vocabulary.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateText;
import org.junit.jupiter.api.Test;

/**
 * The rules on the statements collected beside the project, where they are. What they yield was worked out by hand from
 * the files, with a calendar and a pocket calculator.
 */
class LintPublishedStatementsTest {

    private static final LocalDate EFFECTIVE = LocalDate.of(2025, 10, 10);
    private static final Pattern AVERAGE = Pattern.compile("avg (\\d+)/day");

    @Test
    void theMediaOfficesViolationsYieldTheseFindings() throws IOException {
        List<String> yield = new ArrayList<>();
        Map<String, Statement> latest = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows("gmo_ceasefire_violations.csv")) {
            if (!row.getField("attributed_to").startsWith("Gaza Government Media Office")) {
                continue;
            }
            LocalDate asOf = LocalDate.parse(row.getField("as_of"));
            figure(row, "days_since_ceasefire")
                    .ifPresent(days ->
                            add(yield, row, DayNumberRule.check(days.best().intValueExact(), null, EFFECTIVE, asOf)));
            figure(row, "violations_cum")
                    .ifPresent(total -> add(
                            yield,
                            row,
                            BreakdownRule.check(
                                    total,
                                    figures(
                                            row,
                                            "shooting_cum",
                                            "incursion_cum",
                                            "bombardment_cum",
                                            "demolition_cum"))));
            for (String measure : List.of("violations_cum", "killed_cum", "injured_cum", "detained_cum")) {
                figure(row, measure).ifPresent(now -> {
                    Statement current = new Statement(new UUID(0, 0), now, EFFECTIVE, asOf);
                    Statement previous = latest.get(measure);
                    if (previous != null && previous.validTo().isBefore(asOf)) {
                        add(yield, row, RevisedDownRule.check(previous, current));
                        add(yield, row, JumpRule.check(previous, current, false));
                    }
                    if (previous == null || previous.validTo().isBefore(asOf)) {
                        latest.put(measure, current);
                    }
                });
            }
        }
        assertEquals(
                List.of(
                        "2025-10-28 RESIDUAL WARNING 125 − (52 + 9 + 55 + 11) = −2",
                        "2025-10-28 REVISED_DOWN WARNING (94) − (97) = −3",
                        "2025-11-10 RESIDUAL NOTICE 282 − (88 + 12 + 124 + 52) = 6",
                        "2025-11-10 RESIDUAL NOTICE 282 − (88 + 12 + 124 + 52) = 6",
                        "2025-11-18 RESIDUAL NOTICE 393 − (113 + 17 + 174 + 85) = 4",
                        "2025-11-22 RESIDUAL NOTICE 497 − (142 + 21 + 228 + 100) = 6",
                        "2025-11-29 RESIDUAL NOTICE 591 − (164 + 25 + 280 + 118) = 4",
                        "2025-12-02 RESIDUAL NOTICE 591 − (164 + 25 + 280 + 118) = 4",
                        "2025-12-02 REVISED_DOWN WARNING (356) − (357) = −1",
                        "2025-12-02 REVISED_DOWN WARNING (35) − (38) = −3",
                        "2025-12-22 RESIDUAL WARNING 875 − (265 + 49 + 421 + 150) = −10"),
                yield);
    }

    @Test
    void aidTrucksYieldTheseFindings() throws IOException {
        List<String> yield = new ArrayList<>();
        for (NamedCsvRecord row : rows("aid_trucks.csv")) {
            LocalDate asOf = LocalDate.parse(row.getField("as_of"));
            Estimate value = figure(row, "value").orElseThrow();
            Estimate expected = figure(row, "expected").orElseThrow();
            figure(row, "compliance_pct_stated")
                    .ifPresent(stated -> add(yield, row, PercentageRule.check(stated, value, expected)));
            if (row.getField("indicator").equals("trucks cumulative")) {
                add(yield, row, RateRule.check(Estimate.exact(600), expected, EFFECTIVE, asOf, null));
            }
            Matcher average = AVERAGE.matcher(row.getField("note"));
            if (average.find()) {
                Estimate rate = EstimateText.parse(average.group(1));
                add(yield, row, RateRule.check(rate, value, EFFECTIVE, asOf, null));
            }
        }
        assertEquals(
                List.of(
                        "2025-12-09 RATE_DIFFERS NOTICE 226 × 60 − 13,511 = 49",
                        "2025-12-22 PERCENTAGE_DIFFERS NOTICE 41 − 41.63 = −0.63",
                        "2025-12-22 RATE_DIFFERS WARNING 600 × 72 − 42,800 = 400",
                        "2025-12-22 PERCENTAGE_DIFFERS NOTICE 10 − 10.79 = −0.79",
                        "2025-12-28 PERCENTAGE_DIFFERS NOTICE 42 − 41.18 = 0.83"),
                yield);
    }

    @Test
    void classesOfDamagedStructuresLeaveNothingButWhereOnlySharesWereGiven() throws IOException {
        List<String> yield = new ArrayList<>();
        Statement[] previous = new Statement[1];
        for (NamedCsvRecord row : rows("unosat_gaza_structures.csv")) {
            LocalDate asOf = LocalDate.parse(row.getField("as_of"));
            Map<String, Estimate> classes =
                    figures(row, "destroyed", "severely_damaged", "moderately_damaged", "possibly_damaged");
            Estimate total = figure(row, "total").orElseThrow();
            boolean isShares = row.getField("destroyed").endsWith("%");
            add(yield, row, BreakdownRule.check(isShares ? Estimate.exact(100) : total, classes));
            Statement current = new Statement(new UUID(0, 0), total, asOf, asOf);
            if (previous[0] != null) {
                add(yield, row, JumpRule.check(previous[0], current, false));
                add(yield, row, RevisedDownRule.check(previous[0], current));
            }
            previous[0] = current;
        }
        assertEquals(List.of("2024-07-06 RESIDUAL NOTICE 100 − (30 + 12 + 36 + 20) = 2"), yield);
    }

    private static void add(List<String> yield, NamedCsvRecord row, Optional<Finding> finding) {
        finding.ifPresent(found -> yield.add(row.getField("as_of") + " " + found.code() + " " + found.severity() + " "
                + found.arithmetic().calculation()));
    }

    private static Map<String, Estimate> figures(NamedCsvRecord row, String... columns) {
        Map<String, Estimate> figures = new LinkedHashMap<>();
        for (String column : columns) {
            figure(row, column).ifPresent(figure -> figures.put(column, figure));
        }
        return figures;
    }

    private static Optional<Estimate> figure(NamedCsvRecord row, String column) {
        return Optional.of(row.getField(column)).filter(cell -> !cell.isEmpty()).map(EstimateText::parse);
    }

    private static List<NamedCsvRecord> rows(String name) throws IOException {
        Path file = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data/statements").resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> {
                    String message = "SKIPPED: there is no shared/data/statements/" + name + " in any folder above";
                    System.err.println(message);
                    return abort(message);
                });
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }
}
