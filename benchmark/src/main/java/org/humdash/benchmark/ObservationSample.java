package org.humdash.benchmark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An observation that nobody ever made.
 *
 * @param number from 1, and the key of its revision
 * @param area a P-code
 * @param publisher null where the originator published it
 * @param day the whole of its period
 */
record ObservationSample(
        long number,
        UUID id,
        UUID fingerprint,
        Instant recordedAt,
        String indicator,
        String area,
        String originator,
        String publisher,
        LocalDate day,
        long figure,
        Precision precision,
        String sensitivity,
        String text,
        String language) {

    /** How sure the source is of its figure. */
    enum Precision {
        EXACT(""),
        AT_LEAST("at least "),
        APPROXIMATELY("about ");

        private final String words;

        Precision(String words) {
            this.words = words;
        }
    }

    String reference() {
        return "benchmark-" + number;
    }

    String url() {
        return "https://example.org/figures/" + number;
    }

    LocalDate publishedOn() {
        return day.plusDays(1);
    }

    /** The figure as it is published. */
    String value() {
        return precision.words + figure;
    }

    /** Null where it is open. */
    Long lower() {
        return precision == Precision.APPROXIMATELY ? null : figure;
    }

    /** Null where none is stated. */
    Long best() {
        return precision == Precision.AT_LEAST ? null : figure;
    }

    /** Null where it is open. */
    Long upper() {
        return precision == Precision.EXACT ? figure : null;
    }
}
