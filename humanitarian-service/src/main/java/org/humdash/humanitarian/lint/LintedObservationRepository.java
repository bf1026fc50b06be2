package org.humdash.humanitarian.lint;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.kit.lint.LintSql;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.ValidityCursor;
import org.humdash.vocabulary.lint.Statement;

/** Reads observations together with what they are held against: any number of them with two statements. */
@ApplicationScoped
class LintedObservationRepository {

    /**
     * That {@code s} is about the same hazard and part as {@code o}. It stands in one CASE, or the planner multiplies its
     * guesses about each comparison, expects next to nothing of them, and reads a whole series instead of its last entry:
     * 40 s instead of 0.2 s for 500 observations of series of 1,000.
     */
    private static final String SAME_THING = """
            case when s.hazard is not distinct from o.hazard and s.sex is not distinct from o.sex
                and s.age is not distinct from o.age and s.cause is not distinct from o.cause
                and s.shelter_type is not distinct from o.shelter_type %s then true else false end""";

    /**
     * The observations of some ids; what each passes on, and the statement before it. Cumulative figures follow on each
     * other when they count from the same day, figures of what happened in a period when the periods are as long. An
     * observation that passes on what the reader may not see is a statement of its own.
     */
    private static final String OBSERVATIONS =
            LintSql.WITH_SCOPE + LintSql.expand("observation", """
            select o.id as o_id, o.valid_from as o_valid_from, o.valid_to as o_valid_to, $figure(o), o.reference, o.indicator,
                o.area, o.definition, o.originator, o.publisher, o.published_on,
                r.id as r_id, r.valid_from as r_valid_from, r.valid_to as r_valid_to, $figure(r),
                p.id as p_id, p.valid_from as p_valid_from, p.valid_to as p_valid_to, $figure(p)
            from scope cross join observation o
            left join observation r on r.id = o.relay_of and $visible(r)
            left join lateral (
                select s.* from observation s
                where r.id is null and s.area = o.area and s.indicator = o.indicator and s.originator = o.originator
                    and s.valid_to < o.valid_to and %s and $visible(s)
                    and (s.relay_of is null or not exists (
                        select from observation k where k.id = s.relay_of and $visible(k)))
                order by s.valid_to desc, s.published_on desc nulls last, s.reference, s.id
                limit 1) p on true
            where o.id = any(?) and $visible(o)""".formatted(SAME_THING.formatted("""
            and s.definition = o.definition
            and (o.indicator <> all(?) or s.valid_from = o.valid_from)
            and (o.indicator <> all(?) or s.valid_to - s.valid_from = o.valid_to - o.valid_from)""")));

    /** An indicator's own definition goes with those of its terms, any other one with the one of the same code. */
    private static final String TERMS =
            LintSql.WITH_SCOPE + LintSql.expand("observation", """
            select o.id as o_id, t.role, t.term, x.id as x_id, x.valid_from as x_valid_from, x.valid_to as x_valid_to,
                $figure(x)
            from scope cross join observation o
            join indicator i on i.code = o.indicator and i.recorded_at <= scope.known_at
                and (i.superseded_at is null or i.superseded_at > scope.known_at)
            join indicator_revision_term t on t.indicator_revision_id = i.revision_id
            left join lateral (
                select s.* from observation s
                where s.area = o.area and s.indicator = t.term and s.originator = o.originator
                    and s.valid_from = o.valid_from and s.valid_to = o.valid_to and %s and $visible(s)
                order by s.publisher is not distinct from o.publisher desc, s.relay_of is not null,
                    s.published_on desc nulls last, s.reference, s.id
                limit 1) x on true
            where o.id = any(?) and $visible(o)
            order by o.id, t.role, t.position""".formatted(SAME_THING.formatted("""
            and s.definition = case when o.definition = o.indicator then t.term else o.definition end""")));

    private static final String PLACES = LintSql.WITH_SCOPE + LintSql.expand("observation", """
            select o.valid_to, o.id from scope cross join observation o
            where (o.valid_to <= ? or o.valid_to > ?) and $visible(o)""");

    private final DataSource dataSource;

    LintedObservationRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The places of observations in the list of the filter, newest validity first. An observation about days that are
     * still to come is among them whatever the as-of day: it is what one looks for in findings.
     *
     * @param after null for the beginning
     */
    List<ValidityCursor> places(FindingsFilter filter, ValidityCursor after, int most, ReadScope scope)
            throws SQLException {
        StringBuilder sql = new StringBuilder(PLACES);
        List<Object> values = new ArrayList<>(List.of(scope.asOf(), ObservationLinter.today(scope)));
        condition(sql, values, " and o.indicator = ?", filter.indicator);
        condition(sql, values, " and o.originator = ?", filter.originator);
        condition(sql, values, " and o.hazard = ?", filter.hazard);
        Instant from = filter.from();
        if (from != null) {
            condition(sql, values, " and o.recorded_at >= ?", OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
        }
        Instant to = filter.to();
        if (to != null) {
            condition(sql, values, " and o.recorded_at <= ?", OffsetDateTime.ofInstant(to, ZoneOffset.UTC));
        }
        if (after != null) {
            sql.append(" and (o.valid_to, o.id) < (?, ?)");
            values.addAll(List.of(after.validTo(), after.id()));
        }
        List<String> areas = filter.areas();
        if (areas != null) {
            sql.append(" and o.area = any(?)");
        }
        sql.append(" order by o.valid_to desc, o.id desc limit ").append(most);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            LintSql.bind(statement, scope);
            int index = 3;
            for (Object value : values) {
                statement.setObject(index++, value);
            }
            if (areas != null) {
                LintSql.bindArray(statement, index, "text", areas);
            }
            List<ValidityCursor> places = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    places.add(new ValidityCursor(row.getObject(1, LocalDate.class), row.getObject(2, UUID.class)));
                }
            }
            return places;
        }
    }

    /** Those of the observations that the reader may see, by id. */
    Map<UUID, LintedObservation> find(Collection<UUID> ids, Map<String, IndicatorSummary> indicators, ReadScope scope)
            throws SQLException {
        Map<UUID, LintedObservation> found = new HashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            Map<UUID, Terms> terms = terms(connection, ids, scope);
            try (PreparedStatement statement = connection.prepareStatement(OBSERVATIONS)) {
                LintSql.bind(statement, scope);
                LintSql.bindArray(statement, 3, "text", codes(indicators, IndicatorKind.CUMULATIVE));
                LintSql.bindArray(statement, 4, "text", codes(indicators, IndicatorKind.FLOW));
                LintSql.bindArray(statement, 5, "uuid", ids);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        LintedObservation observation = observation(row);
                        found.put(
                                observation.id(), observation.with(terms.getOrDefault(observation.id(), new Terms())));
                    }
                }
            }
        }
        return found;
    }

    private static LintedObservation observation(ResultSet row) throws SQLException {
        Statement statement = LintSql.statement(row, "o").orElseThrow();
        return new LintedObservation(
                statement.id(),
                row.getString("reference"),
                row.getString("indicator"),
                row.getString("area"),
                row.getString("definition"),
                row.getString("originator"),
                row.getString("publisher"),
                statement,
                row.getObject("published_on", LocalDate.class),
                LintSql.statement(row, "r"),
                LintSql.statement(row, "p"),
                new Terms());
    }

    private static Map<UUID, Terms> terms(Connection connection, Collection<UUID> ids, ReadScope scope)
            throws SQLException {
        Map<UUID, Terms> terms = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TERMS)) {
            LintSql.bind(statement, scope);
            LintSql.bindArray(statement, 3, "uuid", ids);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    terms.computeIfAbsent(row.getObject("o_id", UUID.class), id -> new Terms())
                            .add(
                                    Terms.Role.valueOf(row.getString("role")),
                                    row.getString("term"),
                                    LintSql.statement(row, "x")
                                            .map(Statement::figure)
                                            .orElse(null));
                }
            }
        }
        return terms;
    }

    private static List<String> codes(Map<String, IndicatorSummary> indicators, IndicatorKind kind) {
        return indicators.values().stream()
                .filter(indicator -> indicator.kind() == kind)
                .map(IndicatorSummary::code)
                .toList();
    }

    private static void condition(StringBuilder sql, List<Object> values, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }
}
