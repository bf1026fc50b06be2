package org.humdash.local.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.humdash.local.e2e.OtlpReceiver.Sent;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged programs with a collector beside them, logging as they do in production. */
class TracingIT {

    private static final List<String> PROGRAMS = List.of("gateway", "incident-service", "humanitarian-service");

    /** As Prometheus asks since 2.5. */
    private static final String ACCEPT = "application/openmetrics-text;version=1.0.0,"
            + "application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

    private static final String BUCKETS = "http_server_requests_seconds_bucket";

    /** Nothing that anybody sends may be found again beside the data itself. */
    private static final String SECRET = "qXsomebodyX";

    /** What a span may say; a library that learns to say more fails here. */
    private static final Set<String> SAID = Set.of(
            "http.request.method",
            "http.response.status_code",
            "http.route",
            "http.request.body.size",
            "http.response.body.size",
            "url.path",
            "url.scheme",
            "network.protocol.name",
            "network.protocol.version",
            "error.type",
            "db.system",
            "db.name",
            "db.operation",
            "db.sql.table",
            "code.function.name");

    private static OtlpReceiver collector;
    private static Running humdash;

    @BeforeAll
    static void start() throws IOException {
        collector = new OtlpReceiver();
        humdash = Running.start(Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint(), "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true"));
    }

    @AfterAll
    static void stop() throws IOException {
        try (OtlpReceiver closed = collector) {
            assertNotNull(closed);
            if (humdash != null) {
                humdash.close();
            }
        }
    }

    @Test
    void theSpansOfOneRequestHangTogetherFromTheGatewayToTheDatabase() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        assertEquals(200, get("/api/v1/incidents?q=" + SECRET, trace).statusCode());

        Sent asked = awaited(trace, "gateway", "SERVER");
        Sent call = awaited(trace, "gateway", "CLIENT");
        Sent served = awaited(trace, "incident-service", "SERVER");
        Sent statement = awaited(trace, "incident-service", "CLIENT");
        assertEquals("00f067aa0ba902b7", asked.parent());
        assertEquals(asked.id(), call.parent());
        assertEquals(call.id(), served.parent());
        assertEquals(served.id(), statement.parent());
        assertEquals("GET /api/v1/incidents", served.name());
        assertEquals("200", served.says().get("http.response.status_code"));
        assertEquals("/api/v1/incidents", served.says().get("url.path"));
        assertEquals("incident", statement.says().get("db.name"));
    }

    @Test
    void bothServicesAreAskedForTheSituationUnderOneTrace() throws Exception {
        String trace = "5bf92f3577b34da6a3ce929d0e0e4736";

        assertEquals(200, get("/api/v1/situation?asOf=2025-12-19", trace).statusCode());

        String gateway = awaited(trace, "gateway", "SERVER").id();
        for (String service : List.of("incident-service", "humanitarian-service")) {
            Sent served = awaited(trace, service, "SERVER");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> collector.of(trace).stream()
                            .anyMatch(span -> span.id().equals(served.parent())
                                    && span.parent().equals(gateway)));
        }
    }

    @Test
    void nothingThatPeopleSentIsInASpanOrInALogAndEveryLineOfALogIsJson() throws Exception {
        String trace = "6bf92f3577b34da6a3ce929d0e0e4736";
        String key = humdash.administratorKey();
        String body = "{\"ceasefire\":\"GAZA-2025-10\",\"type\":\"" + SECRET + "\",\"description\":{\"en\":\"" + SECRET
                + "\"}}";
        get("/api/v1/incidents?q=" + SECRET + "&occurredFrom=" + SECRET, trace);
        get("/api/v1/observations?indicator=" + SECRET + "&unknown=" + SECRET, trace);
        get("/api/v1/claims?limit=" + SECRET, trace);
        humdash.post("/api/v1/incidents", "application/json", body, key);
        humdash.post("/api/v1/incidents", "application/json", "{\"" + SECRET + "\":1}", key);
        humdash.post("/api/v1/claims/imports", "text/csv", "ceasefire,value\n" + SECRET + "," + SECRET + "\n", key);
        humdash.post("/api/v1/observations/imports?wait=30", "text/csv", "indicator,value\n" + SECRET + ",1\n", key);
        humdash.post(
                "/api/v1/api-keys", "application/json", "{\"owner\":\"" + SECRET + "\",\"role\":\"PARTNER\"}", key);
        humdash.post("/api/v1/claims/imports", "text/csv", "a\n1\n", "humdash_0000000000000000_" + SECRET);
        assertEquals(
                404,
                get("/api/v1/incidents/00000000-0000-7000-8000-000000000000", trace)
                        .statusCode());

        awaited(trace, "gateway", "SERVER");
        awaited(trace, "humanitarian-service", "SERVER");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> collector.of(trace).stream()
                        .anyMatch(span -> "404".equals(span.says().get("http.response.status_code"))
                                && span.service().equals("incident-service")));

        assertFalse(collector.everything().contains(SECRET), "a span quotes what was sent");
        assertFalse(collector.everything().contains(key), "a span has a key");
        Set<String> said = new TreeSet<>();
        collector.all().forEach(span -> said.addAll(span.says().keySet()));
        said.removeAll(SAID);
        assertEquals(Set.of(), said);
        for (String program : PROGRAMS) {
            List<JsonNode> lines = log(program);
            assertFalse(lines.isEmpty());
            for (JsonNode line : lines) {
                assertFalse(line.toString().contains(SECRET), line.toString());
                assertFalse(line.toString().contains(key), line.toString());
                for (String field : List.of("timestamp", "level", "loggerName", "message", "mdc")) {
                    assertNotNull(line.get(field), line.toString());
                }
            }
        }
        for (String program : List.of("gateway", "incident-service")) {
            assertTrue(
                    log(program).stream()
                            .anyMatch(
                                    line -> trace.equals(line.at("/mdc/traceId").asText())),
                    "no line of " + program + " names the trace");
        }
    }

    @Test
    void aMeasuredDurationNamesItsTrace() throws Exception {
        String trace = "7bf92f3577b34da6a3ce929d0e0e4736";
        assertEquals(200, get("/api/v1/claims?originator=UNOSAT", trace).statusCode());

        HttpResponse<String> scraped = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(humdash.address("gatewayManagement") + "/q/metrics"))
                                .header("Accept", ACCEPT)
                                .build(),
                        BodyHandlers.ofString());
        assertEquals(
                "application/openmetrics-text; version=1.0.0; charset=utf-8",
                scraped.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(scraped.body().endsWith("# EOF\n"));
        assertTrue(
                scraped.body()
                        .lines()
                        .anyMatch(line -> line.startsWith(BUCKETS + "{")
                                && line.contains("uri=\"/api/v1/claims\"")
                                && line.contains("trace_id=\"" + trace + "\"")),
                "no bucket names the trace");
        assertEquals(
                List.of(),
                scraped.body()
                        .lines()
                        .filter(line -> line.contains(" # {") && !line.matches("[a-z_]+_bucket\\{.*"))
                        .toList());
    }

    @Test
    void prometheusStillHearsAllProgramsAndKeepsTheTraces() throws Exception {
        assumeTrue(!humdash.address("prometheus").isEmpty(), "NOT TESTED: there is no prometheus on the PATH");
        get("/api/v1/claims?originator=GAZA_GMO", "8bf92f3577b34da6a3ce929d0e0e4736");

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertEquals(
                        "3",
                        asked("/api/v1/query?query=", "sum(up)")
                                .at("/data/result/0/value/1")
                                .asText()));
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> asked(
                                "/api/v1/query_exemplars?start=0&end=9999999999&query=", BUCKETS + "{job=\"gateway\"}")
                        .at("/data/0/exemplars/0/labels/trace_id")
                        .asText()
                        .matches("[0-9a-f]{32}"));
    }

    private static JsonNode asked(String path, String query) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                humdash.getUrl(humdash.address("prometheus") + path + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertEquals(200, answer.statusCode(), answer.body());
        return RunningHumdash.JSON.readTree(answer.body());
    }

    /** The first span of this kind of this program in the trace; they are sent some seconds later. */
    private static Sent awaited(String trace, String service, String kind) {
        List<Sent> found = new ArrayList<>();
        await(kind + " of " + service).atMost(Duration.ofSeconds(30)).until(() -> {
            collector.of(trace).stream()
                    .filter(span ->
                            span.service().equals(service) && span.kind().equals(kind))
                    .forEach(found::add);
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    private static HttpResponse<String> get(String path, String trace) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(humdash.address("gateway") + path))
                                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-00")
                                .header("User-Agent", SECRET)
                                .header("X-Forwarded-For", "203.0.113.7")
                                .build(),
                        BodyHandlers.ofString());
    }

    private static List<JsonNode> log(String program) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(humdash.folder().resolve("logs").resolve(program + ".log"))) {
            lines.add(RunningHumdash.JSON.readTree(line));
        }
        return lines;
    }
}
