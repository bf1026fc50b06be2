package org.humdash.gateway.situation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.humdash.vocabulary.place.Area;

/**
 * What anybody looks at. Asked about again it is the same, but for what was hidden since.
 *
 * @param ceasefire code of the ceasefire; safe to put into a path
 * @param whole whether the area is that of the ceasefire, so that what has no known place counts too
 * @param asOf the facts of the days up to this one
 * @param knownAt the records up to this instant
 */
public record View(String ceasefire, Area area, boolean whole, LocalDate asOf, Instant knownAt) {

    /** The day and the instant, as parameters of a question to a service. */
    public String time() {
        return "asOf=" + asOf + "&knownAt=" + URLEncoder.encode(knownAt.toString(), StandardCharsets.UTF_8);
    }
}
