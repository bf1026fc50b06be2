package org.humdash.incident.reconciliation;

import static org.humdash.incident.reconciliation.Certainty.CERTAIN;
import static org.humdash.incident.reconciliation.Certainty.POSSIBLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Qualifier;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void theGapAndTheCoverageOfAnExactCountAreOneNumber() {
        Comparison comparison = new Comparison(Estimate.atLeast(738), Estimate.exact(500));
        assertEquals(Optional.of(bounds("238", "238", "238")), comparison.gap());
        assertEquals(Optional.of(bounds("0.6775", "0.6775", "0.6775")), comparison.coverage());
        assertEquals(Optional.empty(), comparison.documentedAboveClaimed());
    }

    @Test
    void aDocumentedRangeMakesARangeOfTheGap() {
        Comparison comparison = new Comparison(Estimate.exact(10), Estimate.range(6, 8));
        assertEquals(Optional.of(bounds("2", null, "4")), comparison.gap());
        assertEquals(Optional.of(bounds("0.6000", null, "0.8000")), comparison.coverage());
    }

    @Test
    void aDocumentedSumThatIsOpenAboveLeavesTheGapOpenBelow() {
        Comparison comparison = new Comparison(Estimate.moreThan(620), Estimate.atLeast(93));
        assertEquals(Optional.of(bounds(null, null, "527")), comparison.gap());
        assertEquals(Optional.of(bounds("0.1500", null, null)), comparison.coverage());
        assertEquals(Optional.empty(), comparison.documentedAboveClaimed(), "an open bound says nothing");
    }

    @Test
    void aSumWithABestValueKeepsItsGapBesideTheBounds() {
        Estimate documented = new Estimate(new BigDecimal(4), true, new BigDecimal(5), null, true, Qualifier.AT_LEAST);
        Comparison comparison = new Comparison(Estimate.exact(8), documented);
        assertEquals(Optional.of(bounds(null, "3", "4")), comparison.gap());
        assertEquals(Optional.of(bounds("0.5000", "0.6250", null)), comparison.coverage());
    }

    @Test
    void moreDocumentedThanClaimedIsAFlagAndANegativeGap() {
        Comparison comparison = new Comparison(Estimate.atLeast(47), Estimate.exact(50));
        assertEquals(Optional.of(bounds("-3", "-3", "-3")), comparison.gap());
        assertEquals(Optional.of(bounds("1.0638", "1.0638", "1.0638")), comparison.coverage());
        assertEquals(Optional.of(CERTAIN), comparison.documentedAboveClaimed());
    }

    @Test
    void aDocumentedRangeAcrossTheClaimMayBeAboveIt() {
        assertEquals(
                Optional.of(POSSIBLE),
                new Comparison(Estimate.exact(47), Estimate.range(40, 48)).documentedAboveClaimed());
        assertEquals(
                Optional.empty(), new Comparison(Estimate.exact(48), Estimate.range(40, 48)).documentedAboveClaimed());
    }

    @Test
    void aClaimOfNothingHasAGapAndNoCoverage() {
        Comparison comparison = new Comparison(Estimate.exact(0), Estimate.exact(2));
        assertEquals(Optional.of(bounds("-2", "-2", "-2")), comparison.gap());
        assertEquals(Optional.empty(), comparison.coverage());
    }

    @Test
    void aClaimWithoutALowerBoundHasNeither() {
        Comparison about = new Comparison(Estimate.approximately(700), Estimate.exact(900));
        assertEquals(Optional.empty(), about.gap());
        assertEquals(Optional.empty(), about.coverage());
        assertEquals(Optional.empty(), about.documentedAboveClaimed());
    }

    @Test
    void moreDocumentedThanAStatedUpperBoundIsAFlag() {
        assertEquals(
                Optional.of(CERTAIN), new Comparison(Estimate.atMost(5), Estimate.atLeast(6)).documentedAboveClaimed());
        assertEquals(Optional.empty(), new Comparison(Estimate.atMost(5), Estimate.exact(5)).documentedAboveClaimed());
    }

    private static Bounds bounds(String lower, String best, String upper) {
        return new Bounds(number(lower), number(best), number(upper));
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
