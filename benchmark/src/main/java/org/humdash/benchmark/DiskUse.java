package org.humdash.benchmark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What tables take on the disk, as PostgreSQL counts it: no measurement with a goal, but what a disk is chosen by. */
final class DiskUse {

    private static final List<String> HEADER = List.of("table", "rows", "data", "indexes", "a row");

    private static final double MEGABYTE = 1 << 20;

    private DiskUse() {}

    /** A table for people to read, the largest first; {@code data} is with the values that are kept apart because they are long. */
    static String of(Tables tables, Statement statement) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        try (ResultSet found = statement.executeQuery("""
                select oid::regclass::text, reltuples::bigint, pg_table_size(oid), pg_indexes_size(oid)
                from pg_class where relkind = 'r' and reltuples > 0 and relname ~ '%s'
                order by pg_total_relation_size(oid) desc""".formatted(tables.pattern()))) {
            while (found.next()) {
                long count = found.getLong(2);
                rows.add(List.of(
                        found.getString(1),
                        Measuring.number(count),
                        megabytes(found.getLong(3)),
                        megabytes(found.getLong(4)),
                        Measuring.number((found.getLong(3) + found.getLong(4)) / count) + " bytes"));
            }
        }
        return TextTable.of(rows);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / MEGABYTE);
    }
}
