package org.humdash.kit.ingest;

/**
 * What an import did, or would do.
 *
 * @param created rows that became new records
 * @param revised rows that changed a record
 * @param unchanged rows that said what was recorded already
 */
public record ImportCounts(long created, long revised, long unchanged) {}
