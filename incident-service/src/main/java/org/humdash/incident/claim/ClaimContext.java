package org.humdash.incident.claim;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.humdash.incident.ceasefire.CeasefireSummary;
import org.humdash.incident.source.SourceSummary;
import org.humdash.kit.revision.ReadScope;

/**
 * What claims are shown against: the names of the sources, the dates of the ceasefires, what the reader may see.
 *
 * @param shown the claims that relays may name: those within the reader's clearance
 */
record ClaimContext(
        Map<String, SourceSummary> sources,
        Map<String, CeasefireSummary> ceasefires,
        Set<UUID> shown,
        ReadScope scope) {

    /** The claim that this one passes on; null for a statement, and where that claim is not for the reader. */
    UUID relayOf(ViolationClaim claim) {
        return claim.relayOf != null && shown.contains(claim.relayOf) ? claim.relayOf : null;
    }
}
