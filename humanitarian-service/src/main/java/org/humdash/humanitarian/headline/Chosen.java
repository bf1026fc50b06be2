package org.humdash.humanitarian.headline;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.humdash.humanitarian.headline.HeadlinePolicy.Candidate;
import org.humdash.humanitarian.observation.ObservationResponse;
import org.humdash.humanitarian.observation.StandingClaim;
import org.humdash.vocabulary.text.BilingualText;

/**
 * The one of the standing claims of an indicator in an area that is shown first.
 *
 * @param reason why that one, in words
 */
record Chosen(StandingClaim claim, BilingualText reason) {

    /** Empty when no claim is about the whole. */
    static Optional<Chosen> of(List<StandingClaim> claims, List<String> sourcePriority) {
        List<Candidate> candidates = claims.stream().map(Chosen::candidate).toList();
        return new HeadlinePolicy(sourcePriority).choose(candidates).map(choice -> {
            UUID id = choice.claim().id();
            StandingClaim claim = claims.stream()
                    .filter(standing -> standing.shown().id().equals(id))
                    .findFirst()
                    .orElseThrow();
            return new Chosen(
                    claim, HeadlineReason.of(choice, claim.shown().definition().code(), candidates));
        });
    }

    private static Candidate candidate(StandingClaim claim) {
        ObservationResponse shown = claim.shown();
        return new Candidate(
                shown.id(),
                shown.originator().code(),
                shown.reference(),
                shown.definition().code().equals(shown.indicator()),
                claim.isAboutAll(),
                shown.validTo(),
                shown.relayOf() != null,
                shown.publishedOn());
    }
}
