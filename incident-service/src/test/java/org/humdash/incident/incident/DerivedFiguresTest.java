package org.humdash.incident.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateText;
import org.humdash.vocabulary.estimate.Trilean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivedFiguresTest {

    @ParameterizedTest(name = "{0} and {1} make {2}")
    @CsvSource({
        "3, 3, 3",
        "3, 5, 3–5",
        "at least 3, at least 3, ≥ 3",
        "at least 3, 5, ≥ 3",
        "more than 3, 5, ≥ 4",
        "at most 4, 2, ≤ 4",
        "at most 4, at least 9, ≥ 0",
        "about 7, about 7, ≈ 7",
        "about 7, 9, 7–9",
        "about 7, at least 2, ≥ 2",
        "2-4, 3-6, 2–6",
        "fewer than 4, more than 9, ≥ 0"
    })
    void twoOriginatorsWidenTheSpanAndAreNeverAveraged(String one, String other, String derived) {
        assertEquals(derived, killed(report("A", null, null, one), report("B", null, null, other)));
        assertEquals(derived, killed(report("B", null, null, other), report("A", null, null, one)));
    }

    @Test
    void aBestValueIsKeptOnlyIfAllWhoGiveOneGiveTheSame() {
        Estimate one = Estimate.range(1, 3, 5);
        Estimate same = Estimate.range(2, 3, 9);
        Estimate another = Estimate.range(2, 4, 9);
        assertEquals(Estimate.range(1, 3, 9), DerivedFigures.span(List.of(one, same)));
        assertEquals(Estimate.range(1, 9), DerivedFigures.span(List.of(one, another)));
    }

    @Test
    void twoRelaysOfOneOriginatorAreOneVoice() {
        assertEquals("7", killed(report("X", "A", "2025-10-20", "5"), report("Y", "A", "2025-10-21", "7")));
        assertEquals(
                "5",
                killed(report("A", null, "2025-10-19", "5"), report("Y", "A", "2025-10-21", "7")),
                "what the originator published itself goes before a relay");
    }

    @Test
    void aReportThatDoesNotStateAFigureHasNoVoiceInIt() {
        assertEquals("5", killed(report("A", null, null, "5"), report("B", null, null, null)));
        assertNull(DerivedFigures.of(List.of(report("A", null, null, null), report("B", null, null, null)))
                .killed());
    }

    @Test
    void aSpanHoldsEveryStatementItIsMadeOf() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            List<Estimate> stated = new ArrayList<>();
            for (int n = random.nextInt(2, 6); n > 0; n--) {
                long lower = random.nextLong(20);
                long upper = lower + 1 + random.nextLong(20);
                stated.add(
                        switch (random.nextInt(5)) {
                            case 0 -> Estimate.exact(lower);
                            case 1 -> Estimate.atLeast(lower);
                            case 2 -> Estimate.atMost(upper);
                            case 3 -> Estimate.moreThan(lower);
                            default -> Estimate.range(lower, upper);
                        });
            }
            Estimate span = DerivedFigures.span(stated);
            for (Estimate one : stated) {
                assertEquals(Trilean.FALSE, below(span, one), span + " begins above " + one + " of " + stated);
                assertEquals(Trilean.FALSE, above(span, one), span + " ends below " + one + " of " + stated);
            }
        }
    }

    private static Trilean below(Estimate span, Estimate one) {
        boolean isOpen = span.lower() == null || span.lower().signum() == 0;
        return Trilean.of(!isOpen && (one.lower() == null || span.lower().compareTo(least(one)) > 0));
    }

    private static Trilean above(Estimate span, Estimate one) {
        return Trilean.of(
                span.upper() != null && (one.upper() == null || span.upper().compareTo(one.upper()) < 0));
    }

    private static java.math.BigDecimal least(Estimate one) {
        return one.lowerInclusive() ? one.lower() : one.lower().add(java.math.BigDecimal.ONE);
    }

    private static String killed(Report... reports) {
        return DerivedFigures.of(List.of(reports)).killed().toString();
    }

    static Report report(String source, String relayOf, String publishedOn, String killed) {
        return new Report(
                source,
                relayOf,
                null,
                null,
                null,
                publishedOn == null ? null : LocalDate.parse(publishedOn),
                new Figures(killed == null ? null : EstimateText.parse(killed), null, null),
                false);
    }
}
