package org.humdash.incident.ceasefire;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.kit.revision.ReadScope;

@ApplicationScoped
class CommitmentRepository implements PanacheRepositoryBase<Commitment, Long> {

    List<Commitment> of(String ceasefire, ReadScope scope) {
        return list(
                "from Commitment c where c.ceasefire = :ceasefire and " + ReadScope.visible("c") + " order by c.code",
                scope.parameters(Map.of("ceasefire", ceasefire)));
    }

    Optional<Commitment> current(String ceasefire, String code) {
        return find("ceasefire = ?1 and code = ?2 and supersededAt is null", ceasefire, code)
                .firstResultOptional();
    }
}
