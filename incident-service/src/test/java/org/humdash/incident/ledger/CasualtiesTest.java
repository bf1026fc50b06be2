package org.humdash.incident.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.humdash.incident.incident.Grade;
import org.humdash.incident.rollup.FigureSum;
import org.humdash.incident.rollup.RollupRow;
import org.humdash.incident.rollup.Timing;
import org.humdash.vocabulary.estimate.Estimate;
import org.junit.jupiter.api.Test;

class CasualtiesTest {

    private static RollupRow killed(Timing timing, Grade grade, long lower, long best, long upper, long open) {
        FigureSum killed = new FigureSum(
                BigDecimal.valueOf(lower), BigDecimal.valueOf(best), BigDecimal.valueOf(upper), 1, open, open);
        return new RollupRow(
                null, null, 0, timing, null, null, null, grade, 1, 0, 0, killed, FigureSum.NOTHING, FigureSum.NOTHING);
    }

    @Test
    void discountedIncidentsAreLeftOutAndContestedOnesStandApart() {
        Casualties casualties = Casualties.of(List.of(
                killed(Timing.AFTER, Grade.FAIR, 3, 3, 3, 0),
                killed(Timing.AFTER, Grade.UNASSESSED, 2, 2, 2, 0),
                killed(Timing.AFTER, Grade.CONTESTED, 7, 7, 7, 0),
                killed(Timing.AFTER, Grade.DISCOUNTED, 100, 100, 100, 0)));
        assertEquals(
                Optional.of(Estimate.exact(5)), casualties.counted().killed().estimate());
        assertEquals(2, casualties.counted().incidents());
        assertEquals(
                Optional.of(Estimate.exact(7)), casualties.contested().killed().estimate());
        assertEquals(1, casualties.contested().incidents());
        assertEquals(0, casualties.ofUnknownTime().incidents());
    }

    @Test
    void oneOpenFigureOpensTheSum() {
        Casualties casualties = Casualties.of(
                List.of(killed(Timing.AFTER, Grade.FAIR, 3, 3, 3, 0), killed(Timing.AFTER, Grade.WEAK, 10, 0, 0, 1)));
        assertEquals(
                Optional.of(Estimate.atLeast(13)), casualties.counted().killed().estimate());
    }

    @Test
    void incidentsThatMayLieBeforeTheCeasefireAreCountedAndShown() {
        Casualties casualties = Casualties.of(
                List.of(killed(Timing.AFTER, Grade.FAIR, 3, 3, 3, 0), killed(Timing.UNKNOWN, Grade.FAIR, 2, 2, 2, 0)));
        assertEquals(
                Optional.of(Estimate.exact(5)), casualties.counted().killed().estimate());
        assertEquals(
                Optional.of(Estimate.exact(2)),
                casualties.ofUnknownTime().killed().estimate());
    }

    @Test
    void aFigureThatNobodyStatesIsMissingAndNotZero() {
        Casualties casualties = Casualties.of(List.of(killed(Timing.AFTER, Grade.FAIR, 3, 3, 3, 0)));
        assertEquals(Optional.empty(), casualties.counted().injured().estimate());
    }
}
