package org.humdash.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * Fills the roll-ups of incidents that were loaded past the service, by the service's own definitions: the view of what an
 * incident adds to the finest one, and the statements of the migrations that fill the coarser ones from it.
 */
final class RollupFilling {

    private static final String TOTAL = "/db/migration/V202611251358__add_coarser_rollups.sql";
    private static final String COARSER = "/db/migration/V202611251900__keep_coarse_rollups_by_clearance.sql";

    private RollupFilling() {}

    static void fill(Statement statement) throws SQLException {
        String keys = columns(statement, "<");
        String sums = columns(statement, ">");
        statement.execute("""
                insert into incident_rollup (recorded_at, %1$s, incidents, %2$s)
                select min(recorded_at), %1$s, count(*), %3$s
                from incident_contribution where superseded_at is null group by %1$s""".formatted(keys, sums, sums.replaceAll("\\w+", "sum($0)")));
        statement.execute("begin");
        for (String sql : statements(COARSER, "create temporary table|insert into")) {
            statement.execute(sql);
        }
        for (String sql : statements(TOTAL, "insert into incident_total")) {
            statement.execute(sql);
        }
        statement.execute("commit");
    }

    /** The columns before the instants are the key; those after the count are sums. */
    private static String columns(Statement statement, String side) throws SQLException {
        String from = side.equals("<") ? "recorded_at" : "incidents";
        try (ResultSet row = statement.executeQuery("""
                select string_agg(attname, ', ' order by attnum) from pg_attribute
                where attrelid = 'incident_rollup'::regclass and not attisdropped and attnum > 0
                and attnum %s (select attnum from pg_attribute where attrelid = 'incident_rollup'::regclass and attname = '%s')
                """.formatted(side, from))) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<String> statements(String migration, String beginning) {
        try (InputStream file = RollupFilling.class.getResourceAsStream(migration)) {
            return Arrays.stream(new String(file.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\n"))
                    .map(sql -> sql.replaceAll("(?m)^--.*\n", "").strip())
                    .filter(sql -> sql.matches("(?s)(" + beginning + ").*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
