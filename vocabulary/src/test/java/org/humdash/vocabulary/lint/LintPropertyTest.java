package org.humdash.vocabulary.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.time.DayCount;

/** The arithmetic of the rules against plain long arithmetic. */
class LintPropertyTest {

    private static final LocalDate FROM = LocalDate.of(2025, 10, 10);
    private static final UUID EARLIER = new UUID(0, 1);

    @Property
    void residualIsTotalMinusPartsAndNoFindingIsMadeOfZero(
            @ForAll @Size(min = 1, max = 9) List<@LongRange(min = 0, max = 1_000_000) Long> parts,
            @ForAll @LongRange(min = -1_000, max = 1_000) long residual) {
        long sum = parts.stream().mapToLong(Long::longValue).sum();
        long total = Math.max(0, sum + residual);

        Optional<Finding> finding = BreakdownRule.check(Estimate.exact(total), named(parts));

        assertEquals(total != sum, finding.isPresent());
        finding.ifPresent(found -> {
            assertEquals(BigDecimal.valueOf(total - sum), found.arithmetic().result());
            assertEquals(total < sum ? Severity.WARNING : Severity.NOTICE, found.severity());
            assertEquals(parts.size() + 1, found.arithmetic().operands().size());
        });
    }

    @Property
    void aRateRoundedFromItsTotalIsNoFinding(
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long total,
            @ForAll @IntRange(min = 2, max = 5_000) int elapsed,
            @ForAll DayCount convention,
            @ForAll @IntRange(min = 0, max = 3) int decimals) {
        LocalDate to = FROM.plusDays(elapsed);
        BigDecimal rate = BigDecimal.valueOf(total)
                .divide(BigDecimal.valueOf(convention.between(FROM, to)), decimals, RoundingMode.HALF_UP);
        // A trailing zero is not kept by an estimate, so 2.10 was stated as 2.1 and has to be right to one decimal
        // only.
        Estimate stated = Estimate.exact(rate);

        assertEquals(Optional.empty(), RateRule.check(stated, Estimate.exact(total), FROM, to, convention));
        assertEquals(Optional.empty(), RateRule.check(stated, Estimate.exact(total), FROM, to, null));
    }

    @Property
    void aRateIsAWarningFromOneUnitAwayAndTheDifferenceIsExact(
            @ForAll @LongRange(min = 0, max = 1_000_000) long total,
            @ForAll @LongRange(min = 0, max = 1_000_000) long rate,
            @ForAll @IntRange(min = 2, max = 5_000) int elapsed,
            @ForAll DayCount convention) {
        LocalDate to = FROM.plusDays(elapsed);
        long days = convention.between(FROM, to);
        long difference = rate * days - total;

        Optional<Finding> finding = RateRule.check(Estimate.exact(rate), Estimate.exact(total), FROM, to, convention);

        // rate = ⌊total ÷ days + ½⌋ in whole numbers
        assertEquals(rate != Math.floorDiv(2 * total + days, 2 * days), finding.isPresent());
        finding.ifPresent(found -> {
            assertEquals(BigDecimal.valueOf(difference), found.arithmetic().result());
            assertEquals(Math.abs(difference) >= days ? Severity.WARNING : Severity.NOTICE, found.severity());
        });
    }

    @Property
    void aPercentageIsAWarningFromOneUnitAway(
            @ForAll @LongRange(min = 0, max = 1_000_000) long numerator,
            @ForAll @LongRange(min = 1, max = 1_000_000) long denominator,
            @ForAll @LongRange(min = -3, max = 3) long away) {
        long stated = Math.max(0, Math.floorDiv(100 * numerator, denominator) + away);

        Optional<Finding> finding =
                PercentageRule.check(Estimate.exact(stated), Estimate.exact(numerator), Estimate.exact(denominator));

        assertEquals(stated != Math.floorDiv(200 * numerator + denominator, 2 * denominator), finding.isPresent());
        boolean isFar = Math.abs(stated * denominator - 100 * numerator) >= denominator;
        finding.ifPresent(found -> assertEquals(isFar ? Severity.WARNING : Severity.NOTICE, found.severity()));
    }

    @Property
    void aShareOfNothingIsNoFinding(@ForAll("figures") Estimate percentage, @ForAll("figures") Estimate numerator) {
        assertEquals(Optional.empty(), PercentageRule.check(percentage, numerator, Estimate.exact(0)));
    }

    @Property
    void aDayNumberIsOffByWhatWasAddedToTheCount(
            @ForAll @IntRange(min = 3, max = 100_000) int elapsed,
            @ForAll @IntRange(min = -2, max = 2) int off,
            @ForAll DayCount convention) {
        LocalDate to = FROM.plusDays(elapsed);
        int stated = convention.between(FROM, to) + off;

        Optional<Finding> finding = DayNumberRule.check(stated, convention, FROM, to);

        assertEquals(off != 0, finding.isPresent());
        finding.ifPresent(found ->
                assertEquals(BigDecimal.valueOf(off), found.arithmetic().result()));
        boolean isCountedSomehow = Math.abs(stated - elapsed) <= 1;
        assertEquals(
                !isCountedSomehow, DayNumberRule.check(stated, null, FROM, to).isPresent());
    }

    @Property
    void aJumpIsTheSameUpwardsAndDownwards(@ForAll("figures") Estimate one, @ForAll("figures") Estimate other) {
        Optional<Finding> upwards = JumpRule.check(statement(one), statement(other), false);
        Optional<Finding> downwards = JumpRule.check(statement(other), statement(one), false);

        assertEquals(
                upwards.map(found -> found.arithmetic().result()),
                downwards.map(found -> found.arithmetic().result()));
        assertEquals(upwards.map(Finding::code), downwards.map(Finding::code));
    }

