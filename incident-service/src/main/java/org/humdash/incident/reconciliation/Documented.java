package org.humdash.incident.reconciliation;

import org.humdash.incident.ledger.DayTally;
import org.humdash.vocabulary.estimate.Estimate;

/**
 * What is documented of the thing a claim counts.
 *
 * @param figure the count or sum; a range where it is not known of every incident whether the claim is about it
 * @param basis the incidents it comes from; null when it counts days
 * @param days the statuses of the days; null when it counts anything else
 */
record Documented(Estimate figure, Basis basis, DayTally days) {

    /**
     * The incidents that a figure comes from.
     *
     * @param certain how many are certain to be in it
     * @param possible how many more may be: their dates or places are not precise enough, or on the day the ceasefire
     *     took effect nobody gave their time
     * @param stated how many of all these state the figure
     * @param contested the part of the figure from incidents for which responsibility is contested
     */
    record Basis(long certain, long possible, long stated, Estimate contested) {}
}
