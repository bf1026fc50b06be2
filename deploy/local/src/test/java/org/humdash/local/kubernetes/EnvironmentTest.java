package org.humdash.local.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the programs are told is what they have keys for, and no secret is told but by reference. */
class EnvironmentTest {

    private static final Pattern SECRET_NAME = Pattern.compile("(PASSWORD|SECRET|TOKEN|_KEYS?)$");

    @ParameterizedTest
    @MethodSource("org.humdash.local.kubernetes.Manifests#overlays")
    void everyKeyOfOursIsOneThatTheProgramHas(String overlay) throws Exception {
        int seen = 0;
        for (JsonNode workload : Manifests.rendered(overlay).workloads()) {
            JsonNode container = PodsTest.container(workload);
            String program = container.path("name").asText();
            if (!List.of("gateway", "incident-service", "humanitarian-service").contains(program)) {
                continue;
            }
            TreeSet<String> keys = ConfigurationKeys.of(program);
            for (JsonNode variable : container.path("env")) {
                String name = variable.path("name").asText();
                if (name.startsWith("HUMDASH_")) {
                    assertTrue(keys.contains(name), program + " has no " + name + " but " + keys);
                    seen++;
                }
            }
        }
        assertEquals(9, seen);
    }

    @Test
    void grafanaIsToldWhatItsProvisioningAsksFor() throws Exception {
        TreeSet<String> asked = new TreeSet<>();
        for (String file : List.of("datasources/humdash.yaml", "dashboards/humdash.yaml")) {
            Matcher variable = Pattern.compile("\\$(\\w+)")
                    .matcher(Files.readString(
                            Manifests.DEPLOY.resolve("grafana/provisioning").resolve(file)));
            while (variable.find()) {
                asked.add(variable.group(1));
            }
        }
        JsonNode grafana = Manifests.rendered("prod").one("Deployment", "grafana");
        TreeSet<String> told =
                new TreeSet<>(Manifests.each(PodsTest.container(grafana).path("env"))
                        .map(variable -> variable.path("name").asText())
                        .filter(name -> name.startsWith("HUMDASH_"))
                        .toList());
        assertEquals(asked, told);
    }

    @ParameterizedTest
    @MethodSource("org.humdash.local.kubernetes.Manifests#overlays")
    void secretsAreReferences(String overlay) throws Exception {
        Manifests manifests = Manifests.rendered(overlay);
        assertEquals(0, manifests.ofKind("Secret").count());
        int secrets = 0;
        for (JsonNode workload : manifests.workloads()) {
            for (JsonNode variable : PodsTest.container(workload).path("env")) {
                String name = variable.path("name").asText();
                if (SECRET_NAME.matcher(name).find()) {
                    assertFalse(variable.has("value"), name);
                    assertTrue(variable.path("valueFrom").has("secretKeyRef"), name);
                    secrets++;
                }
            }
        }
        assertTrue(secrets >= 8, "only " + secrets);
    }

    /** Whoever makes the Secrets as the manual says has made all that are asked for, with these keys. */
    @ParameterizedTest
    @MethodSource("org.humdash.local.kubernetes.Manifests#overlays")
    void everySecretAskedForIsMade(String overlay) throws Exception {
        Manifests manifests = Manifests.rendered(overlay);
        TreeSet<String> asked = new TreeSet<>();
        manifests.all().forEach(manifest -> collect(manifest.path("spec"), asked));
        TreeSet<String> made = new TreeSet<>();
        if (overlay.equals("prod-managed")) {
            manifests
                    .ofKind("ExternalSecret")
                    .forEach(secret -> secret.at("/spec/data")
                            .forEach(entry ->
                                    made.add(secret.at("/spec/target/name").asText() + "/"
                                            + entry.path("secretKey").asText())));
        } else {
            String[] arguments = overlay.equals("dev")
                    ? new String[] {"dev"}
                    : new String[] {"prod", "an-access-key", "a-secret-key"};
            made(arguments)
                    .ofKind("Secret")
                    .forEach(secret -> secret.path("stringData")
                            .fieldNames()
                            .forEachRemaining(key -> made.add(Manifests.name(secret) + "/" + key)));
        }
        TreeSet<String> missing = new TreeSet<>(asked);
        missing.removeAll(made);
        assertEquals(new TreeSet<>(), missing);
        assertTrue(asked.size() >= 10, () -> "only " + asked);
    }

    @Test
    void theSecretsAreLongAndNewEachTime() throws Exception {
        Manifests first = made("prod", "an-access-key", "a-secret-key");
        Manifests second = made("prod", "an-access-key", "a-secret-key");
        JsonNode gateway = first.one("Secret", "humdash-gateway").path("stringData");
        assertTrue(gateway.path("administrator-key").asText().matches("humdash_[0-9a-f]{16}_[A-Za-z0-9_-]{43}"));
        assertTrue(gateway.path("webhook-encryption-keys").asText().matches("[A-Za-z0-9+/]{43}="));
        for (JsonNode secret : first.all()) {
            String name = Manifests.name(secret);
            JsonNode other = second.one("Secret", name).path("stringData");
            secret.path("stringData").properties().forEach(entry -> {
                String key = entry.getKey();
                assertEquals(
                        key.equals("username") || name.equals("humdash-backup"),
                        entry.getValue().equals(other.path(key)),
                        name + "/" + key);
                if (key.endsWith("password")) {
                    assertTrue(entry.getValue().asText().matches("[0-9a-f]{48}"), name);
                }
            });
        }
        assertEquals(
                "incident_b",
                made("login", "incident", "b")
                        .one("Secret", "humdash-incident-db-b")
                        .at("/stringData/username")
                        .asText());
    }

    private static void collect(JsonNode node, TreeSet<String> asked) {
        if (node.has("secretKeyRef")) {
            asked.add(node.at("/secretKeyRef/name").asText() + "/"
                    + node.at("/secretKeyRef/key").asText());
        }
        if (node.has("passwordSecret")) {
            String name = node.at("/passwordSecret/name").asText();
            asked.add(name + "/username");
            asked.add(name + "/password");
        }
        for (JsonNode credential : node.path("s3Credentials")) {
            asked.add(credential.path("name").asText() + "/"
                    + credential.path("key").asText());
        }
        node.forEach(child -> collect(child, asked));
    }

    private static Manifests made(String... arguments) throws IOException, InterruptedException {
        Path file = Files.createTempFile("humdash-secrets", ".yaml");
        try {
            List<String> command = new ArrayList<>(
                    List.of("sh", Manifests.KUBERNETES.resolve("make-secrets").toString()));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectOutput(file.toFile())
                    .redirectErrorStream(false)
                    .start();
            assertEquals(0, process.waitFor(), () -> new String(readAll(process)));
            return Manifests.of(file);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] readAll(Process process) {
        try {
            return process.getErrorStream().readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
