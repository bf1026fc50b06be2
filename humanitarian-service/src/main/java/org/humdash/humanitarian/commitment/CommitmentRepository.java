package org.humdash.humanitarian.commitment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.kit.revision.ReadScope;

@ApplicationScoped
class CommitmentRepository implements PanacheRepositoryBase<Commitment, Long> {

    /** A ceasefire has a handful. */
    private static final int MOST = 100;

    List<Commitment> of(String ceasefire, ReadScope scope) {
        return find(
                        "from Commitment c where c.ceasefire = :ceasefire and c.fromDate <= :asOf and "
                                + ReadScope.visible("c") + " order by c.code",
                        scope.parameters(Map.of("ceasefire", ceasefire, "asOf", scope.asOf())))
                .page(0, MOST)
                .list();
    }

    Optional<Commitment> byCode(String ceasefire, String code, ReadScope scope) {
        return find(
                        "from Commitment c where c.ceasefire = :ceasefire and c.code = :code and "
                                + ReadScope.visible("c"),
                        scope.parameters(Map.of("ceasefire", ceasefire, "code", code)))
                .firstResultOptional();
    }

    /** Every revision that had been recorded, first to last. */
    List<Commitment> revisions(String ceasefire, String code, ReadScope scope) {
        return list(
                "from Commitment c where c.ceasefire = :ceasefire and c.code = :code and c.recordedAt <= :knownAt"
                        + " and c.sensitivity in :readable order by c.revision",
                scope.parameters(Map.of("ceasefire", ceasefire, "code", code)));
    }

    Optional<Commitment> current(String ceasefire, String code) {
        return find("ceasefire = ?1 and code = ?2 and supersededAt is null", ceasefire, code)
                .firstResultOptional();
    }
}
