package org.humdash.vocabulary.lint;

import static org.humdash.vocabulary.lint.FindingCode.MAGNITUDE_JUMP;
import static org.humdash.vocabulary.lint.FindingCode.RELAY_DIFFERS;
import static org.humdash.vocabulary.lint.FindingCode.RESIDUAL;
import static org.humdash.vocabulary.lint.FindingCode.UNIT_JUMP;
import static org.humdash.vocabulary.lint.Severity.NOTICE;
import static org.humdash.vocabulary.lint.Severity.WARNING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateText;
import org.humdash.vocabulary.text.BilingualText;
import org.humdash.vocabulary.time.DayCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule on figures as they were published. */
class LintRulesTest {

    private static final LocalDate EFFECTIVE = LocalDate.of(2025, 10, 10);
    private static final UUID OTHER = new UUID(7, 7);

    @Test
    void breakdownOfSevenHundredThirtyEightLeavesNothing() {
        assertEquals(Optional.empty(), BreakdownRule.check(Estimate.atLeast(738), parts(205, 37, 358, 138)));
    }

    @Test
    void breakdownThatLeavesSixShowsItsWholeArithmetic() {
        assertEquals(
                Optional.of(new Finding(
                        RESIDUAL,
                        NOTICE,
                        new BilingualText(
                                "The parts add up to 276, 6 less than the total of 282.",
                                "مجموع الأجزاء 276، أي أقل من المجموع المعلن 282 بمقدار 6."),
                        new Arithmetic(
                                "total − Σ parts",
                                List.of(
                                        new Operand("total", BigDecimal.valueOf(282), null, "282"),
                                        new Operand("CIVILIAN_SHOOTING", BigDecimal.valueOf(88), null, "88"),
                                        new Operand("GROUND_INCURSION", BigDecimal.valueOf(12), null, "12"),
                                        new Operand("BOMBARDMENT", BigDecimal.valueOf(124), null, "124"),
                                        new Operand("DEMOLITION", BigDecimal.valueOf(52), null, "52")),
                                "282 − (88 + 12 + 124 + 52) = 6",
                                BigDecimal.valueOf(6)),
                        null)),
                BreakdownRule.check(Estimate.exact(282), parts(88, 12, 124, 52)));
    }

    @Test
    void breakdownAboveItsTotalIsAWarning() {
        Finding finding = BreakdownRule.check(Estimate.exact(875), parts(265, 49, 421, 150))
                .orElseThrow();
        assertEquals(WARNING, finding.severity());
        assertEquals("875 − (265 + 49 + 421 + 150) = −10", finding.arithmetic().calculation());
        assertEquals(BigDecimal.valueOf(-10), finding.arithmetic().result());
        assertEquals(
                "The parts add up to 885, 10 more than the total of 875.",
                finding.message().en());
    }

    @Test
    void breakdownAboveAnOpenTotalIsANotice() {
        Finding finding = BreakdownRule.check(Estimate.moreThan(125), parts(52, 9, 55, 11))
                .orElseThrow();
        assertEquals(NOTICE, finding.severity());
        assertEquals(BigDecimal.valueOf(-2), finding.arithmetic().result());
    }

    @Test
    void breakdownOfARangeIsNotReckoned() {
        assertEquals(Optional.empty(), BreakdownRule.check(Estimate.range(5, 9), parts(1, 1, 1, 1)));
        assertEquals(Optional.empty(), BreakdownRule.check(Estimate.exact(5), Map.of()));
    }

