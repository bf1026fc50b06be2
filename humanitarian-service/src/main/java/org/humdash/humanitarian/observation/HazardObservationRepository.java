package org.humdash.humanitarian.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.Session;
import org.humdash.kit.revision.ReadScope;

/** Finds the observations that are about one hazard. */
@ApplicationScoped
class HazardObservationRepository {

    /**
     * Of every indicator, area, originator, definition and part the observations about the hazard with the newest
     * validity. Relays of one statement share its validity, so they stand side by side.
     */
    private static final String STANDING = """
            with dated as (
                select revision_id, indicator, valid_to, max(valid_to) over (partition by indicator, area, originator,
                    definition, sex, age, cause, shelter_type) as newest
                from observation
                where hazard = :hazard and valid_to <= :asOf
                    and recorded_at <= :knownAt and (superseded_at is null or superseded_at > :knownAt)
                    and revision_reason <> 'RETRACTION' and sensitivity in (:readable)
                    and not exists (select from observation n where n.id = observation.id
                        and n.superseded_at is null and n.sensitivity not in (:readable))),
            ranked as (
                select revision_id, row_number() over (partition by indicator order by valid_to desc, revision_id) as place
                from dated where valid_to = newest)
            select o.* from observation o join ranked using (revision_id) where place <= :most""";

    private final EntityManager entityManager;

    HazardObservationRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * The observations about a hazard that stand on the as-of day, in no order.
     *
     * @param most how many of one indicator, those with the newest validity first
     */
    List<Observation> standing(String hazard, ReadScope scope, int most) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(STANDING, Observation.class)
                .setParameter("hazard", hazard)
                .setParameter("asOf", scope.asOf())
                .setParameter("knownAt", OffsetDateTime.ofInstant(scope.knownAt(), ZoneOffset.UTC))
                .setParameter(
                        "readable",
                        scope.clearance().mayRead().stream().map(Enum::name).toList())
                .setParameter("most", most)
                .getResultList();
    }
}
