package org.humdash.incident.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.humdash.incident.incident.Grade;
import org.humdash.incident.violation.ViolationType;

/**
 * Reads incident_rollup. The size of an answer follows from what it tells apart (days, types, areas, grades) and never
 * from how many incidents there are.
 */
@ApplicationScoped
public class RollupRepository {

    private static final List<String> FIGURES = List.of("killed", "injured", "detained");
    private static final List<String> PARTS = List.of("lower", "best", "upper", "stated", "without_best", "open");

    private static final String SUMS = FIGURES.stream()
            .flatMap(figure -> PARTS.stream().map(part -> "sum(%1$s_%2$s) as %1$s_%2$s".formatted(figure, part)))
            .collect(Collectors.joining(", "));

    private static final String COUNTS = """
            select sum(incidents) as incidents,
                coalesce(sum(incidents) filter (where grade = 'CONTESTED'), 0) as contested,
                coalesce(sum(incidents) filter (where adm2 = ''), 0) as without_location""";

    private static final String BEGUN = " and occurred_from between ? and ?";

    private static final String TOUCHING = " and (occurred_from between ? and ?"
            + " or date_precision > 1 and occurred_from < ? and occurred_to >= ?)";

    private final DataSource dataSource;

    RollupRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Counts incidents; the figures of each row are nothing. */
    public List<RollupRow> counted(RollupQuery query, Set<Dimension> by) {
        return read(query, by, false);
    }

    /** Counts incidents and adds up their figures. */
    public List<RollupRow> summed(RollupQuery query, Set<Dimension> by) {
        return read(query, by, true);
    }

    private List<RollupRow> read(RollupQuery query, Set<Dimension> by, boolean withFigures) {
        EnumSet<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
        dimensions.addAll(by);
        List<Object> parameters = new ArrayList<>();
        String columns = dimensions.stream().map(Dimension::columns).collect(Collectors.joining(", "));
        String sql = COUNTS
                + (withFigures ? ", " + SUMS : "")
                + (columns.isEmpty() ? "" : ", " + columns)
                + " from incident_rollup where " + conditions(query, parameters)
                + (columns.isEmpty() ? " having count(*) > 0" : " group by " + columns + " order by " + columns);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                Object parameter = parameters.get(i);
                statement.setObject(
                        i + 1,
                        parameter instanceof Object[] array ? connection.createArrayOf("text", array) : parameter);
            }
            List<RollupRow> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found, dimensions, withFigures));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("The roll-up could not be read", e);
        }
    }

    private static String conditions(RollupQuery query, List<Object> parameters) {
        OffsetDateTime knownAt = OffsetDateTime.ofInstant(query.scope().knownAt(), ZoneOffset.UTC);
        LocalDate asOf = query.scope().asOf();
        StringBuilder conditions = new StringBuilder("ceasefire = ? and recorded_at <= ?"
                + " and (superseded_at is null or superseded_at > ?) and sensitivity = any (?) and timing <> 'BEFORE'");
        parameters.add(query.ceasefire());
        parameters.add(knownAt);
        parameters.add(knownAt);
        parameters.add(texts(query.scope().clearance().mayRead()));
        // Only imprecise incidents reach into a period from before it; written so, the rest is a range of the index.
        conditions.append(query.reach() == RollupQuery.Reach.BEGUN ? BEGUN : TOUCHING);
        parameters.add(query.from());
        parameters.add(query.to().isAfter(asOf) ? asOf : query.to());
        if (query.reach() == RollupQuery.Reach.TOUCHING) {
            parameters.add(query.from());
            parameters.add(query.from());
        }
        if (!query.withDiscounted()) {
            conditions.append(" and grade <> 'DISCOUNTED'");
        }
        if (query.areas() != null) {
            conditions.append(" and (adm1 = any (?) or adm2 = any (?))");
            parameters.add(texts(query.areas()));
            parameters.add(texts(query.areas()));
        }
        if (query.types() != null) {
            conditions.append(" and type = any (?)");
            parameters.add(texts(query.types()));
        }
        return conditions.toString();
    }

    private static Object[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray();
    }

    private static RollupRow row(ResultSet found, Set<Dimension> by, boolean withFigures) throws SQLException {
        boolean hasSpan = by.contains(Dimension.SPAN);
        boolean hasArea = by.contains(Dimension.AREA);
        return new RollupRow(
                hasSpan || by.contains(Dimension.BEGUN) ? found.getObject("occurred_from", LocalDate.class) : null,
                hasSpan ? found.getObject("occurred_to", LocalDate.class) : null,
                hasSpan ? found.getInt("date_precision") : 0,
                by.contains(Dimension.TIMING) ? Timing.valueOf(found.getString("timing")) : null,
                by.contains(Dimension.TYPE) ? ViolationType.valueOf(found.getString("type")) : null,
                hasArea ? known(found.getString("adm1")) : null,
                hasArea ? known(found.getString("adm2")) : null,
                by.contains(Dimension.GRADE) ? Grade.valueOf(found.getString("grade")) : null,
                found.getLong("incidents"),
                found.getLong("contested"),
                found.getLong("without_location"),
                withFigures ? figure(found, "killed") : FigureSum.NOTHING,
                withFigures ? figure(found, "injured") : FigureSum.NOTHING,
                withFigures ? figure(found, "detained") : FigureSum.NOTHING);
    }

    private static FigureSum figure(ResultSet found, String figure) throws SQLException {
        return new FigureSum(
                found.getBigDecimal(figure + "_lower"),
                found.getBigDecimal(figure + "_best"),
                found.getBigDecimal(figure + "_upper"),
                found.getLong(figure + "_stated"),
                found.getLong(figure + "_without_best"),
                found.getLong(figure + "_open"));
    }

    private static String known(String pcode) {
        return pcode.isEmpty() ? null : pcode;
    }
}
