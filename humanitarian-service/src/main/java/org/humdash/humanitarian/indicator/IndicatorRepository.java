package org.humdash.humanitarian.indicator;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.kit.revision.ReadScope;

@ApplicationScoped
class IndicatorRepository implements PanacheRepositoryBase<Indicator, Long> {

    /** The most indicators one answer holds. */
    static final int MOST = 1_000;

    List<Indicator> all(ReadScope scope) {
        return find("from Indicator i where " + ReadScope.visible("i") + " order by i.code", scope.parameters(Map.of()))
                .page(0, MOST)
                .list();
    }

    Optional<Indicator> byCode(String code, ReadScope scope) {
        return find(
                        "from Indicator i where i.code = :code and " + ReadScope.visible("i"),
                        scope.parameters(Map.of("code", code)))
                .firstResultOptional();
    }

    Optional<Indicator> current(String code) {
        return find("code = ?1 and supersededAt is null", code).firstResultOptional();
    }

    /** Every indicator as it was known at an instant: for naming figures that are visible. */
    List<Indicator> knownAt(Instant knownAt) {
        return list("recordedAt <= ?1 and (supersededAt is null or supersededAt > ?1)", knownAt);
    }

    /** Those that new figures may be of. */
    List<Indicator> allCurrent() {
        return list("supersededAt is null and revisionReason <> RETRACTION");
    }

    /** Every revision of an indicator that had been recorded, retractions included, first to last. */
    List<Indicator> revisions(String code, ReadScope scope) {
        return list(
                "from Indicator i where i.code = :code and i.recordedAt <= :knownAt and i.sensitivity in :readable"
                        + " order by i.revision",
                scope.parameters(Map.of("code", code)));
    }

    /** Puts the next revision in the place of the current one. */
    void supersede(Indicator current, Indicator next, Instant recordedAt) {
        current.supersededAt = recordedAt;
        // The index that allows one current revision for each code must see the old one closed first.
        flush();
        next.id = current.id;
        next.revision = current.revision + 1;
        next.recordedAt = recordedAt;
        next.sensitivity = current.sensitivity;
        persistAndFlush(next);
    }
}
