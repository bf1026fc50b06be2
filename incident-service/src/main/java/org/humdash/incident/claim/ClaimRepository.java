package org.humdash.incident.claim;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.humdash.kit.revision.ReadScope;

@ApplicationScoped
class ClaimRepository implements PanacheRepositoryBase<ViolationClaim, Long> {

    /** The page after the filter's cursor and one claim more, which tells whether there is another page. */
    List<ViolationClaim> page(ClaimFilter filter, ReadScope scope) {
        Map<String, Object> parameters = scope.parameters(Map.of("asOf", scope.asOf()));
        String conditions = filter.conditions(parameters);
        return find(
                        "from ViolationClaim c where c.validTo <= :asOf" + conditions + " and "
                                + ReadScope.visible("ViolationClaim", "c") + " order by c.validTo desc, c.id desc",
                        parameters)
                .page(0, filter.limit + 1)
                .list();
    }

    Optional<ViolationClaim> byId(UUID id, ReadScope scope) {
        return find(
                        "from ViolationClaim c where c.id = :id and " + ReadScope.visible("ViolationClaim", "c"),
                        scope.parameters(Map.of("id", id)))
                .firstResultOptional();
    }

    /** Every revision of a claim that had been recorded, retractions included, first to last. */
    List<ViolationClaim> revisions(UUID id, ReadScope scope) {
        return list(
                "from ViolationClaim c where c.id = :id and c.recordedAt <= :knownAt and c.sensitivity in :readable and "
                        + ReadScope.notHiddenNow("ViolationClaim", "c") + " order by c.revision",
                scope.parameters(Map.of("id", id)));
    }

    Optional<ViolationClaim> current(String originator, String reference) {
        return find("originator = ?1 and reference = ?2 and supersededAt is null", originator, reference)
                .firstResultOptional();
    }

    /**
     * The claims that stand on the as-of day: of every measure and originator those with the newest validity. Relays of
     * one statement share its validity, so they stand side by side.
     */
    List<ViolationClaim> standing(String ceasefire, String area, ReadScope scope) {
        return list(
                "from ViolationClaim c where c.ceasefire = :ceasefire and c.area = :area and "
                        + ReadScope.visible("ViolationClaim", "c")
                        + " and c.validTo = (select max(n.validTo) from ViolationClaim n where n.ceasefire = :ceasefire"
                        + " and n.area = :area and n.measure = c.measure and n.originator = c.originator"
                        + " and n.validTo <= :asOf and " + ReadScope.visible("ViolationClaim", "n") + ")",
                scope.parameters(Map.of("ceasefire", ceasefire, "area", area, "asOf", scope.asOf())));
    }
}
