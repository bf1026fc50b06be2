package org.humdash.humanitarian.hazard;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Clearance;

@ApplicationScoped
class HazardRepository implements PanacheRepositoryBase<Hazard, Long> {

    /** The most hazards one answer holds. */
    static final int MOST = 1_000;

    /** The hazards that had begun by the as-of day, latest first. */
    List<Hazard> begun(ReadScope scope) {
        return find(
                        "from Hazard h where h.startsOn <= :asOf and " + ReadScope.visible("Hazard", "h")
                                + " order by h.startsOn desc, h.code",
                        scope.parameters(Map.of("asOf", scope.asOf())))
                .page(0, MOST)
                .list();
    }

    Optional<Hazard> byCode(String code, ReadScope scope) {
        return find(
                        "from Hazard h where h.code = :code and " + ReadScope.visible("Hazard", "h"),
                        scope.parameters(Map.of("code", code)))
                .firstResultOptional();
    }

    /** Every revision of a hazard that had been recorded, retractions included, first to last. */
    List<Hazard> revisions(String code, ReadScope scope) {
        return list(
                "from Hazard h where h.code = :code and h.recordedAt <= :knownAt and h.sensitivity in :readable and "
                        + ReadScope.notHiddenNow("Hazard", "h") + " order by h.revision",
                scope.parameters(Map.of("code", code)));
    }

    /** The codes of hazards that may not be seen: hidden now, or at the instant that is asked about. */
    List<String> hidden(ReadScope scope) {
        return getEntityManager()
                .createQuery(
                        "select distinct h.code from Hazard h where h.sensitivity not in :readable and (h.supersededAt is null"
                                + " or h.recordedAt <= :knownAt and h.supersededAt > :knownAt)",
                        String.class)
                .setParameter("readable", scope.clearance().mayRead())
                .setParameter("knownAt", scope.knownAt())
                .getResultList();
    }

    Optional<Hazard> current(String code) {
        return find("code = ?1 and supersededAt is null", code).firstResultOptional();
    }

    List<Hazard> current(Collection<UUID> ids) {
        return list("id in ?1 and supersededAt is null", ids);
    }

    /** Those of the revisions that stand now and are within the clearance. */
    List<Hazard> standing(Collection<Long> revisionIds, Clearance clearance) {
        return list(
                "revisionId in ?1 and supersededAt is null and revisionReason <> ?2 and sensitivity in ?3",
                revisionIds,
                RevisionReason.RETRACTION,
                clearance.mayRead());
    }

    List<Hazard> allStanding() {
        return list("supersededAt is null and revisionReason <> ?1", RevisionReason.RETRACTION);
    }
}
