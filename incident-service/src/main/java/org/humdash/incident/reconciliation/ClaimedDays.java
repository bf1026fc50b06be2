package org.humdash.incident.reconciliation;

import java.time.LocalDate;
import java.util.Optional;
import org.humdash.incident.claim.ClaimFigure;
import org.humdash.incident.claim.Measure;
import org.humdash.incident.ledger.DayTally;
import org.humdash.incident.ledger.LedgerReading;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.time.DayCount;

/**
 * The days that a claim about days counts. Its convention decides about the ends, as {@link DayCount} does: ELAPSED leaves
 * out the last day, FULL_DAYS_AFTER_EFFECTIVE the first one too. A claim that follows no known convention counts both.
 */
record ClaimedDays(LocalDate from, LocalDate to) {

    static ClaimedDays of(ClaimFigure claim) {
        LocalDate first = claim.series().validFrom();
        LocalDate last = claim.validTo();
        return switch (claim.dayCount()) {
            case ELAPSED -> new ClaimedDays(first, last.minusDays(1));
            case FULL_DAYS_AFTER_EFFECTIVE -> new ClaimedDays(first.plusDays(1), last.minusDays(1));
            case INCLUSIVE -> new ClaimedDays(first, last);
            case null -> new ClaimedDays(first, last);
        };
    }

    /**
     * What the ledger says of the days of a claim of ATTACK_DAYS, QUIET_DAYS or MONITORED_DAYS; empty where none of them was
     * monitored.
     */
    static Optional<Documented> documented(ClaimFigure claim, LedgerReading ledger) {
        ClaimedDays days = of(claim);
        return ledger.count(days.from, days.to)
                .map(tally -> new Documented(figure(claim.series().measure(), tally), null, tally));
    }

    private static Estimate figure(Measure measure, DayTally tally) {
        return switch (measure) {
            case ATTACK_DAYS -> tally.attackDays();
            case QUIET_DAYS -> tally.quietDays();
            case MONITORED_DAYS -> Estimate.exact(tally.monitored());
            case VIOLATIONS, KILLED, INJURED, DETAINED ->
                throw new IllegalArgumentException(measure + " counts no days");
        };
    }
}
