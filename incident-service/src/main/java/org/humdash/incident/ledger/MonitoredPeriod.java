package org.humdash.incident.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.humdash.incident.ceasefire.CeasefireTerms;
import org.humdash.vocabulary.time.DayCount;

/**
 * The local calendar days a ledger is about. Dates are counted and never hours, so a day on which clocks change is one
 * day.
 *
 * @param from the first monitored day
 * @param to the last monitored day; the day before {@code from} when there is none
 * @param lastCertain the last day that is no longer pending
 * @param lastComplete the last day that is over in full, and not pending
 * @param firstComplete the first day that is in full under the ceasefire, the day after it took effect
 */
record MonitoredPeriod(
        LocalDate from, LocalDate to, LocalDate lastCertain, LocalDate firstComplete, LocalDate lastComplete) {

    /**
     * The monitored days by a convention, as many as {@link DayCount#between} says: INCLUSIVE from the effective to the
     * as-of day, ELAPSED without the as-of day, FULL_DAYS_AFTER_EFFECTIVE without either. A ceasefire that ended is
     * monitored until the day of its end, which then stands in the place of the as-of day. Before the effective day
     * there are none.
     *
     * @param lagDays a day later than the as-of day minus this many is pending
     */
    static MonitoredPeriod of(CeasefireTerms terms, LocalDate asOf, int lagDays, DayCount convention) {
        LocalDate effective = terms.effectiveOn();
        LocalDate through = terms.endedOn() != null && terms.endedOn().isBefore(asOf) ? terms.endedOn() : asOf;
        LocalDate from = convention == DayCount.FULL_DAYS_AFTER_EFFECTIVE ? effective.plusDays(1) : effective;
        LocalDate to = from.plusDays(convention.between(effective, through) - 1L);
        LocalDate lastCertain = asOf.minusDays(lagDays);
        LocalDate lastOver = through.minusDays(1);
        return new MonitoredPeriod(
                from, to, lastCertain, effective.plusDays(1), lastCertain.isBefore(lastOver) ? lastCertain : lastOver);
    }

    int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1);
    }

    boolean isEmpty() {
        return to.isBefore(from);
    }

    boolean isPending(LocalDate day) {
        return day.isAfter(lastCertain);
    }

    /** The part of this period within two days, both included; empty when they do not meet. */
    Optional<MonitoredPeriod> within(LocalDate first, LocalDate last) {
        MonitoredPeriod part = new MonitoredPeriod(
                first.isAfter(from) ? first : from,
                last.isBefore(to) ? last : to,
                lastCertain,
                firstComplete,
                lastComplete);
        return part.isEmpty() ? Optional.empty() : Optional.of(part);
    }

    /** The last seven complete days, fewer when there have not been seven; empty when there is none. */
    Optional<MonitoredPeriod> lastSevenCompleteDays() {
        LocalDate first = lastComplete.minusDays(6);
        return new MonitoredPeriod(
                        first.isAfter(firstComplete) ? first : firstComplete,
                        lastComplete,
                        lastCertain,
                        firstComplete,
                        lastComplete)
                .nonEmpty();
    }

    private Optional<MonitoredPeriod> nonEmpty() {
        return isEmpty() ? Optional.empty() : Optional.of(this);
    }
}
