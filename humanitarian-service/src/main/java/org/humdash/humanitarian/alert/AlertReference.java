package org.humdash.humanitarian.alert;

import java.time.Instant;

/** An earlier message that a message names. */
record AlertReference(String sender, String identifier, Instant sent) {}
