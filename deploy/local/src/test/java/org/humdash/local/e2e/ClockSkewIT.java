package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.humdash.local.e2e.ReplicatedHumdash.Replicas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Programs whose clocks are apart, by means of libfaketime; the monotonic clock stays as it is. */
@ExtendWith(ReplicatedHumdash.class)
class ClockSkewIT {

    private static final Set<Integer> DONE = Set.of(200, 201);

    private final Replicas replicas;
    private Path library;

    ClockSkewIT(Replicas replicas) {
        this.replicas = replicas;
    }

    @BeforeEach
    void find() throws Exception {
        try (Stream<Path> files = Files.find(
                Path.of("/usr/lib"), 4, (file, attributes) -> file.endsWith("faketime/libfaketimeMT.so.1"))) {
            library = files.findFirst().orElse(null);
        }
        if (library == null) {
            abort("NOT TESTED: libfaketime is not installed, so no program can be given another clock");
        }
    }

    @Test
    void whatIsRecordedThroughClocksThatAreApartIsInTheOrderInWhichItWas() throws Exception {
        try (Replica late = replicas.replica("incident-service")
                        .start(apart("+25s", replicas.incidentEnvironment()))
                        .ready();
                Replica behind = replicas.replica("gateway")
                        .start(apart("-120s", replicas.gatewayEnvironment(late.address(), 0)))
                        .ready();
                Replica ahead = replicas.replica("gateway")
                        .start(apart(
                                "+120s",
                                replicas.gatewayEnvironment(replicas.incident(0).address(), 0)))
                        .ready()) {
            Instant last = Instant.MIN;
            String id = "";
            for (int i = 0; i < 3; i++) {
                for (Replica gateway : List.of(behind, replicas.gateway(0), ahead)) {
                    String reference = "skewed-" + i + "-" + (gateway == behind ? "b" : gateway == ahead ? "a" : "m");
                    Instant before = now();
                    JsonNode incident = recorded(gateway, reference);
                    id = incident.path("id").asText();
                    Instant recordedAt =
                            Instant.parse(incident.at("/revision/recordedAt").asText());
                    assertTrue(recordedAt.isAfter(last), reference);
                    assertTrue(!recordedAt.isBefore(before) && !recordedAt.isAfter(now()), reference);
                    last = recordedAt;
                }
            }
            // Either of them knows now what was recorded last, and did not know it before.
            for (Replica gateway : List.of(behind, ahead)) {
                assertEquals(200, known(gateway, id, last));
                assertEquals(404, known(gateway, id, last.minusNanos(1_000)));
            }
        }
    }

    /** Beyond that, what is public is served, and what needs to be believed is refused and nothing is written. */
    @Test
    void aGatewayFarBehindIsNotBelieved() throws Exception {
        try (Replica behind = replicas.replica("gateway")
                .start(apart(
                        "-600s",
                        replicas.gatewayEnvironment(replicas.incident(0).address(), 0)))
                .ready()) {
            HttpResponse<String> refused = ReplicasIT.record(behind, Replicas.KEYS.getFirst(), "far-behind");
            assertEquals(401, refused.statusCode(), refused.body());
            assertEquals(
                    "urn:humdash:problem:unauthorized",
                    RunningHumdash.JSON.readTree(refused.body()).path("type").asText());
            assertEquals(
                    0, replicas.number("incident", "select count(*) from incident where reference = 'far-behind'"));
        }
    }

    private Map<String, String> apart(String offset, Map<String, String> environment) {
        environment.putAll(Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME",
                offset,
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Its mend for other programs makes the waits of this one end at once, or far too late.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0",
                "NO_FAKE_STAT",
                "1"));
        return environment;
    }

    private JsonNode recorded(Replica gateway, String reference) throws Exception {
        HttpResponse<String> answer = ReplicasIT.record(gateway, Replicas.KEYS.getFirst(), reference);
        assertTrue(DONE.contains(answer.statusCode()), answer.body());
        return RunningHumdash.JSON.readTree(answer.body());
    }

    private int known(Replica gateway, String id, Instant knownAt) throws Exception {
        return gateway.get("/api/v1/incidents/" + id + "?knownAt=" + knownAt, Replicas.KEYS.getFirst())
                .statusCode();
    }

    /** The time of the database, which is the one that counts. */
    private Instant now() throws Exception {
        long micros =
                replicas.number("incident", "select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)");
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }
}
