package org.humdash.incident.ceasefire;

import java.time.LocalDate;

/**
 * A ceasefire as other features need it.
 *
 * @param area the P-code its claims are about unless they say otherwise
 * @param effectiveOn the local calendar day on which it took effect
 */
public record CeasefireSummary(String code, String area, LocalDate effectiveOn) {}
