package org.humdash.incident.reconciliation;

import static org.humdash.incident.reconciliation.Certainty.CERTAIN;
import static org.humdash.incident.reconciliation.Certainty.POSSIBLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.humdash.incident.PublishedStatements;
import org.humdash.incident.claim.ClaimSeries;
import org.humdash.incident.claim.ClaimStatement;
import org.humdash.incident.claim.Measure;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateText;
import org.humdash.vocabulary.time.DayCount;
import org.junit.jupiter.api.Test;

class TrailTest {

    private static final ClaimSeries SERIES =
            new ClaimSeries("GAZA-2025-10", "PS02", Measure.KILLED, "GAZA_GMO", LocalDate.parse("2025-10-10"));

    private final Trail trail = new Trail();

    @Test
    void theFirstStatementFollowsOnNothing() {
        assertEquals(new Trail.Step(Optional.empty(), Optional.empty()), trail.next(on("2025-10-18", "38")));
    }

    @Test
    void aPlainNumberBelowAnEarlierOneIsCertainlyRevisedDown() {
        trail.next(on("2025-10-18", "38"));
        ClaimStatement highest = on("2025-10-19", "97");
        trail.next(highest);
        Trail.Step step = trail.next(on("2025-10-28", "94"));
        assertEquals(Optional.of(revisedDown(CERTAIN, highest)), step.revisedDown());
        assertEquals(
                new BigDecimal(-3),
                step.sincePrevious().orElseThrow().increase().orElseThrow());
        assertEquals(Optional.empty(), step.sincePrevious().orElseThrow().perDay(), "a correction has no rate");
    }

    @Test
    void aFigureStaysBelowAnEarlierOneUntilItReachesIt() {
        ClaimStatement highest = on("2025-10-19", "97");
        trail.next(highest);
        trail.next(on("2025-10-28", "94"));
        assertEquals(
                Optional.of(revisedDown(CERTAIN, highest)),
                trail.next(on("2025-10-29", "96")).revisedDown());
        assertEquals(Optional.empty(), trail.next(on("2025-10-30", "97")).revisedDown());
    }

    @Test
    void aLowerBoundBelowAnEarlierOneIsPossiblyRevisedDown() {
        ClaimStatement earlier = on("2025-12-08", "at least 738");
        trail.next(earlier);
        assertEquals(
                Optional.of(revisedDown(POSSIBLE, earlier)),
                trail.next(on("2025-12-09", "at least 700")).revisedDown());
        assertEquals(
                Optional.empty(), trail.next(on("2025-12-22", "at least 875")).revisedDown());
    }

    @Test
    void aPlainNumberAtAnExcludedBoundIsCertainlyBelowIt() {
        ClaimStatement earlier = on("2025-11-10", "more than 620");
        trail.next(earlier);
        assertEquals(
                Optional.of(revisedDown(CERTAIN, earlier)),
                trail.next(on("2025-11-11", "620")).revisedDown());
        assertEquals(Optional.empty(), trail.next(on("2025-11-12", "622")).revisedDown());
    }

    @Test
    void anApproximateNumberBelowAnEarlierOneIsPossiblyRevisedDown() {
        ClaimStatement earlier = on("2025-11-10", "620");
        trail.next(earlier);
        assertEquals(
                Optional.of(revisedDown(POSSIBLE, earlier)),
                trail.next(on("2025-11-11", "about 600")).revisedDown());
    }

    @Test
    void twoStatementsOfOneDayDoNotFollowOnEachOther() {
        ClaimStatement before = on("2025-10-28", "344");
        ClaimStatement words = on("2025-11-10", "more than 620");
        ClaimStatement number = on("2025-11-10", "600");
        trail.next(before);
        assertEquals(Optional.of(new Interval(before, words)), trail.next(words).sincePrevious());
        Trail.Step second = trail.next(number);
        assertEquals(Optional.of(new Interval(before, number)), second.sincePrevious());
        assertEquals(Optional.empty(), second.revisedDown());
        ClaimStatement after = on("2025-11-18", "615");
        Trail.Step next = trail.next(after);
        assertEquals(Optional.of(new Interval(words, after)), next.sincePrevious(), "the first of a day leads");
        assertEquals(Optional.of(revisedDown(CERTAIN, words)), next.revisedDown());
    }

    @Test
    void anotherSeriesBeginsAfresh() {
        trail.next(on("2025-10-19", "97"));
        ClaimSeries ministry =
                new ClaimSeries(SERIES.ceasefire(), SERIES.area(), SERIES.measure(), "GAZA_MOH", SERIES.validFrom());
        assertEquals(
                new Trail.Step(Optional.empty(), Optional.empty()),
                trail.next(statement(ministry, "2025-10-25", "93", null, null)));
    }

