package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After everything was lost, a backup that was made while people wrote answers as before. */
class BackupIT {

    private static final String INCIDENT = """
            {"source": "AFP", "reference": "%s", "ceasefire": "GAZA-2025-10", "type": "AIR_STRIKE",
             "occurredFrom": "2025-10-21", "place": {"adm2": "PS0260"},
             "reports": [{"source": "AFP", "killed": {"value": "%s"}}]%s}""";

    /** Each is asked as of every instant at which something was changed. */
    private static final List<String> QUESTIONS = List.of(
            "/api/v1/incidents?ceasefire=GAZA-2025-10",
            "/api/v1/ceasefires/GAZA-2025-10/ledger?asOf=2025-12-19",
            "/api/v1/claims?ceasefire=GAZA-2025-10",
            "/api/v1/claims/latest?ceasefire=GAZA-2025-10&asOf=2025-12-19",
            "/api/v1/headlines?area=PS02&asOf=2025-12-19",
            "/api/v1/observations?area=PS02");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path temporary;

    @Test
    void whatWasKnownAtEachInstantIsAnsweredAsBefore() throws Exception {
        Path backup = temporary.resolve("backup");
        Map<String, String> before;
        List<String> acknowledged;
        try (Running humdash = Running.start()) {
            String first = recordedAt(post(humdash, "backup-1", "2"));
            HttpResponse<String> made = post(humdash, "backup-2", "at least 3");
            String second = recordedAt(made);
            String id = RunningHumdash.JSON.readTree(made.body()).path("id").asText();
            String third = recordedAt(revise(humdash, id));
            before = answers(humdash, List.of(first, second, third));
            assertFalse(
                    before.get(QUESTIONS.getFirst() + "&knownAt=" + first)
                            .equals(before.get(QUESTIONS.getFirst() + "&knownAt=" + third)),
                    "the instants can be told apart");
            acknowledged = backUpWhileSomebodyWrites(humdash, backup);
        }

        Path restored = Files.createTempDirectory("humdash-e2e-");
        Running.command(
                temporary.resolve("restore.txt"),
                "restore",
                "--from",
                backup.toString(),
                "--data",
                restored.toString());
        try (Running humdash = Running.start(Map.of(), restored)) {
            for (Map.Entry<String, String> answer : before.entrySet()) {
                HttpResponse<String> now = humdash.get(answer.getKey());
                assertEquals(200, now.statusCode(), answer.getKey());
                assertEquals(answer.getValue(), now.body(), answer.getKey());
            }
            for (String id : acknowledged) {
                assertEquals(200, humdash.get("/api/v1/incidents/" + id).statusCode(), id);
            }
            assertEquals(201, post(humdash, "after-restore", "1").statusCode());
        }
    }

    /** @return the ids of what was acknowledged before the backup began */
    private List<String> backUpWhileSomebodyWrites(Running humdash, Path backup) throws Exception {
        List<String> written = new CopyOnWriteArrayList<>();
        AtomicBoolean enough = new AtomicBoolean();
        AtomicReference<Exception> failure = new AtomicReference<>();
        CountDownLatch some = new CountDownLatch(5);
        Thread writer = Thread.ofVirtual().start(() -> {
            try {
                for (int n = 0; !enough.get(); n++) {
                    HttpResponse<String> made = post(humdash, "written-" + n, "1");
                    assertEquals(201, made.statusCode(), made.body());
                    written.add(
                            RunningHumdash.JSON.readTree(made.body()).path("id").asText());
                    some.countDown();
                }
            } catch (Exception | AssertionError e) {
                failure.set(new IllegalStateException(e));
                while (some.getCount() > 0) {
                    some.countDown();
                }
            }
        });
        some.await();
        List<String> acknowledged = List.copyOf(written);
        Running.command(
                temporary.resolve("backup.txt"),
                "backup",
                "--to",
                backup.toString(),
                "--data",
                humdash.folder().toString());
        enough.set(true);
        writer.join();
        if (failure.get() != null) {
            throw failure.get();
        }
        assertTrue(written.size() > acknowledged.size(), "it went on meanwhile");
        return acknowledged;
    }

    private static Map<String, String> answers(Running humdash, List<String> instants) throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String instant : instants) {
            for (String question : QUESTIONS) {
                String path = question + "&knownAt=" + instant;
                HttpResponse<String> answer = humdash.get(path);
                assertEquals(200, answer.statusCode(), path + ": " + answer.body());
                answers.put(path, answer.body());
            }
        }
        return answers;
    }

    private static HttpResponse<String> post(Running humdash, String reference, String killed) throws Exception {
        return humdash.post(
                "/api/v1/incidents",
                "application/json",
                INCIDENT.formatted(reference, killed, ""),
                humdash.administratorKey());
    }

    private HttpResponse<String> revise(Running humdash, String id) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(humdash.address("gateway") + "/api/v1/incidents/" + id))
                .header("Authorization", "Bearer " + humdash.administratorKey())
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .PUT(BodyPublishers.ofString(INCIDENT.formatted(
                        "backup-2",
                        "4",
                        ", \"revisionReason\": \"CORRECTION\", \"revisionNote\": \"The source corrected it\"")))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String recordedAt(HttpResponse<String> answer) throws Exception {
        assertEquals(2, answer.statusCode() / 100, answer.body());
        JsonNode recorded = RunningHumdash.JSON.readTree(answer.body()).at("/revision/recordedAt");
        assertTrue(recorded.isTextual(), answer.body());
        return recorded.asText();
    }
}
