package org.humdash.incident.incident;

import static org.humdash.incident.incident.DerivedFiguresTest.report;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DerivedGradeTest {

    private static final Report FIRST = report("A", null, null, "1");
    private static final Report SECOND = report("B", null, null, "1");
    private static final Report RELAY = report("X", "A", null, "1");
    private static final Report OTHER_RELAY = report("Y", "A", null, "1");

    @Test
    void oneOriginatorIsWeakHoweverManyRelaysItHas() {
        assertEquals(Grade.WEAK, DerivedGrade.of(Responsibility.UNCLAIMED, List.of(FIRST)));
        assertEquals(Grade.WEAK, DerivedGrade.of(Responsibility.UNCLAIMED, List.of(RELAY, OTHER_RELAY)));
        assertEquals(Grade.WEAK, DerivedGrade.of(Responsibility.DENIED, List.of(FIRST, RELAY)));
    }

    @Test
    void twoOriginatorsAreFair() {
        assertEquals(Grade.FAIR, DerivedGrade.of(Responsibility.UNCLAIMED, List.of(FIRST, SECOND)));
        assertEquals(Grade.FAIR, DerivedGrade.of(Responsibility.DENIED, List.of(RELAY, SECOND)));
    }

    @Test
    void responsibilityGoesBeforeTheNumberOfOriginators() {
        assertEquals(Grade.CONFIRMED, DerivedGrade.of(Responsibility.ADMITTED, List.of(FIRST)));
        assertEquals(Grade.CONTESTED, DerivedGrade.of(Responsibility.DISPUTED, List.of(FIRST, SECOND)));
    }
}
