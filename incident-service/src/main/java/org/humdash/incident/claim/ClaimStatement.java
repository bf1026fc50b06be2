package org.humdash.incident.claim;

import java.time.LocalDate;
import java.util.UUID;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.time.DayCount;

/**
 * One statement of a series. A relay is no statement of its own, unless the reader cannot see what it relays.
 *
 * @param statedDays the number of days the statement gave; null when it gave none
 * @param dayCount the convention {@code statedDays} follows; null when unknown
 */
public record ClaimStatement(
        UUID id, ClaimSeries series, LocalDate validTo, Integer statedDays, DayCount dayCount, Estimate estimate) {}
