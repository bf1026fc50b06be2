package org.humdash.local.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pod is one that the restricted Pod Security Standard lets in, and is asked what its program answers. */
class PodsTest {

    private static final Set<String> VOLUMES =
            Set.of("configMap", "emptyDir", "persistentVolumeClaim", "projected", "secret");
    private static final List<String> SERVICES = List.of("gateway", "incident-service", "humanitarian-service");

    @ParameterizedTest
    @MethodSource("org.humdash.local.kubernetes.Manifests#overlays")
    void everyPodIsRestricted(String overlay) throws Exception {
        Manifests manifests = Manifests.rendered(overlay);
        JsonNode labels = manifests.one("Namespace", "humdash").at("/metadata/labels");
        assertEquals(
                "restricted", labels.path("pod-security.kubernetes.io/enforce").asText());
        assertFalse(manifests.workloads().isEmpty());
        for (JsonNode workload : manifests.workloads()) {
            String name = Manifests.name(workload);
            JsonNode pod = workload.at("/spec/template/spec");
            JsonNode security = pod.path("securityContext");
            assertEquals("humdash", workload.at("/metadata/namespace").asText(), name);
            assertTrue(security.path("runAsNonRoot").asBoolean(), name);
            assertTrue(security.path("runAsUser").asInt() > 0, name);
            assertEquals("RuntimeDefault", security.at("/seccompProfile/type").asText(), name);
            assertFalse(pod.path("automountServiceAccountToken").asBoolean(true), name);
            for (String shared : List.of("hostNetwork", "hostPID", "hostIPC", "initContainers")) {
                assertTrue(pod.path(shared).isMissingNode(), name + " " + shared);
            }
            for (JsonNode volume : pod.path("volumes")) {
                volume.fieldNames()
                        .forEachRemaining(field ->
                                assertTrue(field.equals("name") || VOLUMES.contains(field), () -> name + " " + volume));
            }
            for (JsonNode container : pod.path("containers")) {
                JsonNode own = container.path("securityContext");
                assertFalse(own.path("allowPrivilegeEscalation").asBoolean(true), name);
                assertTrue(own.path("readOnlyRootFilesystem").asBoolean(), name);
                assertEquals(List.of("ALL"), Manifests.texts(own.at("/capabilities/drop")), name);
                assertTrue(own.at("/capabilities/add").isMissingNode(), name);
                assertTrue(container.at("/resources/requests").has("cpu"), name);
                assertTrue(container.at("/resources/requests").has("memory"), name);
                assertTrue(container.at("/resources/limits").has("memory"), name);
                String image = container.path("image").asText();
                assertTrue(image.matches("[^:@]+(:[\\w.-]+|@sha256:[0-9a-f]{64})"), image);
                assertFalse(image.endsWith(":latest"), image);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.humdash.local.kubernetes.Manifests#overlays")
    void portsAndPathsAreThoseOfThePrograms(String overlay) throws Exception {
        Manifests manifests = Manifests.rendered(overlay);
        for (String name : SERVICES) {
            Properties program = properties(name);
            assertEquals("true", program.getProperty("quarkus.management.enabled"));
            int http = Integer.parseInt(program.getProperty("quarkus.http.port"));
            int management = Integer.parseInt(program.getProperty("quarkus.management.port"));

            JsonNode container = container(manifests.one("Deployment", name));
            assertEquals(http, port(container.path("ports"), "http", "containerPort"));
            assertEquals(management, port(container.path("ports"), "management", "containerPort"));
            JsonNode service = manifests.one("Service", name).at("/spec/ports");
            assertEquals(http, port(service, "http", "port"));
            assertEquals(management, port(service, "management", "port"));

            assertProbe(container.path("startupProbe"), "/q/health/started");
            assertProbe(container.path("readinessProbe"), "/q/health/ready");
            assertProbe(container.path("livenessProbe"), "/q/health/live");
        }
    }

    /** What is under way is finished before the pod is ended, and no pod leaves before another one has come. */
    @ParameterizedTest
    @MethodSource("org.humdash.local.kubernetes.Manifests#overlays")
    void aRolloutDropsNoRequest(String overlay) throws Exception {
        Manifests manifests = Manifests.rendered(overlay);
        for (String name : SERVICES) {
            JsonNode deployment = manifests.one("Deployment", name);
            assertEquals(
                    0,
                    deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1));
            int wait =
                    container(deployment).at("/lifecycle/preStop/sleep/seconds").asInt();
            int drain = Integer.parseInt(
                    properties(name).getProperty("quarkus.shutdown.timeout").replace("s", ""));
            int grace = deployment
                    .at("/spec/template/spec/terminationGracePeriodSeconds")
                    .asInt();
            assertTrue(wait > 0, name);
            assertTrue(grace >= wait + drain + 10, name + ": " + grace + " s for " + wait + " s and " + drain + " s");
        }
    }

    /** The Job carries the release in its name, for it cannot be changed; it runs the image that then serves. */
    @ParameterizedTest
    @MethodSource("org.humdash.local.kubernetes.Manifests#overlays")
    void eachReleaseMigratesByItself(String overlay) throws Exception {
        Manifests manifests = Manifests.rendered(overlay);
        String release = settings(overlay).path("RELEASE").asText();
        assertNotEquals("", release);
        for (String name : SERVICES) {
            JsonNode job = manifests.one("Job", name + "-migration-" + release);
            JsonNode deployment = manifests.one("Deployment", name);
            assertEquals(container(deployment).path("image"), container(job).path("image"));
            assertEquals("true", variable(job, "QUARKUS_INIT_AND_EXIT"));
            assertEquals("true", variable(job, "QUARKUS_FLYWAY_MIGRATE_AT_START"));
            assertEquals("false", variable(deployment, "QUARKUS_FLYWAY_MIGRATE_AT_START"));
            assertEquals("true", variable(deployment, "QUARKUS_FLYWAY_VALIDATE_AT_START"));
        }
    }

    static JsonNode settings(String overlay) throws IOException {
        Path own = Manifests.KUBERNETES.resolve("overlays/" + overlay + "/settings.yaml");
        Path file = Files.exists(own) ? own : Manifests.KUBERNETES.resolve("overlays/prod/settings.yaml");
        return Manifests.of(file).one("ConfigMap", "humdash-settings").path("data");
    }

    static Properties properties(String program) throws IOException {
        Path file = Manifests.DEPLOY.resolveSibling(program).resolve("src/main/resources/application.properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    static JsonNode container(JsonNode workload) {
        return workload.at("/spec/template/spec/containers/0");
    }

    private static String variable(JsonNode workload, String name) {
        return Manifests.each(container(workload).path("env"))
                .filter(variable -> variable.path("name").asText().equals(name))
                .map(variable -> variable.path("value").asText())
                .findFirst()
                .orElse("");
    }

    private static int port(JsonNode ports, String name, String field) {
        return Manifests.each(ports)
                .filter(port -> port.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path(field)
                .asInt();
    }

    private static void assertProbe(JsonNode probe, String path) {
        assertEquals(path, probe.at("/httpGet/path").asText());
        assertEquals("management", probe.at("/httpGet/port").asText());
    }
}