    @ParameterizedTest(name = "{0} a day of {1} up to {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                // 13,511 ÷ 60 = 225.18: 226 is neither the rounded number nor the one cut off
                "226, 13511, 2025-12-08, NOTICE, 226 × 60 − 13511 = 49",
                // 3,203 ÷ 22 = 145.59, cut off
                "145, 3203, 2025-10-31, NOTICE, 145 × 22 − 3203 = −13",
                // 17,819 ÷ 73 = 244.10: right by the days elapsed
                "244, 17819, 2025-12-22, -, -",
                "600, 48000, 2025-12-28, -, -",
                // 42,800 is 600 times no number of days that the dates give
                "600, 42800, 2025-12-22, WARNING, 600 × 72 − 42800 = 400",
                "about 220, 13511, 2025-12-08, -, -",
                "more than 240, 13511, 2025-12-08, NOTICE, 240 × 58 − 13511 = 409",
                "200-300, 13511, 2025-12-08, -, -"
            })
    void rateIsHeldAgainstTheTotalOfItsDays(
            String rate, long total, LocalDate to, String severity, String calculation) {
        Optional<Finding> finding =
                RateRule.check(EstimateText.parse(rate), Estimate.exact(total), EFFECTIVE, to, null);
        assertEquals(severity, finding.map(found -> found.severity().name()).orElse(null));
        assertEquals(
                calculation,
                finding.map(found -> found.arithmetic().calculation().replace(",", ""))
                        .orElse(null));
    }

    @Test
    void rateByAStatedConventionIsHeldAgainstThatOneAlone() {
        Finding finding = RateRule.check(
                        Estimate.exact(244),
                        Estimate.exact(17_819),
                        EFFECTIVE,
                        LocalDate.of(2025, 12, 22),
                        DayCount.INCLUSIVE)
                .orElseThrow();
        assertEquals(WARNING, finding.severity());
        assertEquals(
                new BilingualText(
                        "244 × 74 = 18,056, where the total is 17,819: that is 240.8 a day over 74 days (INCLUSIVE).",
                        "244 × 74 = 18,056، بينما المجموع المعلن 17,819، أي 240.8 يوميًا (عدد الأيام 74، INCLUSIVE)."),
                finding.message());
    }

    @ParameterizedTest(name = "{0} % of {1} ÷ {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "24, 3203, 13200, -, -",
                "41, 17819, 42800, NOTICE, 41 − 41.63 = −0.63",
                "10, 394, 3650, NOTICE, 10 − 10.79 = −0.79",
                "42, 19764, 48000, NOTICE, 42 − 41.18 = 0.83",
                "no more than 42, 19764, 48000, -, -",
                "no more than 40, 19764, 48000, NOTICE, 40 − 41.18 = −1.18",
                "44, 19764, 48000, WARNING, 44 − 41.18 = 2.83",
                "41.2, 19764, 48000, -, -",
                "41.1, 19764, 48000, NOTICE, 41.1 − 41.18 = −0.08",
                "more than 80, 80, 100, NOTICE, 80 − 80 = 0"
            })
    void percentageIsHeldAgainstItsFigures(
            String percentage, long numerator, long denominator, String severity, String calculation) {
        Optional<Finding> finding = PercentageRule.check(
                EstimateText.parse(percentage), Estimate.exact(numerator), Estimate.exact(denominator));
        assertEquals(severity, finding.map(found -> found.severity().name()).orElse(null));
        assertEquals(
                calculation,
                finding.map(found -> found.arithmetic().calculation()).orElse(null));
    }

    @Test
    void aPercentageOfFiguresThatAreNotPlainIsNoWarning() {
        Finding finding = PercentageRule.check(Estimate.exact(90), Estimate.atLeast(10), Estimate.exact(100))
                .orElseThrow();
        assertEquals(NOTICE, finding.severity());
        assertEquals(
                "10 × 100 ÷ 100 = 10 %, where 90 % is stated.",
                finding.message().en());
    }

    @ParameterizedTest(name = "{0} days by {1} up to {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "69, FULL_DAYS_AFTER_EFFECTIVE, 2025-12-19, -",
                "69, INCLUSIVE, 2025-12-19, 69 − 71 (INCLUSIVE) = −2",
                "60, INCLUSIVE, 2025-12-08, -",
                "60, -, 2025-12-09, -",
                "75, -, 2025-12-22, 75 − 74 (INCLUSIVE) = 1",
                "70, -, 2025-12-22, 70 − 72 (FULL_DAYS_AFTER_EFFECTIVE) = −2"
            })
    void dayNumberIsHeldAgainstItsDates(int stated, DayCount convention, LocalDate to, String calculation) {
        assertEquals(
                Optional.ofNullable(calculation),
                DayNumberRule.check(stated, convention, EFFECTIVE, to)
                        .map(found -> found.arithmetic().calculation()));
    }

    @Test
    void dayNumberThatFitsNoConventionNamesAllThree() {
        assertEquals(
                new BilingualText(
                        "Stated: 75 days; from 2025-10-10 to 2025-12-22 it is INCLUSIVE 74, ELAPSED 73,"
                                + " FULL_DAYS_AFTER_EFFECTIVE 72.",
                        "عدد الأيام المعلن 75؛ ومن 2025-10-10 إلى 2025-12-22: INCLUSIVE 74, ELAPSED 73,"
                                + " FULL_DAYS_AFTER_EFFECTIVE 72."),
                DayNumberRule.check(75, null, EFFECTIVE, LocalDate.of(2025, 12, 22))
                        .orElseThrow()
                        .message());
    }

    @ParameterizedTest(name = "{1} after {0}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "738, 7380, MAGNITUDE_JUMP, 10",
                "738, 7379, -, -",
                "7380, 738, MAGNITUDE_JUMP, 10",
                "1, 99, -, -",
                "3, 104, MAGNITUDE_JUMP, 34.67",
                "0, 5000, -, -",
                "850, '850,000', UNIT_JUMP, 1000",
                "'884,000', over 900, UNIT_JUMP, 982.22",
                "2, '2,000,000', UNIT_JUMP, 1000000",
                "hundreds of thousands, '850,000', -, -",
                "hundreds of thousands, '20,000,000', MAGNITUDE_JUMP, 20",
                "hundreds, hundreds of thousands, MAGNITUDE_JUMP, 100.1",
                "'nearly 884,000', hundreds, UNIT_JUMP, 884.88"
            })
    void jumpIsTheFactorBetweenTwoStatements(String before, String now, FindingCode code, BigDecimal factor) {
        Optional<Finding> finding = JumpRule.check(statement(before), statement(now), false);
        assertEquals(Optional.ofNullable(code), finding.map(Finding::code));
        assertEquals(
                Optional.ofNullable(factor),
                finding.map(found -> found.arithmetic().result()));
        finding.ifPresent(found -> {
            assertEquals(OTHER, found.against());
            assertEquals(code == MAGNITUDE_JUMP ? NOTICE : WARNING, found.severity());
        });
    }

    @Test
    void aShareThatBecameAPercentageIsAUnitJump() {
        Finding finding =
                JumpRule.check(statement("0.8"), statement("81"), true).orElseThrow();
        assertEquals(UNIT_JUMP, finding.code());
        assertEquals("81 ÷ 0.8 = 101.25", finding.arithmetic().calculation());
        assertEquals(
                new BilingualText(
                        "81 after 0.8 of 2025-12-08: a factor of 101.25 upwards. Another unit may have been meant.",
                        "81 بعد 0.8 بتاريخ 2025-12-08: بمعامل 101.25 صعودًا. قد تكون الوحدة المقصودة مختلفة."),
                finding.message());
    }

    @ParameterizedTest(name = "{0} in {1} to {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "more than 80, 0, 100, -",
                "100, 0, 100, -",
                "120, 0, 100, 120 − 100 = 20",
                "90-110, 0, 100, 110 − 100 = 10",
                "4, 5, -, 4 − 5 = −1",
                "1000000, 0, -, -"
            })
    void valueIsHeldAgainstTheValidRange(String value, BigDecimal least, BigDecimal greatest, String calculation) {
        assertEquals(
                Optional.ofNullable(calculation),
                RangeRule.check(EstimateText.parse(value), least, greatest)
                        .map(found -> found.arithmetic().calculation()));
    }

    @Test
    void aPeriodThatEndsAfterTodayIsInTheFuture() {
        LocalDate today = LocalDate.of(2025, 12, 19);
        assertEquals(Optional.empty(), DatesRule.future(today, today));
        Finding finding = DatesRule.future(LocalDate.of(2026, 12, 19), today).orElseThrow();
        assertEquals(FindingCode.FUTURE_PERIOD, finding.code());
        assertEquals("2026-12-19 − 2025-12-19 = 365", finding.arithmetic().calculation());
        assertEquals(
                "The period ends on 2026-12-19, 365 days after 2025-12-19.",
                finding.message().en());
    }

    @Test
    void aPublicationBeforeTheEndOfItsPeriodIsFound() {
        LocalDate end = LocalDate.of(2025, 12, 9);
        assertEquals(Optional.empty(), DatesRule.publishedEarly(end, null));
        assertEquals(Optional.empty(), DatesRule.publishedEarly(end, end));
        Finding finding =
                DatesRule.publishedEarly(end, LocalDate.of(2025, 12, 8)).orElseThrow();
        assertEquals(FindingCode.PUBLISHED_BEFORE_VALIDITY, finding.code());
        assertEquals(
                "Published on 2025-12-08, 1 day before the period ends on 2025-12-09.",
                finding.message().en());
    }

    @ParameterizedTest(name = "{1} passes on {0}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "more than 620, more than 620, -, -",
                "more than 620, 622, NOTICE, (622) − (> 620) = 2",
                "more than 620, 620, WARNING, (620) − (> 620) = 0",
                "97, 94, WARNING, (94) − (97) = −3",
                "591, at least 591, NOTICE, (≥ 591) − (591) = 0",
                "40-50, 45, NOTICE, (45) − (40–50)"
            })
    void relayIsHeldAgainstWhatItPassesOn(String said, String passedOn, Severity severity, String calculation) {
        List<Finding> findings = RelayRule.check(statement(said), statement(passedOn));
        assertEquals(
                Optional.ofNullable(severity),
                findings.stream().map(Finding::severity).findFirst());
        assertEquals(
                Optional.ofNullable(calculation),
                findings.stream().map(found -> found.arithmetic().calculation()).findFirst());
    }

    @Test
    void aRelayThatMovesTheEndOfThePeriodIsFoundBesideItsFigure() {
        Statement said = new Statement(OTHER, Estimate.exact(591), EFFECTIVE, LocalDate.of(2025, 11, 29));
        Statement passedOn = new Statement(null, Estimate.atLeast(591), EFFECTIVE, LocalDate.of(2025, 12, 2));
        List<Finding> findings = RelayRule.check(said, passedOn);
        assertEquals(
                List.of(RELAY_DIFFERS, RELAY_DIFFERS),
                findings.stream().map(Finding::code).toList());
        assertEquals(
                "2025-12-02 − 2025-11-29 = 3", findings.getLast().arithmetic().calculation());
        assertEquals(OTHER, findings.getLast().against());
    }

    @ParameterizedTest(name = "{1} after {0}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "97, 94, WARNING, -3",
                "97, 97, -, -",
                "more than 620, 620, WARNING, 0",
                "at least 738, at least 700, NOTICE, -38",
                "591, at least 591, -, -",
                "357, at least 356, NOTICE, -1",
                "about 386, at least 411, -, -",
                "738, up to 700, WARNING, -"
            })
    void cumulativeFigureFallsForCertainOrByItsNumbers(
            String before, String now, Severity severity, BigDecimal result) {
        Optional<Finding> finding = RevisedDownRule.check(statement(before), statement(now));
        assertEquals(Optional.ofNullable(severity), finding.map(Finding::severity));
        assertEquals(
                Optional.ofNullable(result),
                finding.map(found -> found.arithmetic().result()));
    }

    private static Statement statement(String figure) {
        return new Statement(OTHER, EstimateText.parse(figure), EFFECTIVE, LocalDate.of(2025, 12, 8));
    }

    private static Map<String, Estimate> parts(long shooting, long incursion, long bombardment, long demolition) {
        Map<String, Estimate> parts = new LinkedHashMap<>();
        parts.put("CIVILIAN_SHOOTING", Estimate.exact(shooting));
        parts.put("GROUND_INCURSION", Estimate.exact(incursion));
        parts.put("BOMBARDMENT", Estimate.exact(bombardment));
        parts.put("DEMOLITION", Estimate.exact(demolition));
        return parts;
    }
}
