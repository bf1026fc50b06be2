package org.humdash.kit.ingest;

/**
 * What a record is known by among those of its provider: an import of the same key is of the same record.
 *
 * @param source the code of the source whose record it is
 */
public record RecordKey(String source, String reference) {}
