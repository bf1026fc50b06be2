package org.humdash.incident.ceasefire;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.kit.revision.ReadScope;

@ApplicationScoped
class PhaseRepository implements PanacheRepositoryBase<Phase, Long> {

    List<Phase> of(String ceasefire, ReadScope scope) {
        return list(
                "from Phase p where p.ceasefire = :ceasefire and " + ReadScope.visible("p") + " order by p.number",
                scope.parameters(Map.of("ceasefire", ceasefire)));
    }

    Optional<Phase> current(String ceasefire, int number) {
        return find("ceasefire = ?1 and number = ?2 and supersededAt is null", ceasefire, number)
                .firstResultOptional();
    }
}
