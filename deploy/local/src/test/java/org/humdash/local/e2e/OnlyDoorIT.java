package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What the two services offer can be had through the gateway, and nothing else of them. */
@ExtendWith(RunningHumdash.class)
@ResourceLock(RunningHumdash.ONE)
class OnlyDoorIT {

    private final Running humdash;

    OnlyDoorIT(Running humdash) {
        this.humdash = humdash;
    }

    /** That each of them answers as described is what {@link OpenApiIT} and {@link OpenApiWritesIT} ask. */
    @ParameterizedTest
    @ValueSource(strings = {"incident-service", "humanitarian-service"})
    void everythingAServiceOffersIsInTheGatewaysDocument(String service) throws Exception {
        String yaml = Files.readString(RunningHumdash.PROJECT.resolve(service + "/openapi.yaml"));
        JsonNode offered =
                RunningHumdash.JSON.valueToTree(new Yaml().<Object>load(yaml)).path("paths");
        JsonNode described = humdash.json("/q/openapi?format=json").path("paths");
        Set<String> missing = new TreeSet<>();
        offered.properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!path.getKey().startsWith("/api/v1/internal")
                            && !described.path(path.getKey()).has(method)) {
                        missing.add(method + " " + path.getKey());
                    }
                }));
        assertTrue(offered.size() > 10, "paths of " + service + ": " + offered.size());
        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/metrics",
                "/q/health",
                "/q/health/ready",
                "/q/dev",
                "/q/arc",
                "/metrics",
                "/page",
                "/page/",
                "/page/situation.html",
                "/page/charts/claims/violations-by-type",
                "/webjars/chart.js/4.5.1/dist/chart.umd.min.js",
                "/page/../application.properties",
                "/page/..%2fapplication.properties",
                "/templates/page/situation.html",
                "/en",
                "/api/v2/claims",
                "/api/v1",
                "/api/v1/",
                "/api/v1/nothing",
                "/api/v1/q/metrics",
                "/api/v1/claims/../../../q/metrics",
                "/api/v1/claims/%2e%2e/%2e%2e/%2e%2e/q/metrics",
                "/api/v1/claims/..%2f..%2f..%2fq/metrics",
                "/api/v1/claims;/../../../q/metrics",
                "/api/v1//claims",
                "//api/v1/claims",
                "/API/V1/claims"
            })
    void nothingElseOfThemCanBeHad(String target) throws Exception {
        assertTrue(Set.of(400, 404).contains(statusOf(target)), target + " answered " + statusOf(target));
    }

    /** As it stands, by a socket: clients tidy targets up. */
    private int statusOf(String target) throws Exception {
        URI gateway = URI.create(humdash.address("gateway"));
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            String request = "GET " + target + " HTTP/1.1\r\nHost: " + gateway.getAuthority()
                    + "\r\nAuthorization: Bearer " + humdash.administratorKey() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(answer.readLine().split(" ")[1]);
        }
    }
}
