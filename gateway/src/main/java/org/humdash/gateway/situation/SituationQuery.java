package org.humdash.gateway.situation;

import java.time.Instant;
import java.time.LocalDate;
import org.humdash.vocabulary.place.Area;

/**
 * What a situation is asked for.
 *
 * @param ceasefire code of a ceasefire; safe to put into a path, not known to exist
 * @param asOf the day the facts are cut at
 * @param knownAt the instant the records are cut at; never "now", so that both services answer about the same one
 */
record SituationQuery(String ceasefire, Area area, LocalDate asOf, Instant knownAt) {}
