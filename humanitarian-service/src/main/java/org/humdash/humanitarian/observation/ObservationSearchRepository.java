package org.humdash.humanitarian.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.kit.query.ListCursor;
import org.humdash.kit.query.ListOrder;
import org.humdash.kit.query.SqlConditions;
import org.humdash.vocabulary.place.Gazetteer;

/** Looks observations up by plain SQL: pages of millions of rows are read straight from an index. */
@ApplicationScoped
class ObservationSearchRepository {

    private final DataSource dataSource;
    private final ObservationRepository observations;

    ObservationSearchRepository(DataSource dataSource, ObservationRepository observations) {
        this.dataSource = dataSource;
        this.observations = observations;
    }

    /** The rows that come next in an order, at most {@code limit}. */
    List<Observation> page(ObservationQuery query, ListOrder order, ListCursor cursor, int limit) throws SQLException {
        if (cursor != null) {
            query.where().and(order.after(), cursor.first(), cursor.second());
        }
        List<Long> revisions = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = query.page(order, limit).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                revisions.add(row.getLong(1));
            }
        }
        Map<Long, Observation> found = new HashMap<>();
        observations
                .list("revisionId in ?1", revisions)
                .forEach(observation -> found.put(observation.revisionId, observation));
        return revisions.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    long count(ObservationQuery query) throws SQLException {
        SqlConditions conditions = query.whole();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        conditions.prepare(connection, "select count(*) from observation o where " + conditions.sql());
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Counts by groups, in their order; one group more than the limit tells that there are too many. */
    List<ObservationCounts.Group> counts(
            ObservationQuery query, Set<ObservationGrouping> by, Map<String, IndicatorSummary> indicators, int limit)
            throws SQLException {
        SqlConditions conditions = query.whole();
        String columns = by.stream()
                .map(grouping -> grouping.sql() + " as " + grouping.column())
                .collect(Collectors.joining(", "));
        String positions =
                IntStream.rangeClosed(1, by.size()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String sql = "select " + columns + ", count(*) as observations from observation o where " + conditions.sql()
                + " group by " + positions + " order by " + positions + " limit ?";
        List<ObservationCounts.Group> groups = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = conditions.prepare(connection, sql, limit);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                groups.add(group(row, by, indicators));
            }
        }
        return groups;
    }

    private static ObservationCounts.Group group(
            ResultSet row, Set<ObservationGrouping> by, Map<String, IndicatorSummary> indicators) throws SQLException {
        String indicator = null;
        String area = null;
        String source = null;
        LocalDate from = null;
        for (ObservationGrouping grouping : by) {
            switch (grouping) {
                case INDICATOR -> indicator = row.getString(grouping.column());
                case AREA -> area = row.getString(grouping.column());
                case SOURCE -> source = row.getString(grouping.column());
                case DAY, WEEK, MONTH -> from = row.getObject(grouping.column(), LocalDate.class);
            }
        }
        return new ObservationCounts.Group(
                indicator,
                indicator == null ? null : indicators.get(indicator).name(),
                area,
                Gazetteer.palestine().find(area).map(found -> found.name()).orElse(null),
                source,
                from,
                row.getLong("observations"));
    }
}
