package org.humdash.benchmark;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A packaged program to be started, and all it is told. */
record Program(String name, Path jar, Ports ports, Map<String, String> environment) {

    /** Where a program listens, on 127.0.0.1. */
    record Ports(int http, int management) {

        static Ports free() {
            List<Integer> free = FreePorts.two();
            return new Ports(free.getFirst(), free.getLast());
        }

        /** Without a slash at the end. */
        String url() {
            return "http://127.0.0.1:" + http;
        }
    }

    /** Of the project's folder, where it was built. */
    static Program of(String name, Path home, Ports ports, ServiceDatabase database, Map<String, String> further) {
        Map<String, String> environment = new HashMap<>(further);
        environment.putAll(database.environment());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.http()));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.management()));
        return new Program(name, jar(home, name), ports, Map.copyOf(environment));
    }

    static Path jar(Path home, String name) {
        return home.resolve(name + "/target/quarkus-app/quarkus-run.jar");
    }
}
