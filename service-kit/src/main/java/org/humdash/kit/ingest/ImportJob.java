package org.humdash.kit.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.humdash.vocabulary.mapping.TableMapping;

/**
 * An import and what has become of it so far.
 *
 * @param digest SHA-256 of the file
 * @param accepted rows read that were not refused
 * @param created rows that became new records
 * @param revised rows that changed a record
 * @param unchanged rows that said what was recorded already
 * @param missing records a complete file lacks
 * @param warnings how much was found odd about rows that were taken in; null where nobody looked, as when more than {@value
 *     org.humdash.vocabulary.hxl.ImportReport#MOST_ROWS_LOOKED_AT} were
 * @param unplaced rows whose area has no known P-code; it was left empty
 * @param rowsPerSecond since the job was started
 * @param recordedAt the instant that the records of the job carry; null where none was written
 * @param failure why it failed; null unless it did
 */
public record ImportJob(
        UUID id,
        ImportStatus status,
        boolean dryRun,
        boolean complete,
        Instant createdAt,
        String createdBy,
        Instant startedAt,
        Instant finishedAt,
        long bytes,
        String digest,
        DetectedFile detected,
        TableMapping mapping,
        long rowsRead,
        long accepted,
        long refused,
        long created,
        long revised,
        long unchanged,
        long missing,
        long unplaced,
        Long warnings,
        Long rowsPerSecond,
        Instant recordedAt,
        String failure) {

    static Long rate(long rows, Instant startedAt, Instant until) {
        long millis = startedAt == null || until == null
                ? 0
                : Duration.between(startedAt, until).toMillis();
        return millis <= 0 ? null : Long.valueOf(rows * 1_000 / millis);
    }
}
