package org.humdash.kit.test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Which tables of a service say when they change. */
public final class AnnouncedTables {

    /** Shown by the pages of jobs alone, which no watermark tells of, or by nothing at all. */
    public static final Set<String> SILENT = Set.of(
            "change_clock",
            "cursor_secret",
            "flyway_schema_history",
            "import_job",
            "import_mapping",
            "import_missing",
            "import_refusal",
            "import_warning",
            "pull");

    private AnnouncedTables() {}

    /** Those that do not, of all there are, by any of insert, update, delete and truncate. */
    public static Set<String> silent(DataSource dataSource) throws SQLException {
        Set<String> silent = new TreeSet<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select t.table_name from information_schema.tables t
                        where t.table_schema = current_schema() and t.table_type = 'BASE TABLE' and not exists (
                            select 1 from pg_trigger g
                            where g.tgrelid = cast(format('%I.%I', t.table_schema, t.table_name) as regclass)
                            and g.tgfoid = cast('announce_change()' as regprocedure)
                            and g.tgenabled = 'O'
                            -- after (no bit 2), for each statement (no bit 1): insert 4, delete 8, update 16, truncate 32
                            and g.tgtype = 4 + 8 + 16 + 32)""")) {
            while (row.next()) {
                silent.add(row.getString(1));
            }
        }
        return silent;
    }
}
