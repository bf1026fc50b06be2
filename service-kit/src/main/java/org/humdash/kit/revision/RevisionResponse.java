package org.humdash.kit.revision;

import java.time.Instant;

/** Which revision of a record this is: when it was recorded, why, and when (if ever) a later one took its place. */
public record RevisionResponse(int number, Instant recordedAt, Instant supersededAt, RevisionReason reason) {}
