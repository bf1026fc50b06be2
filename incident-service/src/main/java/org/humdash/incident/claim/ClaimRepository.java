package org.humdash.incident.claim;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.humdash.kit.estimate.EstimateColumns;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.ValidityCursor;
import org.humdash.vocabulary.time.DayCount;

@ApplicationScoped
class ClaimRepository implements PanacheRepositoryBase<ViolationClaim, Long> {

    private static final int ROWS_AT_A_TIME = 1_000;

    /** The page after the filter's cursor and one claim more, which tells whether there is another page. */
    List<ViolationClaim> page(ClaimFilter filter, ReadScope scope) {
        Map<String, Object> parameters = scope.parameters(Map.of("asOf", scope.asOf()));
        String conditions = filter.conditions(parameters);
        return find(
                        "from ViolationClaim c where c.validTo <= :asOf" + conditions + " and "
                                + ReadScope.visible("ViolationClaim", "c") + " order by c.validTo desc, c.id desc",
                        parameters)
                .page(0, filter.limit + 1)
                .list();
    }

    /**
     * The places of claims in the list of the filter, after one of them. A claim about days that are still to come is
     * among them whatever the as-of day: it is what one looks for in findings.
     *
     * @param after null for the beginning
     */
    List<ValidityCursor> places(ClaimFilter filter, ValidityCursor after, int most, ReadScope scope) {
        Map<String, Object> parameters =
                scope.parameters(Map.of("asOf", scope.asOf(), "today", ClaimLinter.today(scope)));
        String conditions = filter.conditions(parameters, after);
        var query = getEntityManager()
                .createQuery(
                        "select c.validTo, c.id from ViolationClaim c where (c.validTo <= :asOf or c.validTo > :today)"
                                + conditions + " and " + ReadScope.visible("ViolationClaim", "c")
                                + " order by c.validTo desc, c.id desc",
                        Object[].class)
                .setMaxResults(most);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> new ValidityCursor((LocalDate) row[0], (UUID) row[1]))
                .toList();
    }

    Optional<ViolationClaim> byId(UUID id, ReadScope scope) {
        return find(
                        "from ViolationClaim c where c.id = :id and " + ReadScope.visible("ViolationClaim", "c"),
                        scope.parameters(Map.of("id", id)))
                .firstResultOptional();
    }

    /** Every revision of a claim that had been recorded, retractions included, first to last. */
    List<ViolationClaim> revisions(UUID id, ReadScope scope) {
        return list(
                "from ViolationClaim c where c.id = :id and c.recordedAt <= :knownAt and c.sensitivity in :readable and "
                        + ReadScope.notHiddenNow("ViolationClaim", "c") + " order by c.revision",
                scope.parameters(Map.of("id", id)));
    }

    Optional<ViolationClaim> current(String originator, String reference) {
        return find("originator = ?1 and reference = ?2 and supersededAt is null", originator, reference)
                .firstResultOptional();
    }

    Optional<ViolationClaim> current(UUID id) {
        return find("id = ?1 and supersededAt is null", id).firstResultOptional();
    }

    /**
     * The claims that stand on the as-of day: of every measure and originator those with the newest validity. Relays of
     * one statement share its validity, so they stand side by side.
     */
    List<ViolationClaim> standing(String ceasefire, String area, ReadScope scope) {
        return list(
                "from ViolationClaim c where c.ceasefire = :ceasefire and c.area = :area and "
                        + ReadScope.visible("ViolationClaim", "c")
                        + " and c.validTo = (select max(n.validTo) from ViolationClaim n where n.ceasefire = :ceasefire"
                        + " and n.area = :area and n.measure = c.measure and n.originator = c.originator"
                        + " and n.validTo <= :asOf and " + ReadScope.visible("ViolationClaim", "n") + ")",
                scope.parameters(Map.of("ceasefire", ceasefire, "area", area, "asOf", scope.asOf())));
    }

    /** Reads the parts of all these claims with one statement. */
    void fetchParts(List<ViolationClaim> claims) {
        if (!claims.isEmpty()) {
            list(
                    "from ViolationClaim c left join fetch c.parts where c.revisionId in ?1",
                    claims.stream().map(claim -> claim.revisionId).toList());
        }
    }

    /** Of the claims that these relay, the ids of those within the reader's clearance. */
    Set<UUID> shownAmong(List<ViolationClaim> claims, ReadScope scope) {
        Set<UUID> relayed = claims.stream()
                .map(claim -> claim.relayOf)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (relayed.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(getEntityManager()
                .createQuery(
                        "select distinct c.id from ViolationClaim c where c.id in :relayed"
                                + " and c.recordedAt <= :knownAt and c.sensitivity in :readable and "
                                + ReadScope.notHiddenNow("ViolationClaim", "c"),
                        UUID.class)
                .setParameter("relayed", relayed)
                .setParameter("knownAt", scope.knownAt())
                .setParameter("readable", scope.clearance().mayRead())
                .getResultList());
    }

    /** The statements of the series of these claims: see {@link ClaimRegister#follow}. */
    void statements(List<UUID> ofClaims, ReadScope scope, Consumer<ClaimStatement> reader) {
        var query = getEntityManager()
                .createQuery(
                        """
                select s.id, s.ceasefire, s.area, s.measure, s.originator, s.validFrom, s.validTo, s.statedDays, s.dayCount,
                    s.estimate
                from ViolationClaim s
                where %1$s and (s.relayOf is null or not exists (
                    select 1 from ViolationClaim o where o.id = s.relayOf and %2$s))
                and exists (
                    select 1 from ViolationClaim p where p.id in :claims and %3$s
                    and p.ceasefire = s.ceasefire and p.area = s.area and p.measure = s.measure
                    and p.originator = s.originator and p.validFrom = s.validFrom and p.validTo >= s.validTo)
                order by s.ceasefire, s.area, s.measure, s.originator, s.validFrom, s.validTo,
                    s.publishedOn desc nulls last, s.reference, s.id""".formatted(
                                        ReadScope.visible("ViolationClaim", "s"),
                                        ReadScope.visible("ViolationClaim", "o"),
                                        ReadScope.visible("p")),
                        Object[].class);
        scope.parameters(Map.of("claims", ofClaims)).forEach(query::setParameter);
        query.setHint(HibernateHints.HINT_FETCH_SIZE, ROWS_AT_A_TIME);
        try (Stream<Object[]> rows = query.getResultStream()) {
            rows.map(ClaimRepository::statement).forEach(reader);
        }
    }

    private static ClaimStatement statement(Object[] row) {
        return new ClaimStatement(
                (UUID) row[0],
                new ClaimSeries(
                        (String) row[1], (String) row[2], (Measure) row[3], (String) row[4], (LocalDate) row[5]),
                (LocalDate) row[6],
                (Integer) row[7],
                (DayCount) row[8],
                ((EstimateColumns) row[9]).estimate());
    }
}
