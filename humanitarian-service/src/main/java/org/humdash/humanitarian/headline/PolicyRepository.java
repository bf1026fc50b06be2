package org.humdash.humanitarian.headline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.kit.revision.ReadScope;

@ApplicationScoped
class PolicyRepository implements PanacheRepositoryBase<PolicySetting, Long> {

    List<PolicySetting> all(ReadScope scope) {
        return find("from PolicySetting p where " + ReadScope.visible("p"), scope.parameters(Map.of()))
                .list();
    }

    Optional<PolicySetting> byIndicator(String indicator, ReadScope scope) {
        return find(
                        "from PolicySetting p where p.indicator = :indicator and " + ReadScope.visible("p"),
                        scope.parameters(Map.of("indicator", indicator)))
                .firstResultOptional();
    }

    /** Every setting that had been recorded, first to last. */
    List<PolicySetting> revisions(String indicator, ReadScope scope) {
        return list(
                "from PolicySetting p where p.indicator = :indicator and p.recordedAt <= :knownAt"
                        + " and p.sensitivity in :readable order by p.revision",
                scope.parameters(Map.of("indicator", indicator)));
    }

    Optional<PolicySetting> current(String indicator) {
        return find("indicator = ?1 and supersededAt is null", indicator).firstResultOptional();
    }
}
