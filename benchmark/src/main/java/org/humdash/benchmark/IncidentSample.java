package org.humdash.benchmark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An incident that never was, with what its one report says.
 *
 * @param number from 1, and the key of its revision
 * @param days how many days it may have happened on
 * @param localTime null where unknown
 * @param atLeastKilled null where nothing is said of it
 * @param injured as stated, exactly; null where nothing is said of it
 */
record IncidentSample(
        long number,
        UUID id,
        UUID fingerprint,
        Instant recordedAt,
        String source,
        String type,
        LocalDate day,
        int days,
        String localTime,
        String placeName,
        String adm2,
        double lat,
        double lon,
        String allegedPerpetrator,
        Long atLeastKilled,
        Long injured,
        String grade,
        String sensitivity,
        String descriptionEn,
        String descriptionAr) {

    String reference() {
        return "benchmark-" + number;
    }

    String url() {
        return "https://example.org/reports/" + number;
    }

    LocalDate lastDay() {
        return day.plusDays(days - 1L);
    }

    /** 1 a day, 2 a few days, 3 a week. */
    int datePrecision() {
        return days == 1 ? 1 : days < 7 ? 2 : 3;
    }

    /** Null for the grade that follows from a single report; the others are given by hand. */
    String gradeByHand() {
        return grade.equals("WEAK") ? null : grade;
    }

    String gradeReason() {
        return gradeByHand() == null ? null : "as graded by the provider";
    }
}
