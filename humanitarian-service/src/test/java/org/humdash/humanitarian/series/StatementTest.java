package org.humdash.humanitarian.series;

import static org.humdash.humanitarian.series.Figures.figure;
import static org.humdash.humanitarian.series.Figures.relay;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTest {

    @Test
    void statementsAreInTheOrderOfTheirPeriods() {
        assertEquals(
                List.of("2025-11-01 1 +0", "2025-11-01..2025-11-02 3 +0", "2025-11-02 2 +0"),
                told(figure("2025-11-02 2"), figure("2025-11-01..2025-11-02 3"), figure("2025-11-01 1")));
    }

    @Test
    void aStatementCountsOnceHoweverManyPassItOn() {
        Figure said = figure("2025-11-01..2025-12-08 738");
        Figure first = relay(said, "2025-11-01..2025-12-08 739", "OUTLET_A", "2025-12-10");
        Figure second = relay(first, "2025-11-01..2025-12-19 738", "OUTLET_B", "2025-12-19");
        assertEquals(List.of("2025-11-01..2025-12-08 738 +2"), told(second, first, said));
    }

    @Test
    void relaysOfAStatementThatIsNotAmongThemStandForItOnce() {
        Figure missing = figure("2025-10-01 5");
        assertEquals(
                List.of("2025-11-01 6 by OUTLET_B +1"),
                told(
                        relay(missing, "2025-11-01 5", "OUTLET_A", "2025-11-02"),
                        relay(missing, "2025-11-01 6", "OUTLET_B", "2025-11-03")));
    }

    @Test
    void ofTwoStatementsAboutOnePeriodTheOnePublishedLastStands() {
        Figure none = figure("2025-10-01 1");
        Figure early = relay(none, "2025-11-01 5", "OUTLET_A", "2025-11-02");
        Figure late = relay(figure("2025-10-02 1"), "2025-11-01 6", "OUTLET_B", "2025-11-03");
        assertEquals(List.of("2025-11-01 6 by OUTLET_B +1"), told(early, late));
    }

    @Test
    void relaysThatPassEachOtherOnInARingAreOneStatement() {
        Figure a = figure("2025-11-01 5");
        Figure b = relay(a, "2025-11-01 6", "OUTLET_B", "2025-11-03");
        Figure ring = relay(b, "2025-11-01 5", "OUTLET_A", "2025-11-02");
        Figure outside = relay(b, "2025-11-02 7", "OUTLET_C", "2025-11-01");
        assertEquals(List.of("2025-11-01 6 by OUTLET_B +2"), told(outside, ring, b));
    }

    private static List<String> told(Figure... figures) {
        return Statement.of(List.of(figures)).stream()
                .map(statement -> statement.figure().reference() + " +" + statement.others())
                .toList();
    }
}
