package org.humdash.incident.ceasefire;

import java.time.LocalDate;

/** Where a ceasefire stands on a day, by its own dates alone: it says nothing about whether it was kept. */
enum CeasefireStatus {
    NOT_YET_EFFECTIVE,
    IN_EFFECT,
    ENDED;

    static CeasefireStatus on(LocalDate day, LocalDate effectiveOn, LocalDate endedOn) {
        if (day.isBefore(effectiveOn)) {
            return NOT_YET_EFFECTIVE;
        }
        return endedOn != null && day.isAfter(endedOn) ? ENDED : IN_EFFECT;
    }
}
