package org.humdash.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One of the three services: where its jar is, where it listens, and what else it is told by its environment. */
record Service(String name, Listener http, Listener management, Map<String, String> environment) {

    private static final String INCIDENT = "incident-service";
    private static final String HUMANITARIAN = "humanitarian-service";
    private static final String GATEWAY = "gateway";
    private static final String JSON_LOGS = "QUARKUS_LOG_CONSOLE_JSON_ENABLED";

    static List<Service> all(Ports ports, Secrets secrets, DatabaseAddress databases) {
        String keySet = ports.url(Listener.GATEWAY) + "/.well-known/jwks.json";
        return List.of(
                new Service(
                        INCIDENT,
                        Listener.INCIDENT,
                        Listener.INCIDENT_MANAGEMENT,
                        with(
                                database(databases, "incident", secrets.incidentPassword()),
                                Map.of("HUMDASH_ACCESS_KEY_SET_URL", keySet))),
                new Service(
                        HUMANITARIAN,
                        Listener.HUMANITARIAN,
                        Listener.HUMANITARIAN_MANAGEMENT,
                        with(
                                database(databases, "humanitarian", secrets.humanitarianPassword()),
                                Map.of(
                                        "HUMDASH_ACCESS_KEY_SET_URL",
                                        keySet,
                                        "HUMDASH_HUMANITARIAN_SOURCE_REGISTER_URL",
                                        ports.url(Listener.INCIDENT)))),
                new Service(
                        GATEWAY,
                        Listener.GATEWAY,
                        Listener.GATEWAY_MANAGEMENT,
                        with(
                                database(databases, "gateway", secrets.gatewayPassword()),
                                Map.of(
                                        "HUMDASH_GATEWAY_INCIDENT_URL",
                                        ports.url(Listener.INCIDENT),
                                        "HUMDASH_GATEWAY_HUMANITARIAN_URL",
                                        ports.url(Listener.HUMANITARIAN),
                                        "HUMDASH_GATEWAY_ACCESS_ADMINISTRATOR_KEY",
                                        secrets.administratorKey(),
                                        "HUMDASH_GATEWAY_WEBHOOKS_ENCRYPTION_KEYS",
                                        secrets.webhookKey()))));
    }

    /** The address of a database by its name. */
    @FunctionalInterface
    interface DatabaseAddress {
        String of(String database);
    }

    List<String> command(Path home) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                jar(home, name).toString());
    }

    /** The whole environment it is told, its ports included; nothing listens beyond this machine. */
    Map<String, String> environment(Ports ports) {
        Map<String, String> all = new TreeMap<>(environment);
        // Whoever starts it here reads its log with their own eyes, unless they say otherwise.
        all.put(JSON_LOGS, System.getenv().getOrDefault(JSON_LOGS, "false"));
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(http)));
        all.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        all.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.of(management)));
        return all;
    }

    /** @throws LocalException if a jar is not there */
    static void requireBuilt(Path home) {
        for (String name : List.of(INCIDENT, HUMANITARIAN, GATEWAY)) {
            if (!Files.isRegularFile(jar(home, name))) {
                throw new LocalException(
                        ExitCode.FAILED, jar(home, name) + " is missing: build it with ./humdash build");
            }
        }
    }

    private static Path jar(Path home, String name) {
        return home.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private static Map<String, String> database(DatabaseAddress databases, String database, String password) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                databases.of(database),
                "QUARKUS_DATASOURCE_USERNAME",
                database + "_owner",
                "QUARKUS_DATASOURCE_PASSWORD",
                password);
    }

    private static Map<String, String> with(Map<String, String> variables, Map<String, String> further) {
        Map<String, String> all = new TreeMap<>(variables);
        all.putAll(further);
        return all;
    }
}
