package org.humdash.local.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Dashboards and rules exist once, and Kubernetes has all of them. What kustomize cannot make by itself (a list of files, a
 * rule file inside a PrometheusRule) is written by this test with {@code -Dkubernetes.update=true} and otherwise compared.
 */
class KubernetesFilesTest {

    private static final Path GRAFANA = Manifests.DEPLOY.resolve("grafana");
    private static final Path RULES = Manifests.DEPLOY.resolve("prometheus/rules");
    private static final Path MONITORING = Manifests.KUBERNETES.resolve("components/monitoring");
    private static final String FIRST_DASHBOARD = "  - name: humdash-dashboard-";

    @BeforeAll
    static void updateIfAsked() throws IOException {
        if (!Boolean.getBoolean("kubernetes.update")) {
            return;
        }
        Files.writeString(GRAFANA.resolve("kustomization.yaml"), generators());
        Files.writeString(Manifests.KUBERNETES.resolve("components/grafana/dashboards.yaml"), mounts());
        for (Path rule : files(RULES, ".yml")) {
            Files.writeString(MONITORING.resolve("rules-" + base(rule) + ".yaml"), prometheusRule(rule));
        }
        Path kustomization = MONITORING.resolve("kustomization.yaml");
        String lines = files(RULES, ".yml").stream()
                .map(rule -> "  - rules-" + base(rule) + ".yaml\n")
                .collect(Collectors.joining());
        Files.writeString(
                kustomization, Files.readString(kustomization).replaceFirst("(?:  - rules-[^\n]*\n)+", lines));
    }

    @Test
    void everyDashboardIsInAConfigMapOfItsOwn() throws IOException {
        assertEquals(generators(), Files.readString(GRAFANA.resolve("kustomization.yaml")), HINT);
    }

    @Test
    void everyDashboardIsMounted() throws IOException {
        assertEquals(
                mounts(), Files.readString(Manifests.KUBERNETES.resolve("components/grafana/dashboards.yaml")), HINT);
    }

    @Test
    void noTwoDashboardsHaveTheSameFileName() throws IOException {
        List<String> names =
                dashboards().stream().map(KubernetesFilesTest::base).toList();
        assertEquals(names.stream().distinct().toList(), names);
        assertTrue(names.contains("situation"), "Grafana opens on it");
    }

    @Test
    void everyRuleFileIsAPrometheusRule() throws IOException {
        List<Path> rules = files(RULES, ".yml");
        assertFalse(rules.isEmpty());
        for (Path rule : rules) {
            Path made = MONITORING.resolve("rules-" + base(rule) + ".yaml");
            assertEquals(prometheusRule(rule), Files.readString(made), HINT);
            JsonNode groups = Manifests.of(rule).all().getFirst().path("groups");
            assertEquals(groups, Manifests.of(made).all().getFirst().at("/spec/groups"));
        }
        try (Stream<Path> made = Files.list(MONITORING)) {
            assertEquals(
                    rules.stream().map(rule -> "rules-" + base(rule) + ".yaml").toList(),
                    made.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("rules-"))
                            .sorted()
                            .toList());
        }
        JsonNode resources = Manifests.of(MONITORING.resolve("kustomization.yaml"))
                .all()
                .getFirst()
                .path("resources");
        assertEquals(
                rules.stream().map(rule -> "rules-" + base(rule) + ".yaml").toList(),
                Manifests.each(resources)
                        .map(JsonNode::asText)
                        .filter(name -> name.startsWith("rules-"))
                        .toList());
    }

    private static final String HINT =
            "run ./mvnw -pl deploy/local -am test -Dtest=KubernetesFilesTest -Dkubernetes.update=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false";

    /** All before the first dashboard is written by hand. */
    private static String generators() throws IOException {
        String now = Files.readString(GRAFANA.resolve("kustomization.yaml"));
        StringBuilder all = new StringBuilder(now.substring(0, now.indexOf(FIRST_DASHBOARD)));
        for (Path dashboard : dashboards()) {
            all.append(FIRST_DASHBOARD).append(base(dashboard)).append("\n    files:\n      - ");
            all.append(GRAFANA.relativize(dashboard)).append("\n    options:\n      labels:\n");
            all.append("        grafana_dashboard: \"1\"\n      annotations:\n");
            all.append("        grafana_folder: Humanitarian situation\n");
        }
        return all.toString();
    }

    private static String mounts() throws IOException {
        StringBuilder all = new StringBuilder("""
                # The dashboards that are mounted: those of deploy/grafana. KubernetesFilesTest writes it with -Dkubernetes.update=true.
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: grafana
                spec:
                  template:
                    spec:
                      volumes:
                        - name: dashboards
                          projected:
                            sources:
                """);
        for (Path dashboard : dashboards()) {
            all.append("              - configMap:\n                  name: humdash-dashboard-");
            all.append(base(dashboard)).append('\n');
        }
        return all.toString();
    }

    private static String prometheusRule(Path rule) throws IOException {
        String spec = Files.readAllLines(rule).stream()
                .map(line -> line.isBlank() ? "\n" : "  " + line + "\n")
                .collect(Collectors.joining());
        return """
                # Made from deploy/prometheus/rules/%1$s.yml, which is where a rule is changed; KubernetesFilesTest holds the two against each
                # other and writes this one with -Dkubernetes.update=true.
                apiVersion: monitoring.coreos.com/v1
                kind: PrometheusRule
                metadata:
                  name: humdash-%1$s
                  labels:
                    app.kubernetes.io/name: humdash-%1$s
                    app.kubernetes.io/part-of: humdash
                    app.kubernetes.io/component: monitoring
                spec:
                """.formatted(base(rule)) + spec;
    }

    private static List<Path> dashboards() throws IOException {
        return files(GRAFANA.resolve("dashboards"), ".json");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String base(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }
}
