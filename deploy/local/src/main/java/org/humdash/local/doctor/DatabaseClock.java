package org.humdash.local.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Whether the clock of a database agrees with that of this machine. */
final class DatabaseClock implements DatabaseCheck.Question {

    private final Clock clock;

    DatabaseClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> of(Database database, Connection connection) throws SQLException {
        Instant asked = clock.instant();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
            row.next();
            Instant there = row.getObject(1, OffsetDateTime.class).toInstant();
            return List.of(Skew.of("database " + database.name(), asked, there, clock.instant()));
        }
    }
}
