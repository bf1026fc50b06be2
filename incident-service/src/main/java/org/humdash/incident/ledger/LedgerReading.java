package org.humdash.incident.ledger;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.humdash.incident.violation.ViolationType;

/** Days of a ledger, read once and counted over as many periods as is wanted. */
public final class LedgerReading {

    private final LedgerService.Days days;
    private final Set<ViolationType> attackTypes;

    LedgerReading(LedgerService.Days days, Set<ViolationType> attackTypes) {
        this.days = days;
        this.attackTypes = attackTypes;
    }

    /** Counts those of its days that lie between two days, both included; empty where none of them was monitored. */
    public Optional<DayTally> count(LocalDate from, LocalDate to) {
        return days.period()
                .within(from, to)
                .map(part -> DayLedger.of(part, days.rows(), days.ledger().coverage(), attackTypes))
                .map(DayTally::of);
    }
}
