package org.humdash.humanitarian.hazard;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.kit.revision.ReadScope;

@ApplicationScoped
class HazardRepository implements PanacheRepositoryBase<Hazard, Long> {

    /** The most hazards one answer holds. */
    static final int MOST = 1_000;

    /** The hazards that had begun by the as-of day, latest first. */
    List<Hazard> begun(ReadScope scope) {
        return find(
                        "from Hazard h where h.startsOn <= :asOf and " + ReadScope.visible("h")
                                + " order by h.startsOn desc, h.code",
                        scope.parameters(Map.of("asOf", scope.asOf())))
                .page(0, MOST)
                .list();
    }

    Optional<Hazard> byCode(String code, ReadScope scope) {
        return find(
                        "from Hazard h where h.code = :code and " + ReadScope.visible("h"),
                        scope.parameters(Map.of("code", code)))
                .firstResultOptional();
    }

    Optional<Hazard> current(String code) {
        return find("code = ?1 and supersededAt is null", code).firstResultOptional();
    }

    List<Hazard> allCurrent() {
        return list("supersededAt is null");
    }
}
