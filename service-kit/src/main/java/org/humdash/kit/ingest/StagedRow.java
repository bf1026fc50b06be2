package org.humdash.kit.ingest;

import java.util.List;
import org.humdash.kit.revision.RevisionReason;

/**
 * What one row says of a record.
 *
 * @param number of the row it came from, which several may share
 * @param key the record's originator and reference
 * @param relayOf the reference of the record of the same originator that it relays; null when it is the first
 * @param reason for its revision; null leaves it to the outcome
 * @param content the values of the columns that hold what a record says, in their order
 */
public record StagedRow(long number, RecordKey key, String relayOf, RevisionReason reason, List<Object> content) {}
