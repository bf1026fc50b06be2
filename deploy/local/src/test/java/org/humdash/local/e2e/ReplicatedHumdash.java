package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.humdash.local.postgres.LocalPostgres;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Two of each program on one database that was empty, all started at the same moment, once for all tests that ask for it as
 * a parameter of their constructor. Each gateway has services of its own; these believe the keys that the first one publishes.
 */
final class ReplicatedHumdash implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Replicas.class;
    }

    @Override
    public Replicas resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(ReplicatedHumdash.class))
                .computeIfAbsent(Replicas.class, type -> Replicas.start(), Replicas.class);
    }

    /** What runs, and how to add to it. */
    static final class Replicas implements AutoCloseable {

        /** Made up for these tests, in the form that the gateway wants of a key; a different one for each gateway. */
        static final List<String> KEYS = List.of(key('a'), key('b'));

        private static final Set<Integer> DONE = Set.of(200, 201);

        private final Path folder;
        private final LocalPostgres postgres = LocalPostgres.temporary();
        private final List<Replica> all = new ArrayList<>();
        private final List<Replica> gateways = new ArrayList<>();
        private final List<Replica> incidents = new ArrayList<>();
        private final List<Replica> humanitarians = new ArrayList<>();

        private Replicas() throws IOException {
            folder = Files.createTempDirectory("humdash-replicas-");
            for (String database : List.of("incident", "humanitarian", "gateway")) {
                postgres.provision(database, database + "_owner", "for-tests");
            }
        }

        private static String key(char letter) {
            return "humdash_" + String.valueOf(letter).repeat(16) + "_"
                    + String.valueOf(letter).repeat(42) + "A";
        }

        static Replicas start() {
            try {
                Replicas replicas = new Replicas();
                try {
                    replicas.startAll();
                    replicas.record();
                    return replicas;
                } catch (IOException | InterruptedException | RuntimeException | Error e) {
                    // Nobody else would stop what runs already.
                    replicas.close();
                    throw e;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private void startAll() throws IOException {
            for (int i = 0; i < 2; i++) {
                gateways.add(replica("gateway"));
                incidents.add(replica("incident-service"));
                humanitarians.add(replica("humanitarian-service"));
            }
            for (int i = 0; i < 2; i++) {
                incidents.get(i).start(incidentEnvironment());
                humanitarians.get(i).start(humanitarianEnvironment());
                gateways.get(i).start(gatewayEnvironment(incidents.get(i).address(), i));
            }
            all.forEach(Replica::ready);
        }

        private void record() throws IOException, InterruptedException {
            recorded("/api/v1/sources", """
                    {"code": "AFP", "name": {"en": "AFP", "ar": "ا ف ب"}, "kind": "MEDIA"}""");
            recorded("/api/v1/sources", """
                    {"code": "IOM", "name": {"en": "IOM", "ar": "المنظمة الدولية للهجرة"}, "kind": "UN"}""");
            recorded("/api/v1/ceasefires", """
                    {"code": "GAZA-2025-10", "name": {"en": "Gaza ceasefire", "ar": "وقف إطلاق النار"}, "area": "PS02",
                     "effectiveAt": "2025-10-10T12:00:00+03:00", "timeZone": "Asia/Gaza",
                     "parties": ["Israel", "Hamas"], "mediators": ["Qatar"], "guarantors": ["Egypt"]}""");
        }

        private void recorded(String path, String body) throws IOException, InterruptedException {
            HttpResponse<String> answer = gateways.getFirst().post(path, "application/json", body, KEYS.getFirst());
            if (!DONE.contains(answer.statusCode())) {
                throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
            }
        }

        /** One more, not started yet; it is stopped with the others at the latest. */
        Replica replica(String program) throws IOException {
            Replica replica = new Replica(program, folder);
            all.add(replica);
            return replica;
        }

        Map<String, String> incidentEnvironment() {
            return serviceEnvironment("incident");
        }

        private Map<String, String> humanitarianEnvironment() {
            Map<String, String> environment = serviceEnvironment("humanitarian");
            environment.put(
                    "HUMDASH_HUMANITARIAN_SOURCE_REGISTER_URL",
                    incidents.getFirst().address());
            return environment;
        }

        private Map<String, String> serviceEnvironment(String database) {
            Map<String, String> environment = databaseEnvironment(database);
            environment.put("HUMDASH_ACCESS_KEY_SET_URL", gateways.getFirst().address() + "/.well-known/jwks.json");
            return environment;
        }

        /** @param i whose administrator's key and humanitarian-service it has */
        Map<String, String> gatewayEnvironment(String incidentAddress, int i) {
            Map<String, String> environment = databaseEnvironment("gateway");
            environment.put("HUMDASH_GATEWAY_INCIDENT_URL", incidentAddress);
            environment.put(
                    "HUMDASH_GATEWAY_HUMANITARIAN_URL", humanitarians.get(i).address());
            environment.put("HUMDASH_GATEWAY_ACCESS_ADMINISTRATOR_KEY", KEYS.get(i));
            return environment;
        }

        private Map<String, String> databaseEnvironment(String database) {
            return new HashMap<>(Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    postgres.jdbcUrl(database),
                    "QUARKUS_DATASOURCE_USERNAME",
                    database + "_owner",
                    "QUARKUS_DATASOURCE_PASSWORD",
                    "for-tests",
                    // So many programs at once are slow to connect on a small machine.
                    "QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT",
                    "30s"));
        }

        Replica gateway(int i) {
            return gateways.get(i);
        }

        Replica incident(int i) {
            return incidents.get(i);
        }

        Path folder() {
            return folder;
        }

        /** The one number that a statement gives. */
        long number(String database, String sql) throws SQLException {
            try (Connection connection =
                            DriverManager.getConnection(postgres.jdbcUrl(database), database + "_owner", "for-tests");
                    ResultSet row = connection.createStatement().executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        }

        /** Requires that what is counted ahead is what counting gives. */
        void requireRightSums() throws SQLException {
            assertEquals(
                    number("incident", "select count(*) from incident_contribution where superseded_at is null"),
                    number(
                            "incident",
                            "select coalesce(sum(incidents), 0) from incident_rollup where superseded_at is null"));
        }

        @Override
        public void close() throws IOException {
            all.forEach(Replica::close);
            postgres.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
