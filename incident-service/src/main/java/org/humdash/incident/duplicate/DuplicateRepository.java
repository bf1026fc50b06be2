package org.humdash.incident.duplicate;

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.humdash.incident.incident.IncidentRegister;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.access.Clearance;

/**
 * Finds pairs by plain SQL. Of a few incidents that follow one another by day, the others of those days are read once and
 * joined by bands of latitude as wide as the distance, or by the name of the place; only what is left is measured.
 *
 * <p>Incidents known to the week at most are looked at: of one known to the month, everything near it in that month would
 * be a candidate.
 */
@ApplicationScoped
class DuplicateRepository {

    private static final int LONGEST_SPAN = 7;

    /** Mean radius of the Earth in kilometres (IUGG). */
    private static final double EARTH_RADIUS = 6371.0088;

    private static final double KM_PER_DEGREE = Math.toRadians(EARTH_RADIUS);

    private static final String CANDIDATE = """
            superseded_at is null and duplicate_of is null and status = any (?) and sensitivity = any (?)
            and ceasefire = ? and occurred_to - occurred_from < %d""".formatted(LONGEST_SPAN);

    private static final String LOOKED_AT = """
            revision_id, id, occurred_from, occurred_to, type, %s as parent, lat, lon, floor(lat / ?) as band,
            cos(radians(lat)) as narrowing, adm2, place_text, source,
            killed_qualifier is not null or injured_qualifier is not null or detained_qualifier is not null as states_figures,
            array[killed_qualifier, injured_qualifier, detained_qualifier] as qualifiers,
            array[killed_lower, killed_best, killed_upper, injured_lower, injured_best, injured_upper,
                detained_lower, detained_best, detained_upper] as figures""".formatted(Arrays.stream(ViolationType.values())
            .filter(type -> type.parent().isPresent())
            .map(type -> "when '%s' then '%s'".formatted(type, type.parent().orElseThrow()))
            .collect(Collectors.joining(" ", "case type ", " end")));

    // The parts of a pair meet in one band of latitude or in neighbouring ones.
    private static final String PAIRS = """
            with anchor as materialized (%1$s),
            other as materialized (%2$s),
            near as (
                select a.revision_id as one, b.revision_id as other,
                    %4$s * asin(least(1, sqrt(power(sin(radians(b.lat - a.lat) / 2), 2)
                        + a.narrowing * b.narrowing * power(sin(radians(b.lon - a.lon) / 2), 2)))) as km
                from anchor a
                cross join (values (-1), (0), (1)) step (band)
                join other b on b.band = a.band + step.band
                where %3$s
                and abs(b.lat - a.lat) <= ?
                and least(abs(b.lon - a.lon), 360 - abs(b.lon - a.lon)) * least(a.narrowing, b.narrowing) <= ?
                union all
                select a.revision_id, b.revision_id, null
                from anchor a join other b on b.adm2 = a.adm2 and b.place_text = a.place_text
                where a.place_text <> '' and (a.lat is null or b.lat is null)
                and %3$s)
            select a.revision_id, a.id, a.occurred_from, b.revision_id, b.id, b.occurred_from, n.km,
                greatest(0, b.occurred_from - a.occurred_to, a.occurred_from - b.occurred_to) as days_apart,
                case when a.states_figures and b.states_figures
                    then a.qualifiers is not distinct from b.qualifiers and a.figures is not distinct from b.figures end,
                a.source = b.source
            from near n join anchor a on a.revision_id = n.one join other b on b.revision_id = n.other
            where (n.km is null or n.km <= ?)
            and not exists (select from incident_distinction d
                where d.one = least(a.id, b.id) and d.other = greatest(a.id, b.id))
            order by %5$s limit ?""";

    private static final String SAME_FAMILY = "(b.type = a.type or b.type = a.parent or b.parent = a.type)";

    private static final String ANCHORS = "select " + LOOKED_AT + " from incident where " + CANDIDATE
            + " and (occurred_from, id) >= (?::date, ?::uuid) and (occurred_from, id) <= (?::date, ?::uuid)";

    private static final String LATER = "select " + LOOKED_AT + " from incident where " + CANDIDATE + " " + """
            and occurred_from between (select min(occurred_from) from anchor) and (select max(occurred_to) + 1 from anchor)""";

    private static final String LATER_AND_NEAR_IN_TIME = SAME_FAMILY + " " + """
            and (b.occurred_from, b.id) > (a.occurred_from, a.id) and b.occurred_from <= a.occurred_to + 1
            and (a.occurred_from, a.id, b.occurred_from, b.id) > (?::date, ?::uuid, ?::date, ?::uuid)""";

    private static final String ONE = "select " + LOOKED_AT + " from incident where " + CANDIDATE + " and id = ?";

    private static final String AROUND =
            "select " + LOOKED_AT + " from incident where " + CANDIDATE + " " + """
            and occurred_from between (select min(occurred_from) from anchor) - %d and (select max(occurred_to) + 1 from anchor)
            """.formatted(LONGEST_SPAN);

    private static final String NEAR_IN_TIME = SAME_FAMILY
            + " and b.id <> a.id and b.occurred_from <= a.occurred_to + 1 and b.occurred_to >= a.occurred_from - 1";

    private final DataSource dataSource;

    DuplicateRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The pairs that come after a place, of which the earlier incident is among the next so many.
     *
     * @param km how far apart they may be
     * @param anchors how many incidents to look at
     */
    Stretch after(DuplicateCursor cursor, String ceasefire, double km, Clearance clearance, int anchors, int limit)
            throws SQLException {
        List<Object> candidate = candidate(ceasefire, clearance);
        List<Object> place = List.of(cursor.from(), cursor.one(), cursor.otherFrom(), cursor.other());
        try (Connection connection = dataSource.getConnection()) {
            Optional<DuplicateCursor> end = end(connection, candidate, cursor, anchors);
            DuplicateCursor last = end.orElse(DuplicateCursor.END);
            Parameters parameters = new Parameters()
                    .add(band(km))
                    .addAll(candidate)
                    .add(cursor.from(), cursor.one(), last.from(), last.one())
                    .add(band(km))
                    .addAll(candidate)
                    .addAll(place)
                    .add(band(km), band(km))
                    .addAll(place)
                    .add(km, limit);
            String sql = PAIRS.formatted(
                    ANCHORS,
                    LATER,
                    LATER_AND_NEAR_IN_TIME,
                    2 * EARTH_RADIUS,
                    "a.occurred_from, a.id, b.occurred_from, b.id");
            return new Stretch(pairs(connection, sql, parameters), end);
        }
    }

    /** The incidents that may be the same as one, nearest first. */
    List<Pair> of(UUID id, String ceasefire, double km, Clearance clearance, int limit) throws SQLException {
        List<Object> candidate = candidate(ceasefire, clearance);
        Parameters parameters = new Parameters()
                .add(band(km))
                .addAll(candidate)
                .add(id)
                .add(band(km))
                .addAll(candidate)
                .add(band(km), band(km))
                .add(km, limit);
        String sql = PAIRS.formatted(
                ONE, AROUND, NEAR_IN_TIME, 2 * EARTH_RADIUS, "n.km nulls last, days_apart, b.occurred_from, b.id");
        try (Connection connection = dataSource.getConnection()) {
            return pairs(connection, sql, parameters);
        }
    }

    /** The ceasefire of an incident that stands and that a caller is shown, as a duplicate too. */
    Optional<String> ceasefireOf(UUID id, Clearance clearance) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select ceasefire from incident
                        where id = ? and superseded_at is null and status = any (?) and sensitivity = any (?)""")) {
            new Parameters().add(id, stages(clearance), readable(clearance)).setOn(statement, connection);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** Keeps that two incidents are two, once. */
    void distinguish(UUID one, UUID other, Instant recordedAt, String recordedBy, String note) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into incident_distinction (one, other, recorded_at, recorded_by, note)
                        select least(a, b), greatest(a, b), ?, ?, ? from (values (?::uuid, ?::uuid)) pair (a, b)
                        on conflict do nothing""")) {
            new Parameters()
                    .add(OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC), recordedBy, note, one, other)
                    .setOn(statement, connection);
            statement.executeUpdate();
        }
    }

    /** The place after so many incidents; empty when there are fewer. */
    private static Optional<DuplicateCursor> end(
            Connection connection, List<Object> candidate, DuplicateCursor cursor, int anchors) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select occurred_from, id from incident where "
                + CANDIDATE
                + " and (occurred_from, id) >= (?::date, ?::uuid) order by occurred_from, id offset ? limit 1")) {
            new Parameters()
                    .addAll(candidate)
                    .add(cursor.from(), cursor.one(), anchors - 1)
                    .setOn(statement, connection);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(DuplicateCursor.afterAllOf(
                                row.getObject(1, LocalDate.class), row.getObject(2, UUID.class)))
                        : Optional.empty();
            }
        }
    }

    private static List<Pair> pairs(Connection connection, String sql, Parameters parameters) throws SQLException {
        List<Pair> pairs = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.setOn(statement, connection);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    pairs.add(new Pair(
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            row.getObject(3, LocalDate.class),
                            row.getLong(4),
                            row.getObject(5, UUID.class),
                            row.getObject(6, LocalDate.class),
                            row.getObject(7, Double.class),
                            row.getInt(8),
                            row.getObject(9, Boolean.class),
                            row.getBoolean(10)));
                }
            }
        }
        return pairs;
    }

    private static List<Object> candidate(String ceasefire, Clearance clearance) {
        return List.of(stages(clearance), readable(clearance), ceasefire);
    }

    private static String[] stages(Clearance clearance) {
        return IncidentRegister.stages(clearance).toArray(String[]::new);
    }

    private static String[] readable(Clearance clearance) {
        return clearance.mayRead().stream().map(Enum::name).toArray(String[]::new);
    }

    /** The degrees of latitude that a distance comes to, with a hundredth to spare because meridians bend. */
    private static double band(double km) {
        return km / KM_PER_DEGREE * 1.01;
    }

    /** The parameters of a statement, in the order they are written. */
    private static final class Parameters {

        private final List<Object> values = new ArrayList<>();

        Parameters add(Object... further) {
            values.addAll(Arrays.asList(further));
            return this;
        }

        Parameters addAll(List<Object> further) {
            values.addAll(further);
            return this;
        }

        void setOn(PreparedStatement statement, Connection connection) throws SQLException {
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i);
                statement.setObject(
                        i + 1, value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
            }
        }
    }
}
