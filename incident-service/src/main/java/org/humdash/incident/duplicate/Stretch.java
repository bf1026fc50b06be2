package org.humdash.incident.duplicate;

import java.util.List;
import java.util.Optional;

/**
 * The pairs found among a number of incidents.
 *
 * @param end the place after the last incident that was looked at; empty when there are no further ones
 */
record Stretch(List<Pair> pairs, Optional<DuplicateCursor> end) {}
