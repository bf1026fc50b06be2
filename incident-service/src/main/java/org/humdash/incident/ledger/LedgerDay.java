package org.humdash.incident.ledger;

import java.time.LocalDate;
import org.humdash.incident.coverage.DayCoverage;

/**
 * One monitored day.
 *
 * @param attacks incidents that make it an attack day
 * @param possibleAttacks incidents of an attack type that may be of this day: their span covers it, or their time on the
 *     day the ceasefire took effect is unknown
 */
record LedgerDay(LocalDate date, DayStatus status, long attacks, long possibleAttacks, DayCoverage coverage) {}
