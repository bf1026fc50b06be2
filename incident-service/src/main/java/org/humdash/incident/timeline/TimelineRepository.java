package org.humdash.incident.timeline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.kit.revision.ReadScope;

@ApplicationScoped
class TimelineRepository implements PanacheRepositoryBase<TimelineEntry, Long> {

    /** The most entries one answer holds; a ceasefire's diplomacy is dozens to hundreds of entries. */
    static final int MOST = 1_000;

    /** What had happened by the as-of day, and what had been announced by then for a later one; latest first. */
    List<TimelineEntry> of(String ceasefire, ReadScope scope) {
        return find(
                        "from TimelineEntry t where t.ceasefire = :ceasefire"
                                + " and (case when t.kind = EXPECTED then t.publishedOn else t.date end) <= :asOf and "
                                + ReadScope.visible("t") + " order by t.date desc, t.reference",
                        scope.parameters(Map.of("ceasefire", ceasefire, "asOf", scope.asOf())))
                .page(0, MOST)
                .list();
    }

    Optional<TimelineEntry> current(String ceasefire, String reference) {
        return find("ceasefire = ?1 and reference = ?2 and supersededAt is null", ceasefire, reference)
                .firstResultOptional();
    }
}
