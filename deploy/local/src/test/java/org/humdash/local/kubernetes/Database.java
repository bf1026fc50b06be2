package org.humdash.local.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.humdash.local.postgres.LocalPostgres;

/** A PostgreSQL in which the roles and databases are made as {@code components/cloudnative-pg/cluster.yaml} says. */
final class Database implements AutoCloseable {

    private static final String SUPERUSER_PASSWORD = "only-of-this-test";

    private final Path folder;
    private final LocalPostgres postgres;

    private Database(Path folder, LocalPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    static Database start() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("humdash-kubernetes-");
        Database database = new Database(
                folder,
                LocalPostgres.durable(
                        folder.resolve("data"), freePort(), SUPERUSER_PASSWORD, folder.resolve("postgresql.log")));
        database.bootstrap();
        return database;
    }

    /** What the operator does: the statements of the bootstrap one by one, then the roles it manages. */
    private void bootstrap() throws IOException, SQLException {
        JsonNode spec = Manifests.of(Manifests.KUBERNETES.resolve("components/cloudnative-pg/cluster.yaml"))
                .one("Cluster", "humdash-db")
                .path("spec");
        for (JsonNode statement : spec.at("/bootstrap/initdb/postInitSQL")) {
            run(statement.asText());
        }
        for (JsonNode role : spec.at("/managed/roles")) {
            String name = role.path("name").asText();
            if (role.has("inRoles")) {
                run("create role " + name + " in role " + role.at("/inRoles/0").asText());
            }
            run("alter role " + name + " login connection limit "
                    + role.path("connectionLimit").asInt(-1));
            password(name, "of-" + name);
        }
    }

    void password(String role, String password) throws SQLException {
        run("alter role " + role + " password '" + password + "'");
    }

    void run(String statement) throws SQLException {
        run("postgres", statement);
    }

    void run(String database, String statement) throws SQLException {
        try (Connection connection = connect(database, LocalPostgres.SUPERUSER, SUPERUSER_PASSWORD);
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    String text(String database, String query) throws SQLException {
        try (Connection connection = connect(database, LocalPostgres.SUPERUSER, SUPERUSER_PASSWORD);
                var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), user, password);
    }

    int port() {
        return postgres.port();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
