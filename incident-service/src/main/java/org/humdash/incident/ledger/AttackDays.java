package org.humdash.incident.ledger;

import java.math.BigDecimal;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Qualifier;

/**
 * How many days saw an attack: at least those known to, at most as many more as there are possible days, and no more of
 * those than there are incidents to fill them.
 *
 * @param possibleIncidents incidents that cause at least one day to be POSSIBLE
 */
record AttackDays(long attack, long possible, long possibleIncidents) {

    long lower() {
        return attack;
    }

    long upper() {
        return attack + Math.min(possible, possibleIncidents);
    }

    Estimate estimate() {
        return lower() == upper()
                ? Estimate.exact(lower())
                : Estimate.of(Qualifier.RANGE, BigDecimal.valueOf(lower()), null, BigDecimal.valueOf(upper()));
    }
}
