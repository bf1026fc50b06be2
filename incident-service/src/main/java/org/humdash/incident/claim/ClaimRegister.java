package org.humdash.incident.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.humdash.kit.revision.ReadScope;

/** The claims as other features need them. */
@ApplicationScoped
public class ClaimRegister {

    private final ClaimRepository claims;

    ClaimRegister(ClaimRepository claims) {
        this.claims = claims;
    }

    /** The claim, if the reader may see it and its period had ended on the as-of day. */
    @Transactional
    public Optional<ClaimFigure> find(UUID id, ReadScope scope) {
        return figures(claims.byId(id, scope).stream().toList(), scope).stream()
                .filter(claim -> !claim.validTo().isAfter(scope.asOf()))
                .findFirst();
    }

    /** The page after the filter's cursor, newest validity first, and one claim more if there is another page. */
    @Transactional
    public List<ClaimFigure> page(ClaimFilter filter, ReadScope scope) {
        return figures(claims.page(filter, scope), scope);
    }

    /**
     * Hands over the statements of every series that one of the claims belongs to, up to that claim's day. They come
     * series after series, earliest validity first; of those of one day the one published last comes first. They pass
     * through one by one: a series may be long.
     */
    @Transactional
    public void follow(List<ClaimFigure> ofClaims, ReadScope scope, Consumer<ClaimStatement> reader) {
        if (ofClaims.isEmpty()) {
            return;
        }
        claims.statements(ofClaims.stream().map(ClaimFigure::id).toList(), scope, reader);
    }

    private List<ClaimFigure> figures(List<ViolationClaim> found, ReadScope scope) {
        if (found.isEmpty()) {
            return List.of();
        }
        claims.fetchParts(found);
        Set<UUID> shown = claims.shownAmong(found, scope);
        return found.stream()
                .map(claim -> ClaimFigure.of(
                        claim, claim.relayOf != null && shown.contains(claim.relayOf) ? claim.relayOf : null, scope))
                .toList();
    }
}
