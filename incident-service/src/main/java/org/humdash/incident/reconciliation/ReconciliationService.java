package org.humdash.incident.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.humdash.incident.ceasefire.CeasefireRegister;
import org.humdash.incident.ceasefire.CeasefireSummary;
import org.humdash.incident.claim.ClaimFigure;
import org.humdash.incident.claim.ClaimFilter;
import org.humdash.incident.claim.ClaimRegister;
import org.humdash.incident.source.SourceRegister;
import org.humdash.kit.revision.ReadScope;

/** Reconciles claims, a page of them with as many statements to the database as one. */
@ApplicationScoped
class ReconciliationService {

    private final ClaimRegister claims;
    private final CeasefireRegister ceasefires;
    private final SourceRegister sources;
    private final DocumentedIncidents incidents;
    private final DocumentedDays days;

    ReconciliationService(
            ClaimRegister claims,
            CeasefireRegister ceasefires,
            SourceRegister sources,
            DocumentedIncidents incidents,
            DocumentedDays days) {
        this.claims = claims;
        this.ceasefires = ceasefires;
        this.sources = sources;
        this.incidents = incidents;
        this.days = days;
    }

    @Transactional
    Optional<ReconciliationResponse> of(UUID claim, ReadScope scope) {
        return reconcile(claims.find(claim, scope).stream().toList(), scope).stream()
                .findFirst();
    }

    /** The page after the filter's cursor, and one claim more if there is another page. */
    @Transactional
    List<ReconciliationResponse> page(ClaimFilter filter, ReadScope scope) {
        return reconcile(claims.page(filter, scope), scope);
    }

    private List<ReconciliationResponse> reconcile(List<ClaimFigure> page, ReadScope scope) {
        if (page.isEmpty()) {
            return List.of();
        }
        Map<String, CeasefireSummary> known = ceasefires.knownAt(scope.knownAt());
        Map<UUID, Findings> findings = new HashMap<>(incidents.of(page, known, scope));
        findings.putAll(days.of(page, known, scope));
        Map<UUID, Trail.Step> steps = steps(page, scope);
        ReconciliationView view = new ReconciliationView(sources.knownAt(scope.knownAt()), known);
        return page.stream()
                .map(claim -> view.of(
                        claim,
                        Optional.ofNullable(findings.get(claim.id())),
                        Optional.ofNullable(steps.get(claim.id()))))
                .toList();
    }

    private Map<UUID, Trail.Step> steps(List<ClaimFigure> page, ReadScope scope) {
        Set<UUID> wanted = page.stream().map(ClaimFigure::id).collect(Collectors.toSet());
        Map<UUID, Trail.Step> steps = new HashMap<>();
        Trail trail = new Trail();
        claims.follow(page, scope, statement -> {
            Trail.Step step = trail.next(statement);
            if (wanted.contains(statement.id())) {
                steps.put(statement.id(), step);
            }
        });
        return steps;
    }
}
