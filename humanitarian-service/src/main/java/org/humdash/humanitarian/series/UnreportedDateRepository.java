package org.humdash.humanitarian.series;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Reads the days without a report beside a series, at most one for each of its days and sources. */
@ApplicationScoped
class UnreportedDateRepository {

    private static final String DAYS = """
            select distinct originator, day from unreported_day u
            where indicator = ? and area = ? and day <= ? and recorded_at <= ? and (superseded_at is null or superseded_at > ?)
                and revision_reason <> 'RETRACTION' and sensitivity = any(?)
                and (superseded_at is null or not exists (select from unreported_day n
                    where n.id = u.id and n.superseded_at is null and n.sensitivity <> all(?)))""";

    private final DataSource dataSource;

    UnreportedDateRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    UnreportedDates find(SeriesQuestion question) throws SQLException {
        OffsetDateTime knownAt = OffsetDateTime.ofInstant(question.scope().knownAt(), ZoneOffset.UTC);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(question.from() == null ? DAYS : DAYS + " and day >= ?")) {
            Object readable = connection.createArrayOf(
                    "text",
                    question.scope().clearance().mayRead().stream()
                            .map(Enum::name)
                            .toArray());
            statement.setString(1, question.indicator().code());
            statement.setString(2, question.area());
            statement.setObject(3, question.lastDay());
            statement.setObject(4, knownAt);
            statement.setObject(5, knownAt);
            statement.setObject(6, readable);
            statement.setObject(7, readable);
            if (question.from() != null) {
                statement.setObject(8, question.from());
            }
            Map<String, NavigableSet<LocalDate>> days = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    days.computeIfAbsent(row.getString(1), any -> new TreeSet<>())
                            .add(row.getObject(2, LocalDate.class));
                }
            }
            return new UnreportedDates(days);
        }
    }
}
