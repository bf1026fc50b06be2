package org.humdash.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.humdash.vocabulary.export.Column;
import org.humdash.vocabulary.export.TableLayout;
import org.postgresql.PGConnection;

/** What PostgreSQL itself does at best with the same rows on the same machine: nothing of ours can be faster. */
final class Limits {

    /**
     * The columns that an export of incidents has, as they are stored and in no order. What the service makes of others,
     * the names of areas and ACLED's of types, is left out.
     */
    static final String EXPORT = """
            select i.id, i.source, i.reference, i.revision, i.recorded_at, i.ceasefire, i.type, i.occurred_from, i.occurred_to,
                i.local_time, i.date_precision, i.lat, i.lon, i.geo_precision, i.adm1, i.adm2, i.place_name, i.alleged_perpetrator,
                i.responsibility, i.grade, i.grade_reason, i.killed_qualifier, i.killed_lower, i.killed_best, i.killed_upper,
                i.injured_qualifier, i.injured_lower, i.injured_best, i.injured_upper, i.detained_qualifier, i.detained_lower,
                i.detained_best, i.detained_upper, i.children_killed_qualifier, i.children_killed_lower, i.children_killed_best,
                i.children_killed_upper, i.women_killed_qualifier, i.women_killed_lower, i.women_killed_best, i.women_killed_upper,
                i.structures_destroyed_qualifier, i.structures_destroyed_lower, i.structures_destroyed_best,
                i.structures_destroyed_upper, i.description_en, i.description_ar, r.source, r.relay_of, r.stated_source, r.url,
                r.archive_url, r.published_on, i.status, i.sensitivity, i.licence
            from incident i left join incident_report r on r.incident_revision_id = i.revision_id and r.number = 1
            where i.superseded_at is null and i.sensitivity <> 'SEVERE'""";

    private final IncidentDatabase database;

    Limits(IncidentDatabase database) {
        this.database = database;
    }

    /**
     * Empties the tables of incidents and loads them: COPY into bare tables, then every index and constraint built, all
     * committed to the disk.
     *
     * @return rows a second
     */
    double load(Path incidents, Path reports, long rows) throws SQLException, IOException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Tables.empty(statement);
            BareTables bare = BareTables.of(connection, List.of("incident_report", "incident"));
            long start = System.nanoTime();
            copy(connection, "incident", SampleFiles.INCIDENT, incidents);
            copy(connection, "incident_report", SampleFiles.REPORT, reports);
            bare.build(connection);
            double rate = rows / seconds(start);
            Tables.requireRows(statement, rows);
            return rate;
        }
    }

    /**
     * Reads an export with COPY, and throws it away.
     *
     * @return rows a second
     */
    double export(long rows) throws SQLException, IOException {
        try (Connection connection = database.connect()) {
            long start = System.nanoTime();
            long copied = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + EXPORT + ") to stdout (format csv)", OutputStream.nullOutputStream());
            if (copied != rows) {
                throw new IllegalStateException(copied + " rows instead of " + rows);
            }
            return rows / seconds(start);
        }
    }

    private static void copy(Connection connection, String table, TableLayout layout, Path file)
            throws SQLException, IOException {
        String columns = layout.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        try (InputStream in = Files.newInputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + columns + ") from stdin (format csv, header)", in);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
