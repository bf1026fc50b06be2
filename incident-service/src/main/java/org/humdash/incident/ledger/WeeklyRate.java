package org.humdash.incident.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.humdash.incident.coverage.DayCoverage;
import org.humdash.incident.incident.Grade;
import org.humdash.incident.rollup.RollupRow;

/**
 * Incidents a day over the last seven complete days: those that began on them and are not discounted, divided by the
 * days that a source reported on in full.
 *
 * @param incidents of all seven days
 * @param daysCovered days with REPORTED or NIL
 */
record WeeklyRate(LocalDate from, LocalDate to, long incidents, int daysCovered) {

    private static final int DECIMALS = 4;

    /** @param rows the incidents that touch those days, told apart by span and grade at least */
    static WeeklyRate of(MonitoredPeriod lastDays, Collection<RollupRow> rows, Map<LocalDate, DayCoverage> coverage) {
        long incidents = rows.stream()
                .filter(row -> row.grade() != Grade.DISCOUNTED)
                .filter(row ->
                        !row.from().isBefore(lastDays.from()) && !row.from().isAfter(lastDays.to()))
                .mapToLong(RollupRow::incidents)
                .sum();
        int covered = Math.toIntExact(lastDays.from()
                .datesUntil(lastDays.to().plusDays(1))
                .filter(day -> coverage.getOrDefault(day, DayCoverage.NONE).isCovered())
                .count());
        return new WeeklyRate(lastDays.from(), lastDays.to(), incidents, covered);
    }

    /** Incidents per covered day, to four decimals; empty when no day is covered. */
    Optional<BigDecimal> perDay() {
        return daysCovered == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(incidents)
                        .divide(BigDecimal.valueOf(daysCovered), DECIMALS, RoundingMode.HALF_UP));
    }
}
