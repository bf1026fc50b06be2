package org.humdash.kit.test;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * A database as an earlier release left it: its schema, and the rows that its program wrote. They lie in
 * {@code src/test/resources/earlier-release} of the service, whose README says how they were made.
 */
public class PostgresOfAnEarlierRelease extends PostgresResource {

    private static final Path KEPT = Path.of("src/test/resources/earlier-release");
    private static final List<Path> MIGRATIONS = List.of(
            Path.of("src/main/resources/db/migration"), Path.of("../service-kit/src/main/resources/db/migration"));

    /** After {@link PostgresResource}, which every test has, so that the settings of this one are taken. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = super.start();
        String url = settings.get("quarkus.datasource.jdbc.url");
        String user = settings.get("quarkus.datasource.username");
        try {
            Path schema = schema();
            try {
                Flyway.configure()
                        .dataSource(url, user, PASSWORD)
                        .locations("filesystem:" + schema)
                        .load()
                        .migrate();
            } finally {
                delete(schema);
            }
            try (Connection connection = DriverManager.getConnection(url, user, PASSWORD)) {
                fill(connection);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The rows of the earlier release do not fit its schema", e);
        }
        return settings;
    }

    /** Migrations that have landed never change, so those of today up to the version of then are those of then; views do change. */
    private static Path schema() throws IOException {
        String version = Files.readString(KEPT.resolve("version.txt")).strip();
        Path schema = Files.createTempDirectory("earlier-release");
        for (Path folder : MIGRATIONS) {
            for (Path migration : files(folder, "V")) {
                String name = migration.getFileName().toString();
                if (name.substring(1, name.indexOf("__")).compareTo(version) <= 0) {
                    Files.copy(migration, schema.resolve(name));
                }
            }
        }
        for (Path view : files(KEPT.resolve("views"), "R")) {
            Files.copy(view, schema.resolve(view.getFileName()));
        }
        return schema;
    }

    private static void delete(Path folder) throws IOException {
        for (Path file : files(folder, "")) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    private static void fill(Connection connection) throws SQLException, IOException {
        connection.setAutoCommit(false);
        for (Path table : files(KEPT.resolve("tables"), "")) {
            // 03-claim.csv: in this order, so that what is referred to is there.
            String name = table.getFileName().toString().replaceAll("^\\d+-|\\.csv$", "");
            try (Reader rows = Files.newBufferedReader(table);
                    Statement statement = connection.createStatement()) {
                // What the migrations themselves put there.
                statement.execute("truncate " + name + " cascade");
                String columns = Files.readAllLines(table).getFirst();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + name + " (" + columns + ") from stdin (format csv, header)", rows);
            }
        }
        goOnCounting(connection);
        connection.commit();
    }

    private static void goOnCounting(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet counted = connection.createStatement().executeQuery("""
                        select attrelid::regclass::text, attname from pg_attribute
                        where attidentity <> '' and not attisdropped""")) {
            while (counted.next()) {
                statement.execute("""
                        select setval(pg_get_serial_sequence('%1$s', '%2$s'), coalesce(max(%2$s), 0) + 1, false) from %1$s""".formatted(counted.getString(1), counted.getString(2)));
            }
        }
    }

    private static List<Path> files(Path folder, String beginning) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .sorted()
                    .toList();
        }
    }
}
