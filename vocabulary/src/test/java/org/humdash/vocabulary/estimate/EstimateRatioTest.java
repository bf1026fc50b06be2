package org.humdash.vocabulary.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateRatioTest {

    /** The aid lorries of the Gaza Government Media Office against what it says was expected, worked out by hand. */
    @ParameterizedTest(name = "{0} of {1} are {2}")
    @CsvSource({
        "3203, 13200, 24.27",
        "13511, 36000, 37.53",
        "17819, 42800, 41.63",
        "17819, 44400, 40.13",
        "19764, 48000, 41.18",
        "394, 3650, 10.79",
        "0, 600, 0",
        "1200, 600, 200"
    })
    void twoExactNumbersGiveOneRoundedHalfUp(long part, long whole, BigDecimal percent) {
        assertEquals(
                Optional.of(Estimate.exact(percent)),
                EstimateRatio.percent(Estimate.exact(part), Estimate.exact(whole)));
    }

    @Test
    void anOpenBoundStaysOpenAndIsRoundedOutwards() {
        assertEquals(
                Optional.of(Estimate.atLeast(new BigDecimal("24.26"))),
                EstimateRatio.percent(Estimate.atLeast(3203), Estimate.exact(13200)));
        assertEquals(
                Optional.of(Estimate.atMost(new BigDecimal("24.27"))),
                EstimateRatio.percent(Estimate.atMost(3203), Estimate.exact(13200)));
        assertEquals(
                Optional.of(Estimate.moreThan(new BigDecimal("0.0065"))),
                EstimateRatio.perThousand(Estimate.moreThan(13), Estimate.exact(2_000_000)));
        assertEquals(
                Optional.of(Estimate.fewerThan(50)), EstimateRatio.percent(Estimate.exact(5), Estimate.moreThan(10)));
    }

    @Test
    void aRangeIsDividedByTheFarEndOfTheOther() {
        assertEquals(
                Optional.of(Estimate.range(new BigDecimal("47.6190"), new BigDecimal("526.3153"))),
                EstimateRatio.perThousand(Estimate.order(5), Estimate.range(1_900_000, 2_100_000)));
    }

    @Test
    void bestValuesAreDividedWhereBothHaveOne() {
        assertEquals(
                Optional.of(Estimate.approximately(425)),
                EstimateRatio.perThousand(Estimate.approximately(850_000), Estimate.exact(2_000_000)));
        assertEquals(
                Optional.of(Estimate.approximately(new BigDecimal("0.0065"))),
                EstimateRatio.perThousand(Estimate.exact(13), Estimate.approximately(2_000_000)));
    }

    @Test
    void whatDoesNotSayEnoughGivesNothing() {
        assertEquals(
                Optional.empty(), EstimateRatio.perThousand(Estimate.atLeast(13), Estimate.approximately(2_000_000)));
        assertEquals(Optional.empty(), EstimateRatio.percent(Estimate.exact(5), Estimate.exact(0)));
        assertEquals(Optional.empty(), EstimateRatio.percent(Estimate.atMost(5), Estimate.atMost(10)));
        assertEquals(
                Optional.empty(),
                EstimateRatio.percent(Estimate.exact(Estimate.MAX), Estimate.exact(1)),
                "larger than any estimate");
    }

    @Test
    void aRangeThatRoundingBringsTogetherIsOneNumber() {
        assertEquals(
                Optional.of(Estimate.exact(0)), EstimateRatio.perThousand(Estimate.exact(0), Estimate.range(10, 20)));
    }
}
