package org.humdash.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The list of what is in a program, as CycloneDX: what Quarkus resolved, without what differs from build to build. */
final class Sbom {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Sbom() {}

    /**
     * Copies a list: without what only the build needed, without its random number, and with the instant that the image
     * says it was made.
     *
     * @throws ImagesException if a library of the program is not in it
     */
    static void write(Path from, Path libraries, Instant built, Path to) throws IOException {
        ObjectNode list = (ObjectNode) JSON.readTree(from.toFile());
        TreeSet<String> missing = new TreeSet<>(files(libraries));
        missing.removeAll(listed(list));
        if (!missing.isEmpty()) {
            throw new ImagesException(from + " does not list " + missing);
        }
        keep(list, files(libraries));
        list.remove("serialNumber");
        ((ObjectNode) list.path("metadata")).put("timestamp", built.toString());
        Files.writeString(to, JSON.writeValueAsString(list) + "\n");
    }

    /** Takes out every component that is no file of the program, wherever the list names it. */
    private static void keep(ObjectNode list, TreeSet<String> files) {
        TreeSet<String> dropped = new TreeSet<>();
        list.withArray("components").removeIf(component -> {
            boolean drop = !files.contains(fileName(component));
            if (drop) {
                dropped.add(component.path("bom-ref").asText());
            }
            return drop;
        });
        list.withArray("dependencies")
                .removeIf(entry -> dropped.contains(entry.path("ref").asText()));
        for (JsonNode entry : list.path("dependencies")) {
            if (entry.path("dependsOn") instanceof ArrayNode dependsOn) {
                dependsOn.removeIf(reference -> dropped.contains(reference.asText()));
            }
        }
    }

    /** The components as files, named as Quarkus names them: group, artifact and version. */
    static TreeSet<String> listed(JsonNode list) {
        TreeSet<String> names = new TreeSet<>();
        for (JsonNode component : list.path("components")) {
            names.add(fileName(component));
        }
        return names;
    }

    static TreeSet<String> files(Path libraries) throws IOException {
        try (Stream<Path> files = Files.walk(libraries)) {
            return new TreeSet<>(files.filter(file -> file.toString().endsWith(".jar"))
                    .map(file -> file.getFileName().toString())
                    .toList());
        }
    }

    private static String fileName(JsonNode component) {
        String url = component.path("purl").asText();
        String classifier = url.contains("classifier=") ? "-" + url.replaceAll(".*classifier=([^&]*).*", "$1") : "";
        return component.path("group").asText() + "." + component.path("name").asText() + "-"
                + component.path("version").asText() + classifier + ".jar";
    }
}
