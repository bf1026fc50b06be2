package org.humdash.incident.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.incident.coverage.DayCoverage;
import org.humdash.incident.rollup.RollupRow;

/** Days of a ledger, read once and counted over as many periods as is wanted. */
public final class LedgerReading {

    private final MonitoredPeriod period;
    private final List<RollupRow> attacks;
    private final Map<LocalDate, DayCoverage> coverage;

    LedgerReading(MonitoredPeriod period, List<RollupRow> attacks, Map<LocalDate, DayCoverage> coverage) {
        this.period = period;
        this.attacks = List.copyOf(attacks);
        this.coverage = Map.copyOf(coverage);
    }

    /** Counts those of its days that lie between two days, both included; empty where none of them was monitored. */
    public Optional<DayTally> count(LocalDate from, LocalDate to) {
        return period.within(from, to).map(part -> DayTally.of(DayLedger.of(part, touching(part), coverage)));
    }

    private List<RollupRow> touching(MonitoredPeriod part) {
        return attacks.stream()
                .filter(row -> !row.to().isBefore(part.from()) && !row.from().isAfter(part.to()))
                .toList();
    }
}