    @Test
    void theRateBetweenTwoPlainNumbersIsExactAndBetweenLowerBoundsItIsNot() {
        Interval plain = new Interval(on("2025-10-28", "125"), on("2025-11-03", "194"));
        assertEquals(6, plain.days());
        assertEquals(Optional.of(new BigDecimal(69)), plain.increase());
        assertEquals(Optional.of(Estimate.exact(new BigDecimal("11.5"))), plain.perDay());

        Interval bounds = new Interval(on("2025-12-08", "at least 738"), on("2025-12-22", "875"));
        assertEquals(14, bounds.days());
        assertEquals(Optional.of(Estimate.approximately(new BigDecimal("9.79"))), bounds.perDay());
    }

    @Test
    void thereIsNoRateWithoutLowerBounds() {
        Interval interval = new Interval(on("2025-12-08", "about 700"), on("2025-12-22", "875"));
        assertEquals(Optional.empty(), interval.increase());
        assertEquals(Optional.empty(), interval.perDay());
    }

    @Test
    void thePublishedSeriesFallsWhereItFell() {
        assertEquals(
                List.of("2025-10-28 CERTAIN", "2025-12-02 CERTAIN"),
                falls(
                        "2025-10-18 38",
                        "2025-10-19 97",
                        "2025-10-28 94",
                        "2025-11-10 242",
                        "2025-11-18 279",
                        "2025-11-22 342",
                        "2025-11-29 357",
                        "2025-12-02 356",
                        "2025-12-09 386",
                        "2025-12-22 411",
                        "2025-12-28 418"),
                "people killed");
        assertEquals(
                List.of("2025-12-02 CERTAIN"),
                falls(
                        "2025-11-10 23",
                        "2025-11-18 35",
                        "2025-11-22 35",
                        "2025-11-29 38",
                        "2025-12-02 35",
                        "2025-12-09 38",
                        "2025-12-22 45"),
                "people detained");
        assertEquals(
                List.of(),
                falls(
                        "2025-10-18 143",
                        "2025-10-19 230",
                        "2025-10-28 344",
                        "2025-11-10 more than 620",
                        "2025-11-10 622",
                        "2025-11-18 more than 652",
                        "2025-11-22 875",
                        "2025-11-29 903",
                        "2025-12-02 909",
                        "2025-12-09 980",
                        "2025-12-22 1112",
                        "2025-12-28 1141"),
                "people injured");
    }

    @Test
    void thePublishedFileFallsWhereTheSeriesAboveDo() throws IOException {
        assertEquals(List.of("2025-10-28 CERTAIN", "2025-12-02 CERTAIN"), falls(column("killed_cum")));
        assertEquals(List.of("2025-12-02 CERTAIN"), falls(column("detained_cum")));
        assertEquals(List.of(), falls(column("injured_cum")));
        assertEquals(List.of(), falls(column("violations_cum")));
        assertEquals(
                List.of("33", "5", "11.5", "12.57", "12.57", "13.88", "26", "13.43", "0", "21", "10.54", "15.67"),
                rates(column("violations_cum")));
    }

    private static List<String> falls(String... series) {
        Trail trail = new Trail();
        List<String> falls = new ArrayList<>();
        for (String row : series) {
            ClaimStatement statement = on(row.substring(0, 10), row.substring(11));
            trail.next(statement)
                    .revisedDown()
                    .ifPresent(flag -> falls.add(statement.validTo() + " " + flag.certainty()));
        }
        return falls;
    }

    private static List<String> rates(String... series) {
        Trail trail = new Trail();
        List<String> rates = new ArrayList<>();
        for (String row : series) {
            trail.next(on(row.substring(0, 10), row.substring(11)))
                    .sincePrevious()
                    .flatMap(Interval::perDay)
                    .ifPresent(rate -> rates.add(rate.toString()));
        }
        return rates;
    }

    /** The numbers of a column, with the qualifier that the file gives in its note. */
    private static String[] column(String column) throws IOException {
        return PublishedStatements.ofTheMediaOffice().stream()
                .filter(row -> !row.getField(column).isEmpty())
                .map(row -> row.getField("as_of") + " " + qualified(row, row.getField(column)))
                .toArray(String[]::new);
    }

    private static String qualified(NamedCsvRecord row, String number) {
        return row.getField("note").contains("\"more than " + number + "\"") ? "more than " + number : number;
    }

    private static Flag revisedDown(Certainty certainty, ClaimStatement earlier) {
        return new Flag(Flag.Code.REVISED_DOWN, certainty, earlier.id());
    }

    private static ClaimStatement on(String day, String words) {
        return statement(SERIES, day, words, null, null);
    }

    private static ClaimStatement statement(
            ClaimSeries series, String day, String words, Integer statedDays, DayCount dayCount) {
        return new ClaimStatement(
                UUID.randomUUID(), series, LocalDate.parse(day), statedDays, dayCount, EstimateText.parse(words));
    }
}
