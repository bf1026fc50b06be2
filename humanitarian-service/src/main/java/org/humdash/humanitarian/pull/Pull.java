package org.humdash.humanitarian.pull;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A file that is fetched every so often, and how that went.
 *
 * @param nextAt when its turn comes; it is not fetched while pulls are off
 * @param running the import of what was fetched last, if it is not over yet
 * @param lastJob the last import
 * @param lastAttemptAt when it was last fetched, whatever came of it
 * @param lastSuccessAt when the file was last imported, or found not to have changed since
 * @param lastChangedAt when a file was last imported that was not the one before
 * @param lastFailure why it last failed; it may have succeeded since
 */
record Pull(
        String code,
        URI url,
        int everyMinutes,
        boolean enabled,
        boolean complete,
        String mapping,
        Map<String, String> constants,
        Instant recordedAt,
        String recordedBy,
        Instant nextAt,
        UUID running,
        UUID lastJob,
        Instant lastAttemptAt,
        Instant lastSuccessAt,
        Instant lastChangedAt,
        Instant lastFailureAt,
        String lastFailure) {}
