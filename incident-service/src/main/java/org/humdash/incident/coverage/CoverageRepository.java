package org.humdash.incident.coverage;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.humdash.kit.revision.ReadScope;

@ApplicationScoped
class CoverageRepository implements PanacheRepositoryBase<CoverageDay, Long> {

    private static final String VISIBLE = ReadScope.visible("CoverageDay", "c");

    /** The page after the filter's cursor and one day more, which tells whether there is another page. */
    List<CoverageDay> page(CoverageFilter filter, ReadScope scope) {
        Map<String, Object> parameters = scope.parameters(Map.of("asOf", scope.asOf()));
        String conditions = filter.conditions(parameters);
        return find(
                        "from CoverageDay c where c.day <= :asOf" + conditions + " and " + VISIBLE
                                + " order by c.day desc, c.id desc",
                        parameters)
                .page(0, filter.limit + 1)
                .list();
    }

    /** What was said of the days of a period, both ends included, by day and source. */
    List<CoverageDay> between(String ceasefire, LocalDate from, LocalDate to, ReadScope scope) {
        return list(
                "from CoverageDay c where c.ceasefire = :ceasefire and c.day between :from and :to and c.day <= :asOf and "
                        + VISIBLE + " order by c.day, c.source",
                scope.parameters(Map.of("ceasefire", ceasefire, "from", from, "to", to, "asOf", scope.asOf())));
    }

    Optional<CoverageDay> current(String ceasefire, String source, LocalDate day) {
        return find("ceasefire = ?1 and source = ?2 and day = ?3 and supersededAt is null", ceasefire, source, day)
                .firstResultOptional();
    }

    /** Every revision that had been recorded, first to last. */
    List<CoverageDay> revisions(UUID id, ReadScope scope) {
        return list(
                "from CoverageDay c where c.id = :id and c.recordedAt <= :knownAt and c.sensitivity in :readable and "
                        + ReadScope.notHiddenNow("CoverageDay", "c") + " order by c.revision",
                scope.parameters(Map.of("id", id)));
    }
}
