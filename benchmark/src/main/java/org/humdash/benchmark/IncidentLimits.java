package org.humdash.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** What PostgreSQL itself does at best with the same rows on the same machine: nothing of ours can be faster. */
final class IncidentLimits {

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

    private final ServiceDatabase database;

    IncidentLimits(ServiceDatabase database) {
        this.database = database;
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

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
