package org.humdash.local.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** The migrations in the programs that were built in a folder of the project. */
public final class BuiltMigrations {

    private static final Pattern FILE = Pattern.compile("db/migration/V([0-9]+)__[^/]+\\.sql");
    private static final Map<String, String> PROGRAMS =
            Map.of("incident", "incident-service", "humanitarian", "humanitarian-service", "gateway", "gateway");

    private BuiltMigrations() {}

    /**
     * Their versions by the name of the database.
     *
     * @param home the project's folder; of a program that was not built there is nothing in the answer
     * @throws IOException if a jar cannot be read
     */
    public static Map<String, Set<String>> in(Path home) throws IOException {
        Map<String, Set<String>> migrations = new TreeMap<>();
        for (Map.Entry<String, String> program : PROGRAMS.entrySet()) {
            Path built = home.resolve(program.getValue()).resolve("target/quarkus-app");
            Set<String> versions = new TreeSet<>();
            for (String part : List.of("app", "lib/main")) {
                for (Path jar : jars(built.resolve(part))) {
                    addVersions(jar, versions);
                }
            }
            if (!versions.isEmpty()) {
                migrations.put(program.getKey(), versions);
            }
        }
        return migrations;
    }

    /** Only our own: migrations of others, if any, are none of a service's. */
    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> folder.endsWith("app")
                            || file.getFileName().toString().startsWith("org.humdash."))
                    .toList();
        }
    }

    private static void addVersions(Path jar, Set<String> versions) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            file.stream()
                    .map(entry -> FILE.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .forEach(name -> versions.add(name.group(1)));
        }
    }
}
