package org.humdash.local.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may speak to whom: each path is open at both of its ends, and there are no others. */
class NetworkPathsTest {

    private static final Pattern ADDRESS =
            Pattern.compile("(?:http|jdbc:postgresql)://([a-z-]+):(\\d+)|^([a-z-]+):(\\d+)$");

    @ParameterizedTest
    @MethodSource("org.humdash.local.kubernetes.Manifests#overlays")
    void thePathsAreThoseOfTheArchitecture(String overlay) throws Exception {
        Manifests manifests = Manifests.rendered(overlay);
        Map<String, Map<String, String>> pods = pods(manifests);
        String database = overlay.equals("dev") ? "postgres" : "humdash-db";
        TreeSet<String> expected = new TreeSet<>(List.of(
                "gateway > incident-service:8081",
                "gateway > humanitarian-service:8082",
                "incident-service > gateway:8080",
                "humanitarian-service > gateway:8080",
                "humanitarian-service > incident-service:8081"));
        for (String client : List.of("gateway", "incident-service", "humanitarian-service")) {
            expected.add(client + " > " + database + ":5432");
            expected.add(client + "-migration > " + database + ":5432");
        }
        if (!overlay.equals("dev")) {
            expected.add("grafana > humdash-db:5432");
            expected.add("humdash-db > humdash-db:5432");
            expected.add("humdash-db > humdash-db:8000");
        }
        assertEquals(expected, paths(manifests, pods, "egress", "to"), "what may go out");
        assertEquals(expected, paths(manifests, pods, "ingress", "from"), "what may come in");
    }

    @ParameterizedTest
    @MethodSource("org.humdash.local.kubernetes.Manifests#overlays")
    void nothingElseGoesInOrOut(String overlay) throws Exception {
        JsonNode deny =
                Manifests.rendered(overlay).one("NetworkPolicy", "default-deny").path("spec");
        assertEquals(0, deny.path("podSelector").size());
        assertEquals(List.of("Ingress", "Egress"), Manifests.texts(deny.path("policyTypes")));
        assertTrue(deny.path("ingress").isMissingNode() && deny.path("egress").isMissingNode());
    }

    /** An address that a program is told is one that it may reach, and a Service with that port is there. */
    @ParameterizedTest
    @MethodSource("org.humdash.local.kubernetes.Manifests#overlays")
    void everyAddressInAnEnvironmentMayBeReached(String overlay) throws Exception {
        Manifests manifests = Manifests.rendered(overlay);
        Map<String, Map<String, String>> pods = pods(manifests);
        TreeSet<String> paths = paths(manifests, pods, "egress", "to");
        int seen = 0;
        for (JsonNode workload : manifests.workloads()) {
            for (JsonNode variable : PodsTest.container(workload).path("env")) {
                Matcher address = ADDRESS.matcher(variable.path("value").asText());
                if (!address.find()) {
                    continue;
                }
                String host = address.group(1) == null ? address.group(3) : address.group(1);
                String port = address.group(1) == null ? address.group(4) : address.group(2);
                // The operator makes the Services of the database.
                String target =
                        host.matches("humdash-db-r[wo]") ? overlay.equals("dev") ? "postgres" : "humdash-db" : host;
                String path = label(workload) + " > " + target + ":" + port;
                assertTrue(paths.contains(path), path);
                if (target.equals(host) || overlay.equals("dev")) {
                    assertEquals(
                            1,
                            Manifests.each(manifests.one("Service", host).at("/spec/ports"))
                                    .filter(service ->
                                            service.path("port").asText().equals(port))
                                    .count(),
                            path);
                }
                seen++;
            }
        }
        assertTrue(seen >= 11, "only " + seen + " addresses");
    }

