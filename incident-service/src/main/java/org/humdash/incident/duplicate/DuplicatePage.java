package org.humdash.incident.duplicate;

import java.util.List;

/** Candidates by the day of the earlier incident; {@code nextCursor} is null when there are no more. */
record DuplicatePage(List<DuplicateCandidate> items, String nextCursor) {}
