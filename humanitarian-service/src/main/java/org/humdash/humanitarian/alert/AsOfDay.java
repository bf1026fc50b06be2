package org.humdash.humanitarian.alert;

import java.time.Instant;
import java.time.LocalDate;
import org.humdash.kit.revision.TimeTravel;

/** A calendar day in Gaza, from its first moment up to the first one of the next day. */
record AsOfDay(Instant from, Instant to) {

    static AsOfDay of(LocalDate date) {
        return new AsOfDay(
                date.atStartOfDay(TimeTravel.DEFAULT_ZONE).toInstant(),
                date.plusDays(1).atStartOfDay(TimeTravel.DEFAULT_ZONE).toInstant());
    }

    /** What a message is worth on this day. {@link AlertQuery} says the same of ACTIVE in SQL. */
    AlertStanding standing(
            AlertStatus status, MessageType messageType, Instant begins, Instant ends, Replacement replacedBy) {
        boolean isWarning =
                status == AlertStatus.ACTUAL && (messageType == MessageType.ALERT || messageType == MessageType.UPDATE);
        if (!isWarning) {
            return AlertStanding.NO_WARNING;
        }
        if (replacedBy != null) {
            return replacedBy.messageType() == MessageType.CANCEL ? AlertStanding.CANCELLED : AlertStanding.UPDATED;
        }
        if (!begins.isBefore(to)) {
            return AlertStanding.COMING;
        }
        return ends == null || ends.isAfter(from) ? AlertStanding.ACTIVE : AlertStanding.ENDED;
    }
}
