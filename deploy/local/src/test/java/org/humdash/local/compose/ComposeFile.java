package org.humdash.local.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code deploy/compose/compose.yaml} with its anchors put in their places, and what it is held against. */
record ComposeFile(JsonNode root) {

    static final Path FOLDER = Path.of("../compose").toAbsolutePath().normalize();
    static final List<String> PROGRAMS = List.of("gateway", "incident-service", "humanitarian-service");

    static ComposeFile read() throws IOException {
        // Jackson's own reader of YAML knows no merge keys.
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve("compose.yaml"))) {
            return new ComposeFile(new ObjectMapper().valueToTree(yaml.load(reader)));
        }
    }

    JsonNode service(String name) {
        JsonNode service = root.path("services").path(name);
        if (service.isMissingNode()) {
            throw new AssertionError("no service " + name);
        }
        return service;
    }

    TreeSet<String> services() {
        return names(root.path("services"));
    }

    static TreeSet<String> names(JsonNode object) {
        TreeSet<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The configuration that a program brings with it. */
    static Properties properties(String program) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(
                FOLDER.resolve("../..").resolve(program).resolve("src/main/resources/application.properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
