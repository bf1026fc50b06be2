package org.humdash.humanitarian.alert;

import java.math.BigDecimal;

/**
 * What GDACS says of an event beyond what CAP has words for.
 *
 * @param eventType two letters such as TC
 * @param episodeId counts what was issued of one event
 * @param alertScore the level as a number, for the event and for the episode
 * @param severity how strong the hazard is, such as a speed of wind
 * @param population who may be exposed by GDACS's model; null where the form read has no such statement
 * @param isCurrent whether GDACS took the event as going on when it issued this
 */
record GdacsEvent(
        String eventType,
        long eventId,
        int episodeId,
        String eventName,
        AlertLevel alertLevel,
        BigDecimal alertScore,
        AlertLevel episodeAlertLevel,
        BigDecimal episodeAlertScore,
        StatedAmount severity,
        StatedAmount population,
        Boolean isCurrent) {

    /** Names the event, whatever its episode. */
    String event() {
        return eventType + eventId;
    }
}
