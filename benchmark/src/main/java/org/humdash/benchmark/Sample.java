package org.humdash.benchmark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An incident that never was, with what its one report says.
 *
 * @param number from 1, and the key of its revision
 * @param localTime null where unknown
 * @param atLeastKilled null where nothing is said of it
 * @param injured as stated, exactly; null where nothing is said of it
 */
record Sample(
        long number,
        UUID id,
        UUID fingerprint,
        Instant recordedAt,
        String source,
        String type,
        LocalDate day,
        String localTime,
        String placeName,
        String adm2,
        double lat,
        double lon,
        String allegedPerpetrator,
        Long atLeastKilled,
        Long injured,
        String descriptionEn,
        String descriptionAr) {

    String reference() {
        return "benchmark-" + number;
    }

    String url() {
        return "https://example.org/reports/" + number;
    }
}
