package org.humdash.incident.ceasefire;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.kit.revision.ReadScope;

@ApplicationScoped
class CeasefireRepository implements PanacheRepositoryBase<Ceasefire, Long> {

    List<Ceasefire> all(ReadScope scope) {
        return list(
                "from Ceasefire c where " + ReadScope.visible("c") + " order by c.effectiveAt",
                scope.parameters(Map.of()));
    }

    Optional<Ceasefire> byCode(String code, ReadScope scope) {
        return find(
                        "from Ceasefire c where c.code = :code and " + ReadScope.visible("c"),
                        scope.parameters(Map.of("code", code)))
                .firstResultOptional();
    }

    Optional<Ceasefire> current(String code) {
        return find("code = ?1 and supersededAt is null", code).firstResultOptional();
    }
}
