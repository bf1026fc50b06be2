package org.humdash.local.kubernetes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each key of the framework that a manifest names is one that the packaged program documents. */
class FrameworkKeysIT {

    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";

    @ParameterizedTest
    @MethodSource("org.humdash.local.kubernetes.Manifests#overlays")
    void everyKeyOfTheFrameworkIsKnown(String overlay) throws Exception {
        int seen = 0;
        for (JsonNode workload : Manifests.rendered(overlay).workloads()) {
            JsonNode container = PodsTest.container(workload);
            List<String> names = Manifests.each(container.path("env"))
                    .map(variable -> variable.path("name").asText())
                    .filter(name -> name.startsWith("QUARKUS_"))
                    .toList();
            if (names.isEmpty()) {
                continue;
            }
            String program = container.path("name").asText();
            String documented = documented(program);
            for (String name : names) {
                assertTrue(documented.contains("\"" + name + "\""), program + " has no " + name);
                seen++;
            }
        }
        assertTrue(seen >= 39, "only " + seen);
    }

    private static String documented(String program) throws IOException {
        StringBuilder all = new StringBuilder();
        Path libraries = Manifests.DEPLOY.resolveSibling(program).resolve("target/quarkus-app/lib");
        try (Stream<Path> jars = Files.walk(libraries)) {
            for (Path jar :
                    jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    var model = file.getEntry(MODEL);
                    if (model != null) {
                        all.append(new String(file.getInputStream(model).readAllBytes()));
                    }
                }
            }
        }
        return all.toString();
    }
}
