package org.humdash.incident.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.humdash.incident.incident.Grade;
import org.humdash.incident.rollup.RollupRow;

/**
 * How well the incidents of a ledger are established, and how many of them have no known place.
 *
 * @param byGrade how many incidents have each grade, discounted ones included
 * @param withoutLocation how many of all those have no second-level area
 */
record Shares(Map<Grade, Long> byGrade, long incidents, long withoutLocation) {

    private static final int DECIMALS = 4;

    /** @param rows told apart by grade at least */
    static Shares of(Collection<RollupRow> rows) {
        Map<Grade, Long> byGrade = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            byGrade.put(grade, 0L);
        }
        rows.forEach(row -> byGrade.merge(row.grade(), row.incidents(), Long::sum));
        return new Shares(
                byGrade,
                rows.stream().mapToLong(RollupRow::incidents).sum(),
                rows.stream().mapToLong(RollupRow::withoutLocation).sum());
    }

    /** A part of all incidents, 0 to 1 to four decimals; empty when there are none. */
    Optional<BigDecimal> share(long part) {
        return incidents == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(part).divide(BigDecimal.valueOf(incidents), DECIMALS, RoundingMode.HALF_UP));
    }
}
