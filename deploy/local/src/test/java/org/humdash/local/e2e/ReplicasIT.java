package org.humdash.local.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.humdash.local.e2e.ReplicatedHumdash.Replicas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two of each program: they migrate one new database together, and write to it together. */
@ExtendWith(ReplicatedHumdash.class)
class ReplicasIT {

    private static final int ROWS = 2_000;
    private static final String INCIDENT_IMPORTS = "/api/v1/incidents/imports?wait=60";
    private static final String OBSERVATION_IMPORTS = "/api/v1/observations/imports?wait=60";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Replicas replicas;

    ReplicasIT(Replicas replicas) {
        this.replicas = replicas;
    }

    /** That all of them became ready is what the parameter stands for. */
    @Test
    void migrationsRanOnceEach() throws Exception {
        for (String database : List.of("incident", "humanitarian", "gateway")) {
            assertEquals(0, replicas.number(database, """
                            select count(*) from (select 1 from flyway_schema_history
                                where version is not null group by version
                                having count(*) > 1 or not bool_and(success)) wrong"""), database);
        }
    }

    @Test
    void oneFileSentToBothIsRecordedOnce() throws Exception {
        List<JsonNode> jobs = jobs(atOnce(i -> () -> send(i, INCIDENT_IMPORTS, incidents("both"))));

        assertEquals(ROWS, sum(jobs, "created"));
        assertEquals(ROWS, sum(jobs, "unchanged"));
        assertEquals(0, sum(jobs, "revised"));
        assertEquals(ROWS, revisionsOf("both"));
        replicas.requireRightSums();
    }

    @Test
    void oneFileOfObservationsSentToBothIsRecordedOnce() throws Exception {
        List<JsonNode> jobs = jobs(atOnce(i -> () -> send(i, OBSERVATION_IMPORTS, observations("both"))));

        assertEquals(ROWS, sum(jobs, "created"));
        assertEquals(ROWS, sum(jobs, "unchanged"));
        assertEquals(0, sum(jobs, "revised"));
        assertEquals(
                ROWS,
                replicas.number("humanitarian", "select count(*) from observation where reference like 'both-%'"));
    }

    @Test
    void differentFilesAreBothRecorded() throws Exception {
        List<JsonNode> jobs = jobs(atOnce(i -> () -> send(i, INCIDENT_IMPORTS, incidents("of-" + i))));

        assertEquals(2 * ROWS, sum(jobs, "created"));
        assertEquals(ROWS, revisionsOf("of-0"));
        assertEquals(ROWS, revisionsOf("of-1"));
        replicas.requireRightSums();
    }

    /** An account of both gateways, because keys of idempotency are each account's own. */
    @Test
    void oneFileSentToBothUnderOneKeyIsOneImport() throws Exception {
        String key = sharedKey();
        String path = INCIDENT_IMPORTS;
        String file = incidents("keyed");
        Callable<HttpResponse<String>> toFirst =
                () -> replicas.gateway(0).post(path, "text/csv", file, key, "Idempotency-Key", "\"one-import\"");
        Callable<HttpResponse<String>> toSecond =
                () -> replicas.gateway(1).post(path, "text/csv", file, key, "Idempotency-Key", "\"one-import\"");

        List<HttpResponse<String>> answers = atOnce(i -> i == 0 ? toFirst : toSecond);
        for (HttpResponse<String> answer : answers) {
            assertTrue(Set.of(200, 409).contains(answer.statusCode()), answer.body());
        }
        assertTrue(answers.stream().anyMatch(answer -> answer.statusCode() == 200));

        String first = job(ended(toFirst)).path("id").asText();
        assertEquals(first, job(ended(toSecond)).path("id").asText());
        assertEquals(ROWS, revisionsOf("keyed"));
        assertEquals(
                1,
                replicas.number(
                        "incident",
                        "select count(*) from import_job where id = '" + first + "' and status = 'SUCCEEDED'"));
    }

    /** Whoever is told that it is still under way comes back. */
    private static HttpResponse<String> ended(Callable<HttpResponse<String>> request) {
        return await().atMost(Duration.ofSeconds(30)).until(request, answer -> answer.statusCode() != 409);
    }

