package org.humdash.local.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A record that the public must not see any more is gone at once, also for readers who say that they have it. */
@ExtendWith(RunningHumdash.class)
@ResourceLock(RunningHumdash.ONE)
class WithdrawnIT {

    private static final String CEASEFIRE = "GAZA-2025-10";
    private static final String INCIDENT = """
            {"source": "AFP", "reference": "withdrawn-1", "ceasefire": "GAZA-2025-10", "type": "AIR_STRIKE",
             "occurredFrom": "2025-10-21", "place": {"adm2": "PS0260"}, "sensitivity": "%s",
             "reports": [{"source": "AFP"}]%s}""";
    private static final String LIST = "/api/v1/incidents?ceasefire=" + CEASEFIRE + "&from=2025-10-21&to=2025-10-21";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Running humdash;
    private String id;

    WithdrawnIT(Running humdash) {
        this.humdash = humdash;
    }

    @BeforeEach
    void anIncidentIsPublic() throws Exception {
        HttpResponse<String> created = humdash.post(
                "/api/v1/incidents", "application/json", INCIDENT.formatted("LOW", ""), humdash.administratorKey());
        assertEquals(201, created.statusCode(), created.body());
        id = RunningHumdash.JSON.readTree(created.body()).path("id").asText();
    }

    @AfterEach
    void nothingIsLeftForOtherTests() throws Exception {
        HttpRequest retraction = request("/api/v1/incidents/" + id + "/retraction")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"2\"")
                .POST(BodyPublishers.ofString("{\"note\": \"Made for a test\"}"))
                .build();
        assertEquals(200, client.send(retraction, BodyHandlers.ofString()).statusCode());
    }

    @Test
    void whoeverHoldsItsTagIsNotToldThatItIsStillThere() throws Exception {
        String record = "/api/v1/incidents/" + id;
        String diff = "/api/v1/situation/diff?since=2025-12-19T00:00:00Z";
        HttpResponse<String> readRecord = readUntilItStands(record);
        HttpResponse<String> readList = readUntilItStands(LIST);
        HttpResponse<String> readDiff = readUntilItStands(diff);
        assertEquals(200, readRecord.statusCode());
        assertTrue(readList.body().contains(id));
        assertTrue(readDiff.body().contains(id));

        HttpRequest raised = request(record)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .PUT(
                        BodyPublishers.ofString(
                                INCIDENT.formatted(
                                        "HIGH",
                                        ", \"revisionReason\": \"RECLASSIFICATION\", \"revisionNote\": \"It shows where people hide\"")))
                .build();
        HttpResponse<String> hidden = client.send(raised, BodyHandlers.ofString());
        assertEquals(200, hidden.statusCode(), hidden.body());

        assertEquals(404, read(record, tag(readRecord)).statusCode());
        HttpResponse<String> listAfter = read(LIST, tag(readList));
        assertEquals(200, listAfter.statusCode());
        assertFalse(listAfter.body().contains(id));
        HttpResponse<String> diffAfter = read(diff, tag(readDiff));
        assertEquals(200, diffAfter.statusCode());
        assertFalse(diffAfter.body().contains("withdrawn-1"));
        String known =
                RunningHumdash.JSON.readTree(readDiff.body()).path("knownAt").asText();
        assertFalse(read(LIST + "&knownAt=" + known, "").body().contains(id), "nor as of when it was public");
    }

    /** An answer whose tag is good for a 304; shortly after a write there may be another one. */
    private HttpResponse<String> readUntilItStands(String path) throws Exception {
        AtomicReference<HttpResponse<String>> answer = new AtomicReference<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            answer.set(read(path, ""));
            return read(path, tag(answer.get())).statusCode() == 304;
        });
        return answer.get();
    }

    private HttpResponse<String> read(String path, String tag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(humdash.address("gateway") + path));
        return client.send(
                tag.isEmpty()
                        ? request.build()
                        : request.header("If-None-Match", tag).build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(humdash.address("gateway") + path))
                .header("Authorization", "Bearer " + humdash.administratorKey());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("\"none\"");
    }
}