    /** Health and metrics have no public route. */
    @ParameterizedTest
    @MethodSource("org.humdash.local.kubernetes.Manifests#overlays")
    void thePublicReachesTheGatewayAndGrafanaOnly(String overlay) throws Exception {
        Manifests manifests = Manifests.rendered(overlay);
        TreeSet<String> backends = new TreeSet<>();
        manifests
                .ofKind("HTTPRoute")
                .forEach(route -> route.at("/spec/rules")
                        .forEach(rule -> rule.path("backendRefs")
                                .forEach(backend ->
                                        backends.add(backend.path("name").asText() + ":"
                                                + backend.path("port").asInt()))));
        manifests
                .ofKind("Ingress")
                .forEach(ingress -> ingress.at("/spec/rules")
                        .forEach(rule -> rule.at("/http/paths")
                                .forEach(path -> backends.add(
                                        path.at("/backend/service/name").asText() + ":"
                                                + path.at("/backend/service/port/number")
                                                        .asInt()))));
        assertEquals(
                overlay.equals("dev") ? new TreeSet<String>() : new TreeSet<>(List.of("gateway:8080", "grafana:3000")),
                backends);
        assertEquals(
                0,
                manifests
                        .ofKind("Service")
                        .filter(service -> service.path("spec").has("type"))
                        .count());
        manifests
                .ofKind("Gateway")
                .forEach(entry -> entry.at("/spec/listeners")
                        .forEach(listener -> assertEquals(
                                listener.path("protocol").asText().equals("HTTPS"),
                                listener.path("tls").has("certificateRefs"))));
        manifests
                .ofKind("Ingress")
                .forEach(ingress -> assertEquals(1, ingress.at("/spec/tls").size()));
    }

    /** The labels of the pods of each workload, by name; the database's are those its operator gives them. */
    private static Map<String, Map<String, String>> pods(Manifests manifests) {
        Map<String, Map<String, String>> pods = new HashMap<>();
        for (JsonNode workload : manifests.workloads()) {
            pods.put(label(workload), map(workload.at("/spec/template/metadata/labels")));
        }
        manifests
                .ofKind("Cluster")
                .forEach(cluster ->
                        pods.put(Manifests.name(cluster), Map.of("cnpg.io/cluster", Manifests.name(cluster))));
        return pods;
    }

    private static String label(JsonNode workload) {
        return workload.at("/metadata/labels").path("app.kubernetes.io/name").asText();
    }

    private static Map<String, String> map(JsonNode labels) {
        Map<String, String> map = new HashMap<>();
        labels.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }

    /** All that the policies of one direction open between pods of the namespace. */
    private static TreeSet<String> paths(
            Manifests manifests, Map<String, Map<String, String>> pods, String direction, String word) {
        TreeSet<String> paths = new TreeSet<>();
        manifests.ofKind("NetworkPolicy").forEach(policy -> {
            List<String> own = selected(pods, policy.at("/spec/podSelector"));
            for (JsonNode rule : policy.path("spec").path(direction)) {
                assertTrue(rule.has(word) && rule.has("ports"), () -> "too wide: " + policy);
                List<String> others = new ArrayList<>();
                Manifests.each(rule.path(word))
                        .filter(peer -> peer.has("podSelector") && !peer.has("namespaceSelector"))
                        .forEach(peer -> others.addAll(selected(pods, peer.path("podSelector"))));
                for (JsonNode port : rule.path("ports")) {
                    for (String one : own) {
                        for (String other : others) {
                            String from = direction.equals("egress") ? one : other;
                            String to = direction.equals("egress") ? other : one;
                            paths.add(
                                    from + " > " + to + ":" + port.path("port").asInt());
                        }
                    }
                }
            }
        });
        return paths;
    }

    private static List<String> selected(Map<String, Map<String, String>> pods, JsonNode selector) {
        return pods.entrySet().stream()
                .filter(pod -> selector.path("matchLabels").properties().stream()
                        .allMatch(wanted ->
                                wanted.getValue().asText().equals(pod.getValue().get(wanted.getKey()))))
                .filter(pod -> Stream.of(selector.path("matchExpressions"))
                        .flatMap(Manifests::each)
                        .allMatch(expression -> Manifests.texts(expression.path("values"))
                                .contains(pod.getValue()
                                        .get(expression.path("key").asText()))))
                .map(Map.Entry::getKey)
                .toList();
    }
}
