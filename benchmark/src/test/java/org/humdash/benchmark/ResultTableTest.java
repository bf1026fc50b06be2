package org.humdash.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    @Test
    void ratesHaveToReachTheirGoalAndTimesToKeepWithinIt() {
        assertEquals(
                """
                name   | ours          | limit         | ratio | goal    | pass
                import | 20,000 rows/s | 80,000 rows/s | 0.25  | >= 0.25 | yes
                export | 10.0 rows/s   | 21.0 rows/s   | 0.48  | >= 0.50 | NO
                ledger | 12.0 ms       | 8.0 ms        | 1.50  | <= 1.50 | yes
                page   | 401 ms        | 100 ms        | 4.01  | <= 3.00 | NO
                """,
                ResultTable.of(List.of(
                        new Measurement("import", 20_000, 80_000, "rows/s", Goal.atLeast(0.25)),
                        new Measurement("export", 10, 21, "rows/s", Goal.atLeast(0.5)),
                        new Measurement("ledger", 12, 8, "ms", Goal.atMost(1.5)),
                        new Measurement("page", 401, 100, "ms", Goal.atMost(3)))));
    }
}
