package org.humdash.humanitarian.alert;

import java.math.BigDecimal;

/**
 * An amount as GDACS states it. It comes out of a model of the hazard and is no observed impact.
 *
 * @param text the statement in words
 */
record StatedAmount(BigDecimal value, String unit, String text) {}
