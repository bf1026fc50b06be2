package org.humdash.incident.source;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.kit.revision.ReadScope;

@ApplicationScoped
class SourceRepository implements PanacheRepositoryBase<Source, Long> {

    List<Source> all(ReadScope scope) {
        return list("from Source s where " + ReadScope.visible("s") + " order by s.code", scope.parameters(Map.of()));
    }

    Optional<Source> byCode(String code, ReadScope scope) {
        return find(
                        "from Source s where s.code = :code and " + ReadScope.visible("s"),
                        scope.parameters(Map.of("code", code)))
                .firstResultOptional();
    }

    Optional<Source> current(String code) {
        return find("code = ?1 and supersededAt is null", code).firstResultOptional();
    }

    List<Source> allCurrent() {
        return list("supersededAt is null");
    }
}
