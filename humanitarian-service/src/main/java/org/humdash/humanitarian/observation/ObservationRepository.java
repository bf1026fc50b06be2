package org.humdash.humanitarian.observation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Clearance;

@ApplicationScoped
class ObservationRepository implements PanacheRepositoryBase<Observation, Long> {

    /**
     * Of every series the observations with the newest validity. Relays of one statement share its validity, so they stand
     * side by side. The list of series is gone through, and of each the end of an index, so the cost does not grow with
     * the observations. An indicator has in each area as many as the answer may hold, those that could be its headline first.
     */
    private static final String STANDING = """
            with newest as (
                select o.*, s.is_part
                from observation_series s
                cross join lateral (
                    select o.revision_id, o.indicator, o.area, o.definition, o.originator, o.reference, o.valid_to,
                        o.relay_of, o.published_on
                    from observation o
                    where o.series = s.series and o.valid_to <= :asOf
                        and o.recorded_at <= :knownAt and (o.superseded_at is null or o.superseded_at > :knownAt)
                        and o.revision_reason <> 'RETRACTION' and o.sensitivity in (:readable)
                        and not exists (select from observation n where n.id = o.id
                            and n.superseded_at is null and n.sensitivity not in (:readable))
                    order by o.valid_to desc
                    fetch first 1 row with ties) o
                where s.area in (:areas) and s.indicator in (:indicators) and s.first_recorded_at <= :knownAt),
            ranked as (
                select revision_id, row_number() over (partition by indicator, area
                    order by is_part, definition = indicator desc,
                        (select p.place from jsonb_array_elements_text(cast(:orders as jsonb) -> newest.indicator)
                            with ordinality p (source, place) where p.source = newest.originator) nulls last,
                        valid_to desc, relay_of is not null, published_on desc nulls last, originator collate "C",
                        reference collate "C") as place
                from newest)
            select o.* from observation o join ranked using (revision_id) where place <= :most""";

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

    /**
     * The observations that stand on the as-of day, in no order.
     *
     * @param orders the order of sources of each indicator that has one
     * @param most how many of an indicator in an area
     */
    List<Observation> standing(
            Collection<String> areas,
            Collection<String> indicators,
            Map<String, List<String>> orders,
            ReadScope scope,
            int most) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(STANDING, Observation.class)
                .setParameter("areas", areas)
                .setParameter("indicators", indicators)
                .setParameter("orders", json(orders))
                .setParameter("asOf", scope.asOf())
                .setParameter("knownAt", OffsetDateTime.ofInstant(scope.knownAt(), ZoneOffset.UTC))
                .setParameter(
                        "readable",
                        scope.clearance().mayRead().stream().map(Enum::name).toList())
                .setParameter("most", most)
                .getResultList();
    }

    /** Those of the revisions that stand now and are within the clearance. */
    List<Observation> standing(Collection<Long> revisionIds, Clearance clearance) {
        return list(
                "revisionId in ?1 and supersededAt is null and revisionReason <> ?2 and sensitivity in ?3",
                revisionIds,
                RevisionReason.RETRACTION,
                clearance.mayRead());
    }

    /** Of the observations that these relay, the ids of those within the reader's clearance. */
    Set<UUID> shownAmong(List<Observation> observations, ReadScope scope) {
        Set<UUID> relayed = observations.stream()
                .map(observation -> observation.relayOf)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (relayed.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(getEntityManager()
                .createQuery(
                        "select distinct o.id from Observation o where o.id in :relayed"
                                + " and o.recordedAt <= :knownAt and o.sensitivity in :readable and "
                                + ReadScope.notHiddenNow("Observation", "o"),
                        UUID.class)
                .setParameter("relayed", relayed)
                .setParameter("knownAt", scope.knownAt())
                .setParameter("readable", scope.clearance().mayRead())
                .getResultList());
    }

    /** Those of the ids that may be seen. */
    List<Observation> byIds(Collection<UUID> ids, ReadScope scope) {
        return list(
                "from Observation o where o.id in :ids and " + ReadScope.visible("Observation", "o"),
                scope.parameters(Map.of("ids", ids)));
    }

    /** Codes are of capital letters, digits and underscores, so there is nothing to escape. */
    private static String json(Map<String, List<String>> orders) {
        return orders.entrySet().stream()
                .map(order -> "\"" + order.getKey() + "\":["
                        + order.getValue().stream()
                                .map(code -> "\"" + code + "\"")
                                .collect(Collectors.joining(","))
                        + "]")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
