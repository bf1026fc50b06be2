package org.humdash.vocabulary.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayCountTest {

    private static final LocalDate EFFECTIVE = LocalDate.of(2025, 10, 10);

    @ParameterizedTest
    @CsvSource({
        "2025-12-19, 71, 70, 69",
        "2025-12-08, 60, 59, 58",
        "2025-10-12, 3, 2, 1",
        "2025-10-11, 2, 1, 0",
        "2025-10-10, 1, 0, 0",
        "2025-10-09, 0, 0, 0",
        "2020-01-01, 0, 0, 0"
    })
    void conventionsDifferByADayEachAndAreNeverNegative(LocalDate asOf, int inclusive, int elapsed, int full) {
        assertEquals(new DayCounts(inclusive, elapsed, full), DayCounts.between(EFFECTIVE, asOf));
    }

    @Test
    void dayOfTwentyFiveHoursIsOneDay() {
        LocalDate clocksBack = LocalDate.of(2025, 10, 25);
        ZoneId gaza = ZoneId.of("Asia/Gaza");
        Duration length = Duration.between(
                clocksBack.atStartOfDay(gaza), clocksBack.plusDays(1).atStartOfDay(gaza));
        assertEquals(Duration.ofHours(25), length);

        assertEquals(1, DayCount.INCLUSIVE.between(clocksBack, clocksBack));
        assertEquals(1, DayCount.ELAPSED.between(clocksBack, clocksBack.plusDays(1)));
        assertEquals(16, DayCount.INCLUSIVE.between(EFFECTIVE, clocksBack));
        assertEquals(17, DayCount.INCLUSIVE.between(EFFECTIVE, clocksBack.plusDays(1)));
    }

    @Property
    void eachDayAddsOne(@ForAll @IntRange(min = 1, max = 100_000) int elapsed) {
        LocalDate asOf = EFFECTIVE.plusDays(elapsed);
        assertEquals(new DayCounts(elapsed + 1, elapsed, elapsed - 1), DayCounts.between(EFFECTIVE, asOf));
    }

    @Property
    void noCountIsNegative(@ForAll @IntRange(min = -100_000, max = 100_000) int days) {
        for (DayCount convention : DayCount.values()) {
            assertTrue(convention.between(EFFECTIVE, EFFECTIVE.plusDays(days)) >= 0);
        }
    }
}
