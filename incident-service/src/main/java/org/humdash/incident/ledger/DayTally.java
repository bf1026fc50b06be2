package org.humdash.incident.ledger;

import org.humdash.vocabulary.estimate.Estimate;

/**
 * How many monitored days have each status.
 *
 * @param possibleCovered how many of the possible days a source reported on
 * @param attackDays the number of days with an attack, a range where there are possible ones
 */
public record DayTally(
        int attack, int possible, int pending, int quiet, int noReport, int possibleCovered, Estimate attackDays) {

    static DayTally of(DayLedger ledger) {
        return new DayTally(
                ledger.count(DayStatus.ATTACK),
                ledger.count(DayStatus.POSSIBLE),
                ledger.count(DayStatus.PENDING),
                ledger.count(DayStatus.QUIET),
                ledger.count(DayStatus.NO_REPORT),
                Math.toIntExact(ledger.days().stream()
                        .filter(day -> day.status() == DayStatus.POSSIBLE
                                && day.coverage().isCovered())
                        .count()),
                ledger.attackDays().estimate());
    }

    /** All of them. */
    public int monitored() {
        return attack + possible + pending + quiet + noReport;
    }

    /** The number of quiet days: at most those and the possible ones that a source reported on. */
    public Estimate quietDays() {
        return possibleCovered == 0 ? Estimate.exact(quiet) : Estimate.range(quiet, (long) quiet + possibleCovered);
    }
}
