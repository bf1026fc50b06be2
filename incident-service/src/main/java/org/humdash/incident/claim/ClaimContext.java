package org.humdash.incident.claim;

import java.time.LocalDate;
import java.util.Map;
import org.humdash.incident.ceasefire.CeasefireSummary;
import org.humdash.incident.source.SourceSummary;

/** What claims are shown against: the names of the sources, the dates of the ceasefires, the as-of day. */
record ClaimContext(Map<String, SourceSummary> sources, Map<String, CeasefireSummary> ceasefires, LocalDate asOf) {}
