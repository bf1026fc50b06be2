package org.humdash.local.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is in a file of {@code deploy/kubernetes}, or what kustomize makes of one of its overlays. */
record Manifests(List<JsonNode> all) {

    static final Path DEPLOY = Path.of("..").toAbsolutePath().normalize();
    static final Path KUBERNETES = DEPLOY.resolve("kubernetes");
    static final ObjectReader YAML = new YAMLMapper().reader();

    static Manifests of(Path file) throws IOException {
        try (var parser = YAML.createParser(Files.readAllBytes(file))) {
            List<JsonNode> documents = new ArrayList<>();
            YAML.readValues(parser, JsonNode.class).forEachRemaining(documents::add);
            return new Manifests(documents);
        }
    }

    /** What an overlay renders to. Without kubectl the test that asks is not run, and says so. */
    static Manifests rendered(String overlay) throws IOException, InterruptedException {
        Path file = Files.createTempFile("humdash-" + overlay, ".yaml");
        Path complaints = Files.createTempFile("humdash-" + overlay, ".txt");
        try {
            Process kubectl;
            try {
                kubectl = new ProcessBuilder(
                                "kubectl",
                                "kustomize",
                                KUBERNETES.resolve("overlays").resolve(overlay).toString())
                        .redirectOutput(file.toFile())
                        .redirectError(complaints.toFile())
                        .redirectInput(new File("/dev/null"))
                        .start();
            } catch (IOException e) {
                assumeTrue(false, "NOT TESTED: there is no kubectl on the PATH");
                throw e;
            }
            if (kubectl.waitFor() != 0) {
                throw new AssertionError(overlay + " does not render: " + Files.readString(complaints));
            }
            return of(file);
        } finally {
            Files.delete(file);
            Files.delete(complaints);
        }
    }

    /** The overlays there are. */
    static Stream<String> overlays() throws IOException {
        try (Stream<Path> folders = Files.list(KUBERNETES.resolve("overlays"))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    Stream<JsonNode> ofKind(String kind) {
        return all.stream().filter(manifest -> manifest.path("kind").asText().equals(kind));
    }

    JsonNode one(String kind, String name) {
        List<JsonNode> found =
                ofKind(kind).filter(manifest -> name(manifest).equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + kind + " " + name);
        }
        return found.getFirst();
    }

    /** What has pods of its own. The servers of the database are not among them: their operator makes those. */
    List<JsonNode> workloads() {
        return Stream.of("Deployment", "StatefulSet", "Job")
                .flatMap(this::ofKind)
                .toList();
    }

    static String name(JsonNode manifest) {
        return manifest.at("/metadata/name").asText();
    }

    static List<String> texts(JsonNode list) {
        return each(list).map(JsonNode::asText).toList();
    }

    static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
