package org.humdash.humanitarian.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BucketTest {

    @Test
    void daysAreNeverPartial() {
        assertEquals(
                List.of("2025-10-25 whole 1", "2025-10-26 whole 1"),
                buckets("2025-10-25", "2025-10-26", Bucket.Length.DAY, DayOfWeek.MONDAY));
    }

    @Test
    void weeksAreClippedToThePeriodAndMarked() {
        assertEquals(
                List.of("2025-10-10..2025-10-12 partial 3", "2025-10-13..2025-10-19 whole 7", "2025-10-20 partial 1"),
                buckets("2025-10-10", "2025-10-20", Bucket.Length.WEEK, DayOfWeek.MONDAY));
    }

    @Test
    void weeksMayBeginOnSaturday() {
        assertEquals(
                List.of("2025-10-10 partial 1", "2025-10-11..2025-10-17 whole 7", "2025-10-18..2025-10-20 partial 3"),
                buckets("2025-10-10", "2025-10-20", Bucket.Length.WEEK, DayOfWeek.SATURDAY));
    }

    @Test
    void monthsHaveTheirOwnLengths() {
        assertEquals(
                List.of("2024-01-31 partial 1", "2024-02-01..2024-02-29 whole 29", "2024-03-01..2024-03-30 partial 30"),
                buckets("2024-01-31", "2024-03-30", Bucket.Length.MONTH, DayOfWeek.MONDAY));
    }

    private static List<String> buckets(String from, String to, Bucket.Length length, DayOfWeek weekStart) {
        return Bucket.of(LocalDate.parse(from), LocalDate.parse(to), length, weekStart).stream()
                .map(bucket ->
                        (bucket.from().equals(bucket.to()) ? "" + bucket.from() : bucket.from() + ".." + bucket.to())
                                + (bucket.isPartial() ? " partial " : " whole ")
                                + bucket.days())
                .toList();
    }
}
