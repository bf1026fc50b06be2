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

    List<Indicator> allCurrent() {
        return list("supersededAt is null");
    }
}
