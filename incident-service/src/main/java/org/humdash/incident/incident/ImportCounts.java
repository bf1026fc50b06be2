package org.humdash.incident.incident;

/**
 * What an import did, or would do.
 *
 * @param created rows that became new incidents
 * @param revised rows that changed an incident
 * @param unchanged rows that said what was recorded already
 */
public record ImportCounts(long created, long revised, long unchanged) {}
