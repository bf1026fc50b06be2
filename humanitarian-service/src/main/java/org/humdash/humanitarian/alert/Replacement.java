package org.humdash.humanitarian.alert;

import java.time.Instant;
import java.util.UUID;

/** The message that took the place of another one. */
record Replacement(UUID id, String identifier, MessageType messageType, Instant sent) {}