    @Property
    void numbersJumpFromTenTimesOnAndFromAHundredOn(
            @ForAll @LongRange(min = 0, max = 2_000) long before, @ForAll @LongRange(min = 0, max = 2_000) long now) {
        long greater = Math.max(before, now);
        long smaller = Math.min(before, now);
        Optional<Finding> finding =
                JumpRule.check(statement(Estimate.exact(before)), statement(Estimate.exact(now)), false);

        assertEquals(smaller > 0 && greater >= 100 && greater >= 10 * smaller, finding.isPresent());
        boolean isAroundThousand = greater * 4 <= 5_000 * smaller && greater * 5 >= 4_000 * smaller;
        finding.ifPresent(found ->
                assertEquals(isAroundThousand ? FindingCode.UNIT_JUMP : FindingCode.MAGNITUDE_JUMP, found.code()));
    }

    @Property
    void onlyWhatLiesOutsideTheRangeIsFoundAndHowFar(
            @ForAll @LongRange(min = 0, max = 300) long value,
            @ForAll @LongRange(min = 0, max = 100) long least,
            @ForAll @LongRange(min = 100, max = 200) long greatest) {
        Optional<Finding> finding =
                RangeRule.check(Estimate.exact(value), BigDecimal.valueOf(least), BigDecimal.valueOf(greatest));

        Optional<BigDecimal> outside = value > greatest
                ? Optional.of(BigDecimal.valueOf(value - greatest))
                : value < least ? Optional.of(BigDecimal.valueOf(value - least)) : Optional.empty();
        assertEquals(outside, finding.map(found -> found.arithmetic().result()));
    }

    @Property
    void aDateIsFoundWhenItIsLaterAndByHowManyDays(@ForAll @IntRange(min = -1_000, max = 1_000) int days) {
        Optional<BigDecimal> expected = days > 0 ? Optional.of(BigDecimal.valueOf(days)) : Optional.empty();
        LocalDate other = FROM.plusDays(days);
        assertEquals(
                expected,
                DatesRule.future(other, FROM).map(found -> found.arithmetic().result()));
        assertEquals(
                expected,
                DatesRule.publishedEarly(other, FROM)
                        .map(found -> found.arithmetic().result()));
    }

    @Property
    void plainNumbersFallWhenTheyAreLess(
            @ForAll @LongRange(min = 0, max = 200) long before, @ForAll @LongRange(min = 0, max = 200) long now) {
        Optional<Finding> finding =
                RevisedDownRule.check(statement(Estimate.exact(before)), statement(Estimate.exact(now)));

        assertEquals(
                now < before ? Optional.of(BigDecimal.valueOf(now - before)) : Optional.empty(),
                finding.map(found -> found.arithmetic().result()));
        finding.ifPresent(found -> assertEquals(Severity.WARNING, found.severity()));
    }

    @Property
    void aRelayDiffersUnlessItSaysTheSame(@ForAll("figures") Estimate said, @ForAll("figures") Estimate passedOn) {
        List<Finding> findings = RelayRule.check(statement(said), statement(passedOn));
        assertEquals(said.equals(passedOn), findings.isEmpty());
    }

    @Property
    void whateverTheFiguresEachFindingShowsItsNumbersInBothLanguages(
            @ForAll("figures") Estimate one, @ForAll("figures") Estimate two, @ForAll("figures") Estimate three) {
        List.of(
                        BreakdownRule.check(one, Map.of("A", two, "B", three)),
                        RateRule.check(one, two, FROM, FROM.plusDays(60), null),
                        PercentageRule.check(one, two, three),
                        JumpRule.check(statement(one), statement(two), true),
                        RangeRule.check(one, two.lower(), three.upper()),
                        RevisedDownRule.check(statement(one), statement(two)),
                        RelayRule.check(statement(one), statement(two)).stream().findFirst())
                .forEach(finding -> finding.ifPresent(found -> {
                    assertTrue(found.message().ar().codePoints().anyMatch(c -> c >= 0x600 && c < 0x700));
                    assertTrue(found.arithmetic().operands().size() >= 2, found.toString());
                    assertTrue(found.arithmetic().calculation().matches("(?s).*[0-9].*"), found.toString());
                }));
    }

    @Provide
    Arbitrary<Estimate> figures() {
        Arbitrary<Long> numbers = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 12), Arbitraries.longs().between(0, 1_000_000_000));
        return Arbitraries.oneOf(
                numbers.map(Estimate::exact),
                numbers.map(Estimate::atLeast),
                numbers.map(Estimate::moreThan),
                numbers.map(n -> Estimate.atMost(n + 1)),
                numbers.map(n -> Estimate.fewerThan(n + 1)),
                numbers.map(Estimate::approximately),
                Combinators.combine(numbers, numbers).as((lower, width) -> Estimate.range(lower, lower + width + 1)),
                Arbitraries.integers().between(1, 9).map(Estimate::order));
    }

    private static Statement statement(Estimate figure) {
        return new Statement(EARLIER, figure, FROM, FROM.plusDays(30));
    }

    private static Map<String, Estimate> named(List<Long> parts) {
        Map<String, Estimate> named = new LinkedHashMap<>();
        parts.forEach(part -> named.put("PART_" + named.size(), Estimate.exact(part)));
        return named;
    }
}