    /** Each gateway signs with a key of its own; the services read all keys from one of them. */
    @Test
    void whatEitherGatewaySignsIsBelieved() throws Exception {
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = record(replicas.gateway(i), Replicas.KEYS.get(i), "signed-" + i);
            assertEquals(201, answer.statusCode(), answer.body());
        }
        assertTrue(replicas.number("gateway", "select count(*) from signing_key") >= 2);
    }

    /** As while a new administrator's key is rolled out. */
    @Test
    void eachGatewayKnowsItsOwnAdministratorsKeyAndBothKnowTheOthers() throws Exception {
        String key = sharedKey();
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    200,
                    replicas.gateway(i)
                            .get("/api/v1/api-keys", Replicas.KEYS.get(i))
                            .statusCode());
            assertEquals(
                    401,
                    replicas.gateway(i)
                            .get("/api/v1/api-keys", Replicas.KEYS.get(1 - i))
                            .statusCode());
            assertEquals(
                    200,
                    replicas.gateway(i).get("/api/v1/incidents?limit=1", key).statusCode());
        }
    }

    /** Read through either one while both are written to: every incident once, none missed. */
    @Test
    void nothingIsMissingInTheFeedOfEither() throws Exception {
        List<List<String>> written = atOnce(i -> () -> {
            List<String> ids = new ArrayList<>();
            for (int n = 0; n < 20; n++) {
                HttpResponse<String> answer = record(replicas.gateway(i), Replicas.KEYS.get(i), "fed-" + i + "-" + n);
                assertEquals(201, answer.statusCode(), answer.body());
                ids.add(RunningHumdash.JSON.readTree(answer.body()).path("id").asText());
            }
            return ids;
        });
        Set<String> all = new HashSet<>();
        written.forEach(all::addAll);
        assertEquals(40, all.size());
        for (int i = 0; i < 2; i++) {
            int gateway = i;
            await().atMost(PATIENCE).untilAsserted(() -> assertTrue(fed(gateway).containsAll(all)));
        }
    }

    /** @return the ids in the feed, of which none stands there twice, in the order of what was recorded when */
    private Set<String> fed(int gateway) throws Exception {
        Set<String> ids = new HashSet<>();
        String cursor = "";
        Instant last = Instant.MIN;
        JsonNode page;
        do {
            HttpResponse<String> answer = replicas.gateway(gateway)
                    .get("/api/v1/incidents/changes?limit=1000" + cursor, Replicas.KEYS.get(gateway));
            assertEquals(200, answer.statusCode(), answer.body());
            page = RunningHumdash.JSON.readTree(answer.body());
            for (JsonNode entry : page.path("items")) {
                assertTrue(ids.add(entry.path("id").asText()), entry.toString());
                Instant recordedAt = Instant.parse(entry.path("recordedAt").asText());
                assertTrue(!recordedAt.isBefore(last), entry.toString());
                last = recordedAt;
            }
            cursor = "&cursor=" + page.path("nextCursor").asText();
        } while (page.path("items").size() == 1_000);
        return ids;
    }

    static HttpResponse<String> record(Replica gateway, String key, String reference) throws Exception {
        return gateway.post("/api/v1/incidents", "application/json", """
                {"source": "AFP", "reference": "%s", "ceasefire": "GAZA-2025-10",
                 "type": "AIR_STRIKE", "occurredFrom": "2025-10-21",
                 "reports": [{"source": "AFP"}]}""".formatted(reference), key);
    }

    private String sharedKey() throws Exception {
        HttpResponse<String> answer =
                replicas.gateway(0).post("/api/v1/api-keys", "application/json", """
                        {"owner": "A test", "role": "CONTRIBUTOR", "expiresAt": "2099-01-01T00:00:00Z"}""", Replicas.KEYS.getFirst());
        assertEquals(201, answer.statusCode(), answer.body());
        return RunningHumdash.JSON.readTree(answer.body()).path("key").asText();
    }

    private HttpResponse<String> send(int i, String path, String file) throws Exception {
        return replicas.gateway(i).post(path, "text/csv", file, Replicas.KEYS.get(i));
    }

    private long revisionsOf(String name) throws Exception {
        return replicas.number("incident", "select count(*) from incident where reference like '" + name + "-%'");
    }

    private static List<JsonNode> jobs(List<HttpResponse<String>> answers) throws Exception {
        List<JsonNode> jobs = new ArrayList<>();
        for (HttpResponse<String> answer : answers) {
            jobs.add(job(answer));
        }
        return jobs;
    }

    private static JsonNode job(HttpResponse<String> answer) throws Exception {
        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode job = RunningHumdash.JSON.readTree(answer.body()).path("job");
        assertEquals("SUCCEEDED", job.path("status").asText(), answer.body());
        return job;
    }

    private static int sum(List<JsonNode> jobs, String field) {
        return jobs.stream().mapToInt(job -> job.path(field).asInt()).sum();
    }

    static String incidents(String name) {
        StringBuilder table = new StringBuilder("ceasefire,source,reference,type,occurred_from,adm2,killed_best\n");
        for (int i = 0; i < ROWS; i++) {
            table.append(
                    "GAZA-2025-10,AFP,%s-%d,ARREST,2025-11-%02d,PS0260,%d\n".formatted(name, i, 1 + i % 28, i % 3));
        }
        return table.toString();
    }

    private static String observations(String name) {
        StringBuilder table = new StringBuilder("indicator,area,originator,reference,value,valid_from,valid_to\n");
        for (int i = 0; i < ROWS; i++) {
            table.append("IDPS_PRESENT,PS0260,IOM,%1$s-%2$d,%3$d,2025-11-%4$02d,2025-11-%4$02d\n"
                    .formatted(name, i, 1_000 + i, 1 + i % 28));
        }
        return table.toString();
    }

    /** What both do, begun at the same moment. */
    private static <T> List<T> atOnce(java.util.function.IntFunction<Callable<T>> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> begun = IntStream.range(0, 2)
                    .mapToObj(i -> executor.submit(() -> {
                        start.await();
                        return task.apply(i).call();
                    }))
                    .toList();
            List<T> ended = new ArrayList<>();
            for (Future<T> future : begun) {
                ended.add(future.get());
            }
            return ended;
        }
    }
}
