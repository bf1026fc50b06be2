package org.humdash.incident.reconciliation;

import static org.humdash.incident.violation.ViolationType.AIR_STRIKE;
import static org.humdash.incident.violation.ViolationType.BOMBARDMENT;
import static org.humdash.incident.violation.ViolationType.DEMOLITION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.humdash.incident.claim.Measure;
import org.humdash.incident.rollup.FigureSum;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Qualifier;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    private static final LocalDate FROM = LocalDate.parse("2025-10-10");
    private static final LocalDate TO = LocalDate.parse("2025-10-18");
    private static final Estimate NONE = Estimate.exact(0);

    @Test
    void incidentsInsideThePeriodAreCountedAndOthersAreNot() {
        Documentation documentation = violations();
        documentation.add(cell("2025-10-10", "2025-10-10", true, AIR_STRIKE, 2));
        documentation.add(cell("2025-10-18", "2025-10-18", true, DEMOLITION, 3));
        documentation.add(cell("2025-10-09", "2025-10-09", true, DEMOLITION, 5));
        documentation.add(cell("2025-10-19", "2025-10-19", true, DEMOLITION, 7));
        assertEquals(
                documented(Estimate.exact(5), 5, 0, 5, NONE),
                documentation.findings().documented());
    }

    @Test
    void aSpanOverEitherEdgeOrAnUnknownTimingWidensTheCount() {
        Documentation documentation = violations();
        documentation.add(cell("2025-10-12", "2025-10-14", true, AIR_STRIKE, 10));
        documentation.add(cell("2025-10-08", "2025-10-10", true, AIR_STRIKE, 1));
        documentation.add(cell("2025-10-18", "2025-10-24", true, AIR_STRIKE, 2));
        documentation.add(cell("2025-10-10", "2025-10-10", false, AIR_STRIKE, 4));
        assertEquals(
                documented(Estimate.range(10, 17), 10, 7, 17, NONE),
                documentation.findings().documented());
    }

    @Test
    void aTypeIncludesItsSubTypesOnce() {
        Documentation documentation =
                new Documentation(Measure.VIOLATIONS, FROM, TO, Set.of(BOMBARDMENT, AIR_STRIKE, DEMOLITION));
        documentation.add(cell("2025-10-11", "2025-10-11", true, AIR_STRIKE, 2));
        documentation.add(cell("2025-10-11", "2025-10-11", true, BOMBARDMENT, 3));
        documentation.add(cell("2025-10-11", "2025-10-11", true, ViolationType.ARREST, 4));
        Findings findings = documentation.findings();
        assertEquals(Estimate.exact(9), findings.documented().figure());
        assertEquals(
                Map.of(
                        BOMBARDMENT, documented(Estimate.exact(5), 5, 0, 5, NONE),
                        AIR_STRIKE, documented(Estimate.exact(2), 2, 0, 2, NONE),
                        DEMOLITION, documented(NONE, 0, 0, 0, NONE)),
                findings.byType());
    }

    @Test
    void contestedIncidentsAreInTheCountAndShownApart() {
        Documentation documentation = violations();
        documentation.add(cell("2025-10-11", "2025-10-11", true, AIR_STRIKE, 2));
        documentation.add(new RollupCell(
                LocalDate.parse("2025-10-11"), LocalDate.parse("2025-10-11"), true, AIR_STRIKE, true, 3, Map.of()));
        assertEquals(
                documented(Estimate.exact(5), 5, 0, 5, Estimate.exact(3)),
                documentation.findings().documented());
    }

    @Test
    void casualtiesAddTheirBoundsAndABestValueOnlyWhereEveryOneHasIt() {
        assertEquals(Estimate.exact(7), killed(sum(7, 7, 7, 3, 0, 0)), "3 + 3 + 1");
        assertEquals(Estimate.range(5, 6, 9), killed(sum(5, 6, 9, 2, 0, 0)), "4–8, best 5, and 1");
        assertEquals(Estimate.range(5, 9), killed(sum(5, 1, 9, 2, 1, 0)), "4–8 and 1");
        assertEquals(Estimate.atLeast(5), killed(sum(5, 1, 1, 2, 1, 1)), "at least 4, and 1");
        assertEquals(
                new Estimate(new BigDecimal(1), true, new BigDecimal(21), null, true, Qualifier.AT_LEAST),
                killed(sum(1, 21, 1, 2, 0, 1)),
                "about 20, and 1");
    }

    @Test
    void incidentsOfWhichNoneStatesTheFigureSayNothingAboutItAndNoIncidentsAreNone() {
        assertEquals(Estimate.atLeast(0), killed(FigureSum.NOTHING));
        assertEquals(
                NONE,
                new Documentation(Measure.KILLED, FROM, TO, Set.of())
                        .findings()
                        .documented()
                        .figure());
    }

    @Test
    void casualtiesOfAPossibleIncidentMoveTheUpperBoundOnly() {
        Documentation documentation = new Documentation(Measure.KILLED, FROM, TO, Set.of());
        documentation.add(killed("2025-10-11", "2025-10-11", sum(4, 4, 4, 1, 0, 0)));
        documentation.add(killed("2025-10-17", "2025-10-20", sum(3, 3, 3, 1, 0, 0)));
        assertEquals(
                documented(Estimate.range(4, 7), 1, 1, 2, NONE),
                documentation.findings().documented());
    }

    @Test
    void aSumAboveWhatAnEstimateHoldsStaysALowerBound() {
        long most = Estimate.MAX.longValueExact();
        assertEquals(
                new Estimate(Estimate.MAX, true, Estimate.MAX, null, true, Qualifier.AT_LEAST),
                killed(sum(3 * most, 3 * most, 3 * most, 3, 0, 0)));
    }

    private static Documentation violations() {
        return new Documentation(Measure.VIOLATIONS, FROM, TO, Set.of());
    }

    private static Estimate killed(FigureSum sum) {
        Documentation documentation = new Documentation(Measure.KILLED, FROM, TO, Set.of());
        documentation.add(killed("2025-10-11", "2025-10-11", sum));
        return documentation.findings().documented().figure();
    }

    private static RollupCell killed(String from, String to, FigureSum sum) {
        return new RollupCell(
                LocalDate.parse(from), LocalDate.parse(to), true, AIR_STRIKE, false, 1, Map.of(Measure.KILLED, sum));
    }

    private static Documented documented(
            Estimate figure, long certain, long possible, long stated, Estimate contested) {
        return new Documented(figure, new Documented.Basis(certain, possible, stated, contested), null);
    }

    private static FigureSum sum(long lower, long best, long upper, long stated, long withoutBest, long open) {
        return new FigureSum(
                BigDecimal.valueOf(lower),
                BigDecimal.valueOf(best),
                BigDecimal.valueOf(upper),
                stated,
                withoutBest,
                open);
    }

    private static RollupCell cell(String from, String to, boolean certain, ViolationType type, long incidents) {
        return new RollupCell(LocalDate.parse(from), LocalDate.parse(to), certain, type, false, incidents, Map.of());
    }
}
