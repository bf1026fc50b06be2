package org.humdash.local.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.humdash.local.kubernetes.ConfigurationKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that compose.yaml names is there: files, ports, keys, paths, conditions; and each service has its bounds. */
class ComposeFileTest {

    /** Of the Compose specification, those that are used here; a misspelt one is not among them. */
    private static final Set<String> SERVICE_KEYS = Set.of(
            "image",
            "pull_policy",
            "restart",
            "read_only",
            "volumes",
            "cap_drop",
            "security_opt",
            "stop_grace_period",
            "deploy",
            "environment",
            "command",
            "shm_size",
            "healthcheck",
            "depends_on",
            "ports");

    private static final Pattern PUBLISHED = Pattern.compile("127\\.0\\.0\\.1:\\$\\{HUMDASH_\\w+_PORT:-(\\d+)}:(\\d+)");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?|jdbc:postgresql)://([a-z-]+):(\\d+)(/[^?]*)?");
    private static final Pattern MOUNT = Pattern.compile("([^:]+):([^:]+)(:ro)?");

    private ComposeFile file;

    @BeforeEach
    void read() throws IOException {
        file = ComposeFile.read();
    }

    @Test
    void theServicesAreThoseOfTheSystemAndTheirKeysThoseOfTheSpecification() {
        assertEquals(
                new TreeSet<>(List.of(
                        "alertmanager",
                        "gateway",
                        "grafana",
                        "humanitarian-service",
                        "incident-service",
                        "postgres",
                        "prometheus")),
                file.services());
        for (String name : file.services()) {
            for (String key : ComposeFile.names(file.service(name))) {
                assertTrue(SERVICE_KEYS.contains(key), name + ": " + key);
            }
        }
        for (String key : ComposeFile.names(file.root())) {
            assertTrue(Set.of("name", "services", "volumes").contains(key) || key.startsWith("x-"), key);
        }
    }

    @Test
    void everyFileThatIsMountedIsThereAndEveryVolumeIsDeclared() {
        TreeSet<String> used = new TreeSet<>();
        int files = 0;
        for (String name : file.services()) {
            for (JsonNode volume : file.service(name).path("volumes")) {
                if (volume.isObject()) {
                    assertEquals("/tmp", volume.path("target").asText(), name);
                    continue;
                }
                Matcher mount = MOUNT.matcher(volume.asText());
                assertTrue(mount.matches(), name + ": " + volume);
                String from = mount.group(1);
                if (!from.startsWith(".")) {
                    used.add(from);
                } else {
                    assertEquals(":ro", mount.group(3), volume.asText());
                    // Made by make-env, as MakeEnvTest shows.
                    if (!from.equals("./secrets")) {
                        assertTrue(Files.exists(ComposeFile.FOLDER.resolve(from)), from);
                    }
                    files++;
                }
            }
        }
        assertEquals(8, files);
        assertEquals(ComposeFile.names(file.root().path("volumes")), used);
    }

    @Test
    void thePortsAreThoseOfThePrograms() throws Exception {
        Map<String, Integer> listening = listening();
        TreeSet<String> published = new TreeSet<>();
        for (String name : file.services()) {
            for (JsonNode port : file.service(name).path("ports")) {
                Matcher matcher = PUBLISHED.matcher(port.asText());
                assertTrue(matcher.matches(), "not on this machine alone: " + port);
                assertEquals(listening.get(name), Integer.valueOf(matcher.group(2)), name);
                published.add(name);
            }
        }
        assertEquals(new TreeSet<>(List.of("gateway", "grafana", "prometheus")), published);
    }

    @Test
    void everyAddressThatAServiceIsToldIsOneOfAnother() throws Exception {
        Map<String, Integer> listening = listening();
        int seen = 0;
        for (String name : file.services()) {
            for (JsonNode value : file.service(name).path("environment")) {
                Matcher address = ADDRESS.matcher(value.asText());
                if (address.find()) {
                    assertEquals(
                            listening.get(address.group(1)), Integer.valueOf(address.group(2)), name + ": " + value);
                    seen++;
                }
            }
        }
        assertEquals(9, seen);
        assertEquals(
                "postgres:5432",
                file.service("grafana")
                        .at("/environment/HUMDASH_POSTGRES_ADDRESS")
                        .asText());
    }

    @Test
    void prometheusScrapesTheManagementPortsAndSendsToAlertmanager() throws Exception {
        for (String program : ComposeFile.PROGRAMS) {
            String port = ComposeFile.properties(program).getProperty("quarkus.management.port");
            assertEquals(List.of(program + ":" + port), targets(program));
        }
        assertEquals(List.of("alertmanager:9093"), targets("alertmanager"));
    }

    @Test
    void everyKeyIsOneThatTheProgramHas() throws Exception {
        String deployment =
                Files.readString(ComposeFile.FOLDER.resolve("../kubernetes/base/incident-service/deployment.yaml"));
        String tracing = Files.readString(ComposeFile.FOLDER.resolve("../../docs/tracing.md"));
        int ours = 0;
        for (String program : ComposeFile.PROGRAMS) {
            TreeSet<String> keys = ConfigurationKeys.of(program);
            for (String name : ComposeFile.names(file.service(program).path("environment"))) {
                if (name.startsWith("HUMDASH_")) {
                    assertTrue(keys.contains(name), program + " has no " + name + " but " + keys);
                    ours++;
                } else if (name.startsWith("OTEL_")) {
                    // OpenTelemetry's own; which of them mean something here stands in the manual.
                    assertTrue(tracing.contains("`" + name + "`"), name);
                } else {
                    // Those of the framework are held against its own list by FrameworkKeysIT.
                    assertTrue(deployment.contains("name: " + name + "\n"), program + " has no " + name);
                }
            }
        }
        assertEquals(7, ours);
    }

    @Test
    void grafanaIsToldWhatItsProvisioningAsksFor() throws Exception {
        TreeSet<String> asked = new TreeSet<>();
        for (String provisioned : List.of("datasources/humdash.yaml", "dashboards/humdash.yaml")) {
            Matcher variable = Pattern.compile("\\$(\\w+)")
                    .matcher(Files.readString(ComposeFile.FOLDER
                            .resolve("../grafana/provisioning")
                            .resolve(provisioned)));
            while (variable.find()) {
                asked.add(variable.group(1));
            }
        }
        TreeSet<String> told = ComposeFile.names(file.service("grafana").path("environment"));
        told.removeIf(name -> name.startsWith("GF_"));
        assertEquals(asked, told);
        String home = file.service("grafana")
                .at("/environment/GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH")
                .asText();
        assertTrue(Files.exists(
                ComposeFile.FOLDER.resolve(home.replace("/etc/humdash/dashboards", "../grafana/dashboards"))));
    }

    @Test
    void everyServiceHasItsBoundsAndIsAskedWhetherItIsReady() throws Exception {
        for (String name : file.services()) {
            JsonNode service = file.service(name);
            JsonNode limits = service.at("/deploy/resources/limits");
            assertTrue(limits.path("memory").asText().matches("\\d+[MG]"), name);
            assertTrue(limits.path("cpus").asText().matches("\\d+(\\.\\d+)?"), name);
            assertEquals("unless-stopped", service.path("restart").asText(), name);
            JsonNode health = service.path("healthcheck");
            assertEquals(
                    new TreeSet<>(List.of("interval", "retries", "start_period", "test", "timeout")),
                    ComposeFile.names(health),
                    name);
            assertEquals("CMD", health.at("/test/0").asText(), name);
        }
        assertEquals("http://127.0.0.1:9090/-/ready", lastOfHealthCheck("prometheus"));
        assertEquals("http://127.0.0.1:9093/-/ready", lastOfHealthCheck("alertmanager"));
        assertEquals("http://127.0.0.1:3000/api/health", lastOfHealthCheck("grafana"));
        for (String program : ComposeFile.PROGRAMS) {
            assertEquals(
                    ComposeFile.properties(program).getProperty("quarkus.management.port"), lastOfHealthCheck(program));
        }
    }

    @Test
    void thingsStartInAnOrderThatHasConditions() {
        Map<String, String> conditions = new HashMap<>();
        for (String name : file.services()) {
            file.service(name)
                    .path("depends_on")
                    .properties()
                    .forEach(entry -> conditions.put(
                            name + " after " + entry.getKey(),
                            entry.getValue().path("condition").asText()));
        }
        assertEquals(
                Map.of(
                        "incident-service after postgres", "service_healthy",
                        "humanitarian-service after postgres", "service_healthy",
                        "gateway after postgres", "service_healthy",
                        "gateway after incident-service", "service_started",
                        "gateway after humanitarian-service", "service_started",
                        "grafana after postgres", "service_healthy",
                        "grafana after prometheus", "service_healthy"),
                conditions);
    }

    @Test
    void theProgramsMayDoNothingMoreThanTheyNeedAndFinishWhatIsUnderWay() throws Exception {
        for (String program : ComposeFile.PROGRAMS) {
            JsonNode service = file.service(program);
            assertTrue(service.path("read_only").asBoolean(), program);
            assertEquals("[\"ALL\"]", service.path("cap_drop").toString(), program);
            assertEquals(
                    "[\"no-new-privileges:true\"]", service.path("security_opt").toString(), program);
            int drain = seconds(ComposeFile.properties(program).getProperty("quarkus.shutdown.timeout"));
            int grace = seconds(service.path("stop_grace_period").asText());
            assertTrue(grace >= drain + 10, program + ": " + grace + " s for " + drain + " s");
        }
    }

    private String lastOfHealthCheck(String service) {
        JsonNode test = file.service(service).at("/healthcheck/test");
        return test.get(test.size() - 1).asText();
    }

    /** Where each service is asked by the others. */
    private static Map<String, Integer> listening() throws IOException {
        Map<String, Integer> ports = new HashMap<>(Map.of("postgres", 5432, "prometheus", 9090, "grafana", 3000));
        for (String program : ComposeFile.PROGRAMS) {
            ports.put(program, Integer.valueOf(ComposeFile.properties(program).getProperty("quarkus.http.port")));
        }
        return ports;
    }

    private static List<String> targets(String name) throws IOException {
        JsonNode groups = new ObjectMapper()
                .readTree(
                        ComposeFile.FOLDER.resolve("targets/" + name + ".json").toFile());
        assertEquals(1, groups.size());
        return groups.get(0).path("targets").valueStream().map(JsonNode::asText).toList();
    }

    private static int seconds(String duration) {
        return Integer.parseInt(duration.replaceAll("s$", ""));
    }
}
