package org.humdash.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** What observations that are loaded past the service rely on: their sources, and the list of their series. */
final class ObservationReference {

    private ObservationReference() {}

    static void addSources(Connection connection) throws SQLException {
        try (PreparedStatement source = connection.prepareStatement("""
                insert into source_copy (code, name_en, kind, fetched_at)
                values (?, 'A source', 'MONITOR', '2024-01-01T00:00:00Z')""")) {
            source.setString(1, ObservationSamples.DAILY_SOURCE);
            source.executeUpdate();
            for (int number = 1; number <= ObservationSamples.SOURCES; number++) {
                source.setString(1, ObservationSamples.source(number));
                source.executeUpdate();
            }
        }
    }

    /** As the service does with each statement that adds observations; the triggers were still while they were loaded. */
    static void listSeries(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into observation_series (series, indicator, area, originator, definition, hazard, is_part, first_recorded_at)
                    select distinct on (series) series, indicator, area, originator, definition, hazard,
                        num_nonnulls(sex, age, cause, shelter_type) > 0, recorded_at
                    from observation order by series, recorded_at""");
        }
    }
}
