package org.humdash.humanitarian.observation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.humdash.kit.revision.ReadScope;

@ApplicationScoped
class ObservationRepository implements PanacheRepositoryBase<Observation, Long> {

    /**
     * Of every originator, definition, part and hazard the observations with the newest validity. Relays of one statement
     * share its validity, so they stand side by side. An indicator has as many as the answer may hold, those that could
     * be its headline first.
     */
    private static final String STANDING = """
            with dated as (
                select revision_id, indicator, originator, definition, valid_to,
                    num_nonnulls(sex, age, cause, shelter_type) > 0 as is_part,
                    max(valid_to) over (partition by indicator, originator, definition, hazard, sex, age, cause,
                        shelter_type) as newest
                from observation
                where area = :area and indicator in (:indicators) and valid_to <= :asOf
                    and recorded_at <= :knownAt and (superseded_at is null or superseded_at > :knownAt)
                    and revision_reason <> 'RETRACTION' and sensitivity in (:readable)
                    and not exists (select from observation n where n.id = observation.id
                        and n.superseded_at is null and n.sensitivity not in (:readable))),
            ranked as (
                select d.revision_id, row_number() over (partition by d.indicator
                    order by d.is_part, d.definition = d.indicator desc,
                        array_position(i.source_priority, d.originator) nulls last, d.valid_to desc, d.revision_id) as place
                from dated d join indicator i on i.code = d.indicator and i.superseded_at is null
                where d.valid_to = d.newest)
            select o.* from observation o join ranked using (revision_id) where place <= :most""";

    /** The page after the filter's cursor and one observation more, which tells whether there is another page. */
    List<Observation> page(ObservationFilter filter, ReadScope scope) {
        Map<String, Object> parameters = scope.parameters(Map.of("asOf", scope.asOf()));
        String conditions = filter.conditions(parameters);
        return find(
                        "from Observation o where o.validTo <= :asOf" + conditions + " and "
                                + ReadScope.visible("Observation", "o") + " order by o.validTo desc, o.id desc",
                        parameters)
                .page(0, filter.limit + 1)
                .list();
    }

    Optional<Observation> byId(UUID id, ReadScope scope) {
        return find(
                        "from Observation o where o.id = :id and " + ReadScope.visible("Observation", "o"),
                        scope.parameters(Map.of("id", id)))
                .firstResultOptional();
    }

    /** Every revision of an observation that had been recorded, retractions included, first to last. */
    List<Observation> revisions(UUID id, ReadScope scope) {
        return list(
                "from Observation o where o.id = :id and o.recordedAt <= :knownAt and o.sensitivity in :readable and "
                        + ReadScope.notHiddenNow("Observation", "o") + " order by o.revision",
                scope.parameters(Map.of("id", id)));
    }

    Optional<Observation> current(String originator, String reference) {
        return find("originator = ?1 and reference = ?2 and supersededAt is null", originator, reference)
                .firstResultOptional();
    }

    /** The observations that stand on the as-of day, in no order. */
    List<Observation> standing(String area, Collection<String> indicators, ReadScope scope, int most) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(STANDING, Observation.class)
                .setParameter("area", area)
                .setParameter("indicators", indicators)
                .setParameter("asOf", scope.asOf())
                .setParameter("knownAt", OffsetDateTime.ofInstant(scope.knownAt(), ZoneOffset.UTC))
                .setParameter(
                        "readable",
                        scope.clearance().mayRead().stream().map(Enum::name).toList())
                .setParameter("most", most)
                .getResultList();
    }
}
