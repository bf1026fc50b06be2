package org.humdash.incident.claim;

import java.time.LocalDate;

/**
 * What claims must have in common for their figures to follow one another: one originator counting one thing in one area
 * from one day on. Figures of different series are never added or subtracted.
 */
public record ClaimSeries(String ceasefire, String area, Measure measure, String originator, LocalDate validFrom) {}
