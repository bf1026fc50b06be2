package org.humdash.incident.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.humdash.incident.coverage.DayCoverage;

/**
 * Incidents a day over the last seven complete days: those that began on them and are not discounted, divided by the
 * days that a source reported on in full.
 *
 * @param incidents of all seven days
 * @param daysCovered days with REPORTED or NIL
 */
record WeeklyRate(LocalDate from, LocalDate to, long incidents, int daysCovered) {

    private static final int DECIMALS = 4;

    /** @param incidents how many began on those days and are not discounted */
    static WeeklyRate of(MonitoredPeriod lastDays, long incidents, Map<LocalDate, DayCoverage> coverage) {
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
