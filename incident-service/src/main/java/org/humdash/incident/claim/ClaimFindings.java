package org.humdash.incident.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.humdash.incident.source.SourceRegister;
import org.humdash.incident.source.SourceSummary;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.ValidityCursor;
import org.humdash.vocabulary.lint.Finding;
import org.humdash.vocabulary.lint.FindingCode;

/** Finds what is odd about claims. Nothing of it is stored: findings follow from what is recorded, at every instant. */
@ApplicationScoped
class ClaimFindings {

    /** How many claims are looked at with one question to the database. */
    static final int AT_A_TIME = 500;

    /** How often a page asks; then it is handed over as it is, with a cursor. */
    private static final int MOST_TIMES = 10;

    private final ClaimRepository claims;
    private final LintedClaimRepository linted;
    private final SourceRegister sources;

    ClaimFindings(ClaimRepository claims, LintedClaimRepository linted, SourceRegister sources) {
        this.claims = claims;
        this.linted = linted;
        this.sources = sources;
    }

    /** Claims of which something was noticed; {@code next} is where the page ended, null at the end of the list. */
    record Found(List<ClaimFindingsResponse> claims, ValidityCursor next) {}

    /** The findings on each of these claims that the reader may see; none for a claim that has none. */
    @Transactional
    Map<UUID, List<Finding>> of(Collection<UUID> ids, ReadScope scope) throws SQLException {
        Map<UUID, List<Finding>> findings = new HashMap<>();
        linted.find(ids, scope)
                .forEach((id, claim) -> findings.put(id, ClaimLinter.findings(claim, ClaimLinter.today(scope))));
        return findings;
    }

    /** The claim and what was noticed about it, if the reader may see it. */
    @Transactional
    Optional<ClaimFindingsResponse> of(UUID id, ReadScope scope) throws SQLException {
        return Optional.ofNullable(linted.find(List.of(id), scope).get(id))
                .map(claim -> view(claim, scope, sources.knownAt(scope.knownAt())));
    }

    /**
     * The claims after the filter's cursor of which something was noticed, newest validity first. The page ends before
     * it is full when very many claims in a row have nothing to notice.
     *
     * @param code the only finding wanted; null for all
     */
    @Transactional
    Found page(ClaimFilter filter, FindingCode code, ReadScope scope) throws SQLException {
        Map<String, SourceSummary> names = sources.knownAt(scope.knownAt());
        List<ClaimFindingsResponse> found = new ArrayList<>();
        ValidityCursor last = filter.after();
        for (int time = 0; time < MOST_TIMES; time++) {
            List<ValidityCursor> places = claims.places(filter, last, AT_A_TIME, scope);
            Map<UUID, LintedClaim> read =
                    linted.find(places.stream().map(ValidityCursor::id).toList(), scope);
            for (ValidityCursor place : places) {
                if (found.size() == filter.limit()) {
                    return new Found(found, last);
                }
                last = place;
                Optional.ofNullable(read.get(place.id()))
                        .map(claim -> view(claim, scope, names))
                        .filter(claim -> has(claim.findings(), code))
                        .ifPresent(found::add);
            }
            if (places.size() < AT_A_TIME) {
                return new Found(found, null);
            }
        }
        return new Found(found, last);
    }

    private static boolean has(List<Finding> findings, FindingCode code) {
        return findings.stream().anyMatch(finding -> code == null || finding.code() == code);
    }

    private static ClaimFindingsResponse view(LintedClaim claim, ReadScope scope, Map<String, SourceSummary> names) {
        return ClaimFindingsResponse.of(claim, ClaimLinter.findings(claim, ClaimLinter.today(scope)), names);
    }
}
