package org.humdash.incident.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.humdash.incident.claim.Measure;
import org.humdash.incident.reconciliation.RollupRepository.Window;
import org.humdash.incident.source.SourceRegister;
import org.humdash.kit.revision.ReadScope;

/** Reconciles claims, a page of them with as many statements to the database as one. */
@ApplicationScoped
class ReconciliationService {

    private final ClaimRegister claims;
    private final CeasefireRegister ceasefires;
    private final SourceRegister sources;
    private final RollupRepository rollup;

    ReconciliationService(
            ClaimRegister claims, CeasefireRegister ceasefires, SourceRegister sources, RollupRepository rollup) {
        this.claims = claims;
        this.ceasefires = ceasefires;
        this.sources = sources;
        this.rollup = rollup;
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
        Map<String, CeasefireSummary> effective = ceasefires.knownAt(scope.knownAt());
        Map<UUID, Documentation> documentation = documentation(page, effective, scope);
        Map<UUID, Trail.Step> steps = steps(page, scope);
        ReconciliationView view = new ReconciliationView(sources.knownAt(scope.knownAt()), effective);
        return page.stream()
                .map(claim -> view.of(
                        claim,
                        Optional.ofNullable(documentation.get(claim.id())).map(Documentation::findings),
                        Optional.ofNullable(steps.get(claim.id()))))
                .toList();
    }

    /** Claims about one area of one ceasefire are read about together, whatever their periods. */
    private Map<UUID, Documentation> documentation(
            List<ClaimFigure> page, Map<String, CeasefireSummary> effective, ReadScope scope) {
        Map<UUID, Documentation> byClaim = new HashMap<>();
        Map<Window, List<Documentation>> byPlace = new LinkedHashMap<>();
        Map<Window, Window> widest = new LinkedHashMap<>();
        for (ClaimFigure claim : page) {
            if (!isCountedHere(claim.series().measure())) {
                continue;
            }
            LocalDate from = claim.series().validFrom();
            Documentation documentation = new Documentation(
                    claim.series().measure(),
                    from,
                    claim.validTo(),
                    claim.parts().keySet());
            byClaim.put(claim.id(), documentation);
            String area = claim.series().area();
            boolean whole =
                    area.equals(effective.get(claim.series().ceasefire()).area());
            Window place = new Window(claim.series().ceasefire(), area, whole, null, null);
            byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(documentation);
            widest.merge(
                    place,
                    new Window(place.ceasefire(), area, whole, from, claim.validTo()),
                    ReconciliationService::around);
        }
        rollup.read(
                List.copyOf(widest.values()),
                scope,
                (window, cell) -> byPlace.get(new Window(window.ceasefire(), window.area(), window.whole(), null, null))
                        .forEach(documentation -> documentation.add(cell)));
        return byClaim;
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

    private static Window around(Window a, Window b) {
        return new Window(
                a.ceasefire(),
                a.area(),
                a.whole(),
                a.from().isBefore(b.from()) ? a.from() : b.from(),
                a.to().isAfter(b.to()) ? a.to() : b.to());
    }

    private static boolean isCountedHere(Measure measure) {
        return switch (measure) {
            case VIOLATIONS, KILLED, INJURED, DETAINED -> true;
            case ATTACK_DAYS, QUIET_DAYS, MONITORED_DAYS -> false;
        };
    }
}
