package org.humdash.local.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an overlay makes of the parts: settings in their places, the files of the other folders, enough of everything. */
class InstallationTest {

    private static final ObjectMapper ORDERED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final List<String> SERVICES = List.of("gateway", "incident-service", "humanitarian-service");

    /** Beside the ones of a service's pool: of Grafana's role, of migrations, and those PostgreSQL keeps for itself. */
    private static final int OTHER_CONNECTIONS = 10 + 3 * 2 + 10;

    @ParameterizedTest
    @MethodSource("org.humdash.local.kubernetes.Manifests#overlays")
    void everySettingIsInItsPlaceAndNoPlaceIsLeftWithout(String overlay) throws Exception {
        Manifests manifests = Manifests.rendered(overlay);
        for (JsonNode manifest : manifests.all()) {
            assertFalse(manifest.toString().contains("set-by-settings"), () -> Manifests.name(manifest));
        }
        assertEquals(
                0,
                manifests
                        .ofKind("ConfigMap")
                        .filter(map -> Manifests.name(map).equals("humdash-settings"))
                        .count());
    }

    @Test
    void everySettingIsUsedAndExplained() throws Exception {
        String manual = Files.readString(Manifests.KUBERNETES.resolve("README.md"));
        StringBuilder components = new StringBuilder();
        try (Stream<Path> files = Files.walk(Manifests.KUBERNETES.resolve("components"))) {
            for (Path file :
                    files.filter(file -> file.endsWith("kustomization.yaml")).toList()) {
                components.append(Files.readString(file));
            }
        }
        TreeSet<String> prod = new TreeSet<>();
        PodsTest.settings("prod").fieldNames().forEachRemaining(prod::add);
        for (String key : prod) {
            assertTrue(components.toString().contains("data." + key + "}"), key + " is not used");
            assertTrue(manual.contains("`" + key + "`"), key + " is not explained");
        }
        PodsTest.settings("dev").fieldNames().forEachRemaining(key -> assertTrue(prod.contains(key), key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "prod-ingress", "prod-managed", "prod-recovery"})
    void theDashboardsAndRulesAreThoseOfTheirFolders(String overlay) throws Exception {
        Manifests manifests = Manifests.rendered(overlay);
        TreeMap<String, String> rendered = new TreeMap<>();
        manifests
                .ofKind("ConfigMap")
                .filter(map ->
                        map.at("/metadata/labels/grafana_dashboard").asText().equals("1"))
                .forEach(map -> map.path("data")
                        .properties()
                        .forEach(entry ->
                                rendered.put(entry.getKey(), entry.getValue().asText())));
        assertEquals(contents("grafana/dashboards", ".json"), rendered);

        TreeMap<String, String> rules = new TreeMap<>();
        manifests
                .ofKind("PrometheusRule")
                .forEach(rule -> rules.put(
                        Manifests.name(rule).replace("humdash-", "") + ".yml", expressions(rule.at("/spec/groups"))));
        TreeMap<String, String> files = new TreeMap<>();
        for (String file : contents("prometheus/rules", ".yml").keySet()) {
            files.put(
                    file,
                    expressions(Manifests.of(
                                    Manifests.DEPLOY.resolve("prometheus/rules").resolve(file))
                            .all()
                            .getFirst()
                            .path("groups")));
        }
        assertEquals(files, rules);
        assertEquals(
                Files.readString(Manifests.DEPLOY.resolve("grafana/provisioning/datasources/humdash.yaml")),
                manifests
                        .one("ConfigMap", "humdash-grafana-datasources")
                        .at("/data/humdash.yaml")
                        .asText());
    }

    @Test
    void theDatabasesOfDevAreMadeAsInCompose() throws Exception {
        Manifests manifests = Manifests.rendered("dev");
        assertEquals(
                Files.readString(Manifests.DEPLOY.resolve("compose/postgres/provision.sh")),
                manifests
                        .one("ConfigMap", "humdash-postgres-provision")
                        .at("/data/provision.sh")
                        .asText());
        for (String name : SERVICES) {
            assertEquals(
                    1, manifests.one("Deployment", name).at("/spec/replicas").asInt());
        }
        assertEquals(0, manifests.ofKind("HorizontalPodAutoscaler").count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "prod-ingress", "prod-managed", "prod-recovery"})
    void eachServiceHasTwoAtLeastAndTheDatabaseRoomForAll(String overlay) throws Exception {
        Manifests manifests = Manifests.rendered(overlay);
        int connections = OTHER_CONNECTIONS;
        for (String name : SERVICES) {
            JsonNode deployment = manifests.one("Deployment", name);
            assertTrue(deployment.at("/spec/replicas").isMissingNode(), name);
            JsonNode scaler = manifests.one("HorizontalPodAutoscaler", name).path("spec");
            assertEquals(name, scaler.at("/scaleTargetRef/name").asText());
            assertTrue(scaler.path("minReplicas").asInt() >= 2, name);
            JsonNode budget = manifests.one("PodDisruptionBudget", name).path("spec");
            assertEquals(1, budget.path("maxUnavailable").asInt());
            assertEquals(deployment.at("/spec/selector"), budget.path("selector"));
            connections += (scaler.path("maxReplicas").asInt()
                            + deployment
                                    .at("/spec/strategy/rollingUpdate/maxSurge")
                                    .asInt())
                    * Integer.parseInt(PodsTest.properties(name).getProperty("quarkus.datasource.jdbc.max-size"));
        }
        JsonNode database = manifests.one("Cluster", "humdash-db").path("spec");
        int room = database.at("/postgresql/parameters/max_connections").asInt();
        assertTrue(connections <= room, connections + " connections for " + room);
        assertEquals(3, database.path("instances").asInt());
        assertEquals(1, database.at("/postgresql/synchronous/number").asInt());
        assertTrue(database.at("/plugins/0/isWALArchiver").asBoolean());
        assertEquals(
                "plugin",
                manifests
                        .one("ScheduledBackup", "humdash-db")
                        .at("/spec/method")
                        .asText());
    }

    /** The job of a series is the name of its Service, and no label of a target hides one of ours. */
    @Test
    void prometheusSeesTheSameSeriesAsElsewhere() throws Exception {
        Manifests manifests = Manifests.rendered("prod");
        for (String name : SERVICES) {
            JsonNode spec = manifests.one("ServiceMonitor", name).path("spec");
            assertEquals("app.kubernetes.io/name", spec.path("jobLabel").asText());
            JsonNode labels = manifests.one("Service", name).at("/metadata/labels");
            assertEquals(name, labels.path("app.kubernetes.io/name").asText());
            spec.at("/selector/matchLabels")
                    .properties()
                    .forEach(entry -> assertEquals(entry.getValue(), labels.path(entry.getKey())));
            JsonNode endpoint = spec.at("/endpoints/0");
            assertEquals("management", endpoint.path("port").asText());
            assertEquals("/q/metrics", endpoint.path("path").asText());
            assertEquals("labeldrop", endpoint.at("/relabelings/0/action").asText());
            assertTrue("service".matches(endpoint.at("/relabelings/0/regex").asText()));
        }
    }

    /** A recovery begins from the store and never archives into the folder that it reads from. */
    @Test
    void aRecoveryBeginsFromTheStore() throws Exception {
        JsonNode spec =
                Manifests.rendered("prod-recovery").one("Cluster", "humdash-db").path("spec");
        assertEquals("before", spec.at("/bootstrap/recovery/source").asText());
        assertTrue(spec.at("/bootstrap/initdb").isMissingNode());
        assertEquals(
                PodsTest.settings("prod").path("RECOVER_TO"), spec.at("/bootstrap/recovery/recoveryTarget/targetTime"));
        assertNotEquals(
                spec.at("/plugins/0/parameters/serverName"),
                spec.at("/externalClusters/0/plugin/parameters/serverName"));
    }

    /** As text, in one order of fields. kustomize writes an empty line into some folded texts, which PromQL does not mind. */
    private static String expressions(JsonNode groups) {
        try {
            return ORDERED.writeValueAsString(ORDERED.treeToValue(groups, Object.class))
                    .replaceAll("(?:\\\\n)+", "\\\\n");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static TreeMap<String, String> contents(String folder, String ending) throws Exception {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Manifests.DEPLOY.resolve(folder))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(ending)).toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertFalse(contents.isEmpty());
        return contents;
    }
}
