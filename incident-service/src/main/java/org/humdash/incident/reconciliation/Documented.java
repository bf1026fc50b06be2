package org.humdash.incident.reconciliation;

import org.humdash.vocabulary.estimate.Estimate;

/**
 * What is documented of the thing a claim counts.
 *
 * @param figure the count or sum; a range where it is not known of every incident whether the claim is about it
 * @param incidents how many incidents are certain to be in it
 * @param possibleIncidents how many more may be: their dates or places are not precise enough, or on the day the
 *     ceasefire took effect nobody gave their time
 * @param stated how many of the incidents, possible ones included, state the figure
 * @param contested the part of {@code figure} from incidents for which responsibility is contested
 */
record Documented(Estimate figure, long incidents, long possibleIncidents, long stated, Estimate contested) {}
