package org.humdash.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    @Test
    void ratioIsHeldAgainstTheGoalAndLeftOutWhereOursIsNotMeasured() {
        assertEquals(
                """
                name   | ours          | limit         | ratio | goal    | pass
                import | 20,000 rows/s | 80,000 rows/s | 0.25  | >= 0.25 | yes
                export | 10 rows/s     | 21 rows/s     | 0.48  | >= 0.50 | NO
                ledger | -             | 5 rows/s      | -     | >= 0.50 | -
                """,
                ResultTable.of(List.of(
                        new Measurement("import", 20_000.0, 80_000, "rows/s", 0.25),
                        new Measurement("export", 10.0, 21, "rows/s", 0.5),
                        new Measurement("ledger", null, 5, "rows/s", 0.5))));
    }
}
