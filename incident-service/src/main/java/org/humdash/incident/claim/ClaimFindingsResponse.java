package org.humdash.incident.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.humdash.incident.source.SourceSummary;
import org.humdash.vocabulary.estimate.EstimateView;
import org.humdash.vocabulary.lint.Finding;

/**
 * A claim and what was noticed about it.
 *
 * @param publisher who passed the statement on; null when the originator published it
 * @param findings empty where nothing was noticed; they change nothing in the claim
 */
record ClaimFindingsResponse(
        UUID id,
        String reference,
        String ceasefire,
        String area,
        Measure measure,
        EstimateView estimate,
        SourceSummary originator,
        SourceSummary publisher,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate publishedOn,
        List<Finding> findings) {

    static ClaimFindingsResponse of(LintedClaim claim, List<Finding> findings, Map<String, SourceSummary> sources) {
        return new ClaimFindingsResponse(
                claim.id(),
                claim.reference(),
                claim.series().ceasefire(),
                claim.series().area(),
                claim.series().measure(),
                EstimateView.of(claim.breakdown().total()),
                sources.get(claim.series().originator()),
                claim.publisher() == null ? null : sources.get(claim.publisher()),
                claim.series().validFrom(),
                claim.validTo(),
                claim.publishedOn(),
                findings);
    }
}
