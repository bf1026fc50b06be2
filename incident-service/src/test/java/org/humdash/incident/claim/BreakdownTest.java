package org.humdash.incident.claim;

import static org.humdash.incident.violation.ViolationType.AIR_STRIKE;
import static org.humdash.incident.violation.ViolationType.ARTILLERY_SHELLING;
import static org.humdash.incident.violation.ViolationType.BOMBARDMENT;
import static org.humdash.incident.violation.ViolationType.CIVILIAN_SHOOTING;
import static org.humdash.incident.violation.ViolationType.DEMOLITION;
import static org.humdash.incident.violation.ViolationType.GROUND_INCURSION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.incident.PublishedStatements;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.estimate.Estimate;
import org.junit.jupiter.api.Test;

class BreakdownTest {

    @Test
    void residualIsZeroWhenThePartsAddUp() {
        assertEquals(Optional.of(BigDecimal.ZERO), residual(Estimate.atLeast(738), parts(205, 37, 358, 138)));
    }

    @Test
    void residualIsWhatThePartsLeaveOpen() {
        assertEquals(Optional.of(BigDecimal.valueOf(6)), residual(Estimate.exact(282), parts(88, 12, 124, 52)));
    }

    @Test
    void residualIsNegativeWhenThePartsExceedTheTotal() {
        assertEquals(Optional.of(BigDecimal.valueOf(-10)), residual(Estimate.exact(875), parts(265, 49, 421, 150)));
    }

    @Test
    void subTypesInsideAStatedParentAreNotCountedTwice() {
        Map<ViolationType, Estimate> parts = Map.of(
                BOMBARDMENT, Estimate.exact(10), AIR_STRIKE, Estimate.exact(7), ARTILLERY_SHELLING, Estimate.exact(3));
        assertEquals(Optional.of(BigDecimal.ZERO), residual(Estimate.exact(10), parts));
    }

    @Test
    void residualIsEmptyWithoutParts() {
        assertEquals(Optional.empty(), residual(Estimate.exact(47), Map.of()));
    }

    @Test
    void residualIsEmptyWhenAPartStatesNoSingleNumber() {
        assertEquals(Optional.empty(), residual(Estimate.exact(10), Map.of(CIVILIAN_SHOOTING, Estimate.range(3, 5))));
    }

    @Test
    void thePublishedBreakdownsLeaveTheseResiduals() throws IOException {
        assertEquals(
                List.of(
                        "125 leaves -2",
                        "282 leaves 6",
                        "282 leaves 6",
                        "393 leaves 4",
                        "497 leaves 6",
                        "591 leaves 4",
                        "591 leaves 4",
                        "738 leaves 0",
                        "875 leaves -10"),
                PublishedStatements.ofTheMediaOffice().stream()
                        .filter(row -> !row.getField("shooting_cum").isEmpty())
                        .map(row -> row.getField("violations_cum") + " leaves "
                                + residual(
                                                Estimate.exact(Long.parseLong(row.getField("violations_cum"))),
                                                parts(
                                                        Integer.parseInt(row.getField("shooting_cum")),
                                                        Integer.parseInt(row.getField("incursion_cum")),
                                                        Integer.parseInt(row.getField("bombardment_cum")),
                                                        Integer.parseInt(row.getField("demolition_cum"))))
                                        .orElseThrow())
                        .toList());
    }

    private static Optional<BigDecimal> residual(Estimate total, Map<ViolationType, Estimate> parts) {
        return new Breakdown(total, parts).residual();
    }

    private static Map<ViolationType, Estimate> parts(int shooting, int incursion, int bombardment, int demolition) {
        return Map.of(
                CIVILIAN_SHOOTING, Estimate.exact(shooting),
                GROUND_INCURSION, Estimate.exact(incursion),
                BOMBARDMENT, Estimate.exact(bombardment),
                DEMOLITION, Estimate.exact(demolition));
    }
}
