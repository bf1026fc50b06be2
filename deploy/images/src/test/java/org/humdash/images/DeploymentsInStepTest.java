package org.humdash.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Names, ports, users and paths of the images are those that compose.yaml and the manifests of Kubernetes count on. */
class DeploymentsInStepTest {

    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    private List<Service> services;

    @BeforeEach
    void read() throws IOException {
        services = Service.all(HOME);
    }

    @Test
    void theThreeServicesHaveTheirPorts() {
        assertEquals(
                List.of("incident-service 8081 9001", "humanitarian-service 8082 9002", "gateway 8080 9000"),
                services.stream()
                        .map(service -> service.name() + " " + service.port() + " " + service.managementPort())
                        .toList());
    }

    @Test
    void composeRunsTheImagesOfThisBuild() throws IOException {
        JsonNode compose = new ObjectMapper()
                .valueToTree(new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(Files.readString(HOME.resolve("deploy/compose/compose.yaml"))));
        for (Service service : services) {
            JsonNode running = compose.path("services").path(service.name());
            assertEquals(
                    "humdash/" + service.name() + ":"
                            + Arguments.parse(List.of()).tag(),
                    running.path("image").asText());
            assertEquals("never", running.path("pull_policy").asText());
            // The JVM is the first process, so nothing stands before it either.
            assertTrue(running.path("init").isMissingNode());
            assertTrue(running.path("entrypoint").isMissingNode());
            assertTrue(running.path("command").isMissingNode());
            assertTrue(running.path("user").isMissingNode());
            assertEquals(
                    List.of(
                            "CMD",
                            ImageFolder.JAVA + "/bin/java",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            ImageFolder.HEALTH,
                            Ready.class.getName(),
                            Integer.toString(service.managementPort())),
                    texts(running.at("/healthcheck/test")));
            assertEquals(
                    RunningProgram.DEPLOYED_OPTIONS,
                    running.at("/environment/JAVA_TOOL_OPTIONS").asText());
        }
    }

    @Test
    void kubernetesRunsThemAsTheirUser() throws IOException {
        int seen = 0;
        for (Service service : services) {
            for (String file : List.of("deployment.yaml", "migration-job.yaml")) {
                JsonNode pod = new YAMLMapper()
                        .readTree(HOME.resolve("deploy/kubernetes/base/" + service.name() + "/" + file)
                                .toFile())
                        .at("/spec/template/spec");
                JsonNode container = pod.at("/containers/0");
                assertEquals(
                        ServiceImage.USER,
                        pod.at("/securityContext/runAsUser").asText() + ":"
                                + pod.at("/securityContext/runAsGroup").asText());
                assertTrue(
                        container.path("image").asText().startsWith("humdash/" + service.name() + ":"),
                        container.path("image").asText());
                assertTrue(container.path("command").isMissingNode());
                assertTrue(container.path("args").isMissingNode());
                assertEquals(
                        RunningProgram.DEPLOYED_OPTIONS,
                        container
                                .at("/env")
                                .valueStream()
                                .filter(variable ->
                                        variable.path("name").asText().equals("JAVA_TOOL_OPTIONS"))
                                .findFirst()
                                .orElseThrow()
                                .path("value")
                                .asText());
                seen++;
            }
        }
        assertEquals(6, seen);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
