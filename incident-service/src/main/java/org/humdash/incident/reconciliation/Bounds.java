package org.humdash.incident.reconciliation;

import java.math.BigDecimal;

/**
 * A number derived from estimates. Unlike an estimate it may lie below zero, and no source ever stated it.
 *
 * @param lower the least it can be; null where nothing bounds it
 * @param best the value that follows from the best values; null where there is none
 * @param upper the most it can be; null where nothing bounds it
 */
record Bounds(BigDecimal lower, BigDecimal best, BigDecimal upper) {}
