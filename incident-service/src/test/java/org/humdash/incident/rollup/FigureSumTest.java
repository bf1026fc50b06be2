package org.humdash.incident.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.humdash.vocabulary.estimate.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureSumTest {

    private static FigureSum sum(long lower, long best, long upper, long stated, long withoutBest, long open) {
        return new FigureSum(
                BigDecimal.valueOf(lower),
                BigDecimal.valueOf(best),
                BigDecimal.valueOf(upper),
                stated,
                withoutBest,
                open);
    }

    @ParameterizedTest(name = "{6}")
    @CsvSource(
            delimiter = '|',
            value = {
                "5 |  5 | 5  | 2 | 0 | 0 | 5       | 5 and 0, both exact",
                "0 |  0 | 0  | 1 | 0 | 0 | 0       | exactly none",
                "8 |  0 | 0  | 2 | 2 | 2 | ≥ 8     | at least 5 and at least 3",
                "8 |  5 | 5  | 2 | 1 | 1 | ≥ 8     | exactly 5 and at least 3",
                "3 |  4 | 7  | 1 | 0 | 0 | 3–7 (best 4) | a range with a best value",
                "8 |  5 | 15 | 2 | 1 | 0 | 8–15    | exactly 5 and a range of 3 to 10",
                "0 |  0 | 9  | 1 | 1 | 0 | ≤ 9     | at most 9",
                "0 | 50 | 0  | 1 | 0 | 1 | ≈ 50    | about 50, with no bound made up"
            })
    void aSumIsWhatItsBoundsSay(
            long lower, long best, long upper, long stated, long withoutBest, long open, String text, String of) {
        assertEquals(
                text,
                sum(lower, best, upper, stated, withoutBest, open)
                        .estimate()
                        .orElseThrow()
                        .toString(),
                of);
    }

    @Test
    void theBestValueIsKeptWhenEveryTermHasOne() {
        Estimate estimate = sum(8, 55, 5, 2, 0, 1).estimate().orElseThrow();
        assertEquals(BigDecimal.valueOf(55), estimate.best());
        assertEquals("≥ 8 (best 55)", estimate.toString());
    }

    @Test
    void nothingStatedIsMissingAndNotZero() {
        assertEquals(Optional.empty(), FigureSum.NOTHING.estimate());
    }

    @Test
    void aSumBeyondWhatAnEstimateHoldsIsOpen() {
        BigDecimal most = Estimate.MAX;
        FigureSum one = new FigureSum(most, most, most, 1, 0, 0);
        assertEquals(Optional.of(Estimate.atLeast(most)), one.plus(one).estimate());
    }
}
