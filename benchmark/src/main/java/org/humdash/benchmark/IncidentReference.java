package org.humdash.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** What must be recorded before any incident is: a ceasefire, and sources. */
final class IncidentReference {

    private IncidentReference() {}

    static void add(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement source = connection.prepareStatement("""
                        insert into source (id, revision, recorded_at, revision_reason, sensitivity, code, name_en, kind)
                        values (gen_random_uuid(), 1, '2024-01-01T00:00:00Z', 'NEW', 'LOW', ?, 'A source', 'MONITOR')""")) {
            statement.execute("""
                    insert into ceasefire (id, revision, recorded_at, revision_reason, sensitivity, code, name_en, effective_at,
                        time_zone, area, parties, mediators, guarantors, attack_types)
                    values (gen_random_uuid(), 1, '2024-01-01T00:00:00Z', 'NEW', 'LOW', '%s', 'A ceasefire', '2024-01-01T10:00:00Z',
                        'Asia/Gaza', 'PS', '{}', '{}', '{}', '{AIR_STRIKE,ARTILLERY_SHELLING,BOMBARDMENT,CIVILIAN_SHOOTING,GROUND_INCURSION,DEMOLITION,PROJECTILE_LAUNCH}')
                    """.formatted(IncidentSamples.CEASEFIRE));
            for (int number = 1; number <= IncidentSamples.SOURCES; number++) {
                source.setString(1, IncidentSamples.source(number));
                source.executeUpdate();
            }
        }
    }
}
