package org.humdash.gateway.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.humdash.gateway.peer.Peer;
import org.humdash.gateway.peer.Watermark;
import org.humdash.gateway.peer.Watermarks;
import org.humdash.gateway.testing.Api;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class AnswerResourceTest {

    private static final String SITUATION = "/api/v1/situation";
    private static final String DIFF = "/api/v1/situation/diff?since=2025-12-18T00:00:00Z";
    private static final String CEASEFIRE = "/api/v1/ceasefires/GAZA-2025-10";
    private static final String CLAIMS = "/api/v1/claims/latest";
    private static final String CLAIM = "/api/v1/claims/0199c0de-0000-7000-8000-000000000001";
    private static final String HEADLINES = "/api/v1/headlines";
    private static final String PULLS = "/api/v1/pulls";
    private static final String INCIDENTS = "/api/v1/incidents";
    private static final String LONG = "{\"words\":\"" + "at least 738 ".repeat(200) + "\"}";
    private static final int SECTIONS = 5;

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource
    URI gateway;

    @FakeServices.Incident
    FakeService incident;

    @FakeServices.Humanitarian
    FakeService humanitarian;

    @Inject
    Watermarks watermarks;

    private Api api;
    private String run;

    @BeforeEach
    void bothServicesTellWhatChanges() {
        api = new Api(gateway);
        // What was kept of another test is of another state.
        run = UUID.randomUUID().toString();
        for (FakeService service : List.of(incident, humanitarian)) {
            service.up();
            service.forget();
        }
        incident.json(CEASEFIRE, "{\"code\":\"GAZA-2025-10\"}")
                .json(CEASEFIRE + "/timeline", "{\"items\":[]}")
                .json(CEASEFIRE + "/ledger", "{}")
                .json(CLAIMS, LONG)
                .json(CLAIM, LONG);
        humanitarian.json(HEADLINES, "{\"items\":[]}");
        incident("a1 2025-12-19T17:00:00Z");
        humanitarian("b1 2025-12-19T16:00:00Z");
    }

    @Test
    void anUnchangedSituationIsComposedOnce() throws Exception {
        HttpResponse<String> first = get(SITUATION);
        HttpResponse<String> second = get(SITUATION);
        HttpResponse<String> third = get(SITUATION);

        assertEquals(200, first.statusCode());
        assertEquals(SECTIONS, asked());
        assertEquals(first.body(), second.body());
        assertEquals(first.body(), third.body());
        assertEquals(known(first), known(third));
        assertTrue(first.body().contains("\"asOf\":\"2025-12-19\",\"knownAt\":\"2025-12-19T17:00:00Z\""), first.body());
        assertTrue(header(first, "ETag").matches("\"[A-Za-z0-9_-]{22}\""), header(first, "ETag"));
        assertEquals("public, no-cache", header(first, "Cache-Control"));
        assertEquals("Accept, Accept-Encoding, Accept-Language, Authorization, X-API-Key", header(first, "Vary"));
    }

    @Test
    void whatChangedSinceIsComposedOnceWhileNothingMoreChanges() throws Exception {
        nothingChangedSince();
        HttpResponse<String> first = get(DIFF);
        int asked = asked();

        assertEquals(200, first.statusCode());
        assertTrue(first.body().contains("\"nextSince\":\"2025-12-19T17:00:00Z\""), first.body());
        assertEquals(first.body(), get(DIFF).body());
        assertEquals(304, get(DIFF, "If-None-Match", header(first, "ETag")).statusCode());
        assertEquals(asked, asked());

        incident("a2 2025-12-19T17:30:00Z");
        HttpResponse<String> later = get(DIFF, "If-None-Match", header(first, "ETag"));
        assertEquals(200, later.statusCode());
        assertTrue(later.body().contains("\"nextSince\":\"2025-12-19T17:30:00Z\""), later.body());
        assertEquals(2 * asked, asked());
    }

    /** Writes that are under way may hold back what was recorded before the instant that the state is of. */
    @Test
    void whatChangedSinceIsNotKnownByATagWhereAServiceReadAtAnEarlierInstant() throws Exception {
        nothingChangedSince();
        humanitarian.json(HEADLINES, "{\"items\":[],\"knownAt\":\"2025-12-19T16:30:00Z\"}");

        HttpResponse<String> answer = get(DIFF);

        assertEquals(200, answer.statusCode());
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertEquals(Optional.empty(), answer.headers().firstValue("ETag"));
    }

    private void nothingChangedSince() {
        String page = "{\"items\":[],\"nextCursor\":\"end\",\"more\":false}";
        incident.json(INCIDENTS + "/changes", page)
                .json(CLAIMS.replace("/latest", ""), "{\"items\":[],\"nextCursor\":null}")
                .json(CLAIMS, "{\"measures\":[]}");
        humanitarian.json("/api/v1/observations/changes", page).json("/api/v1/hazards/changes", page);
    }

    @Test
    void whoeverHasTheSituationIsToldSoWithoutAskingAService() throws Exception {
        String tag = header(get(SITUATION), "ETag");

        HttpResponse<String> again = get(SITUATION, "If-None-Match", "\"other\", W/" + tag);

        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(tag, header(again, "ETag"));
        assertEquals("public, no-cache", header(again, "Cache-Control"));
        assertEquals(SECTIONS, asked());
    }

    @Test
    void whatIsAnsweredFromMemoryIsOneToTheOrderOfItsParametersAndNotToTheirValues() throws Exception {
        String tag = header(get(SITUATION + "?area=PS02&asOf=2025-12-01"), "ETag");

        assertEquals(tag, header(get(SITUATION + "?asOf=2025-12-01&area=PS02"), "ETag"));
        assertEquals(SECTIONS, asked());
        assertNotEquals(tag, header(get(SITUATION + "?asOf=2025-12-02&area=PS02"), "ETag"));
        assertEquals(2 * SECTIONS, asked());
    }

    @Test
    void whoeverTakesAnythingIsAnsweredTheSameHoweverTheySayIt() throws Exception {
        assertEquals(header(get(SITUATION), "ETag"), header(get(SITUATION, "Accept", "*/*"), "ETag"));
        assertEquals(SECTIONS, asked());
    }

    @Test
    void theCompressedFormHasATagOfItsOwnAndTheSameText() throws Exception {
        String plain = get(SITUATION).body();
        HttpResponse<byte[]> composed = bytes(SITUATION + "?ceasefire=GAZA-2025-10", "gzip");
        HttpResponse<byte[]> kept = bytes(SITUATION, "br, gzip;q=0.5");

        assertEquals("gzip", kept.headers().firstValue("Content-Encoding").orElseThrow());
        assertEquals(plain, gunzip(kept.body()));
        String tag = kept.headers().firstValue("ETag").orElseThrow();
        assertEquals(header(get(SITUATION), "ETag").replaceAll("\"$", "-gzip\""), tag);
        assertEquals(304, get(SITUATION, "If-None-Match", tag).statusCode());
        assertEquals(Optional.empty(), bytes(SITUATION, "gzip;q=0").headers().firstValue("Content-Encoding"));
        assertEquals(plain, gunzip(composed.body()));
        assertTrue(composed.headers().firstValue("ETag").orElseThrow().endsWith("-gzip\""));
    }

    @Test
    void aChangeInEitherServiceComposesAnew() throws Exception {
        String first = header(get(SITUATION), "ETag");
        humanitarian("b2 2025-12-19T17:30:00Z");
        HttpResponse<String> second = get(SITUATION, "If-None-Match", first);
        incident("a2 2025-12-19T17:40:00Z");
        HttpResponse<String> third = get(SITUATION, "If-None-Match", header(second, "ETag"));

        assertEquals(List.of(200, 200), List.of(second.statusCode(), third.statusCode()));
        assertTrue(second.body().contains("\"knownAt\":\"2025-12-19T17:30:00Z\""), second.body());
        assertTrue(third.body().contains("\"knownAt\":\"2025-12-19T17:40:00Z\""), third.body());
        assertEquals(
                3, Set.of(first, header(second, "ETag"), header(third, "ETag")).size());
    }

    @Test
    void aSituationInPartIsNeverKept() throws Exception {
        humanitarian.on(HEADLINES, FakeService.answer(500, "text/plain", ""));
        HttpResponse<String> part = get(SITUATION);
        humanitarian.json(HEADLINES, "{\"items\":[]}");
        HttpResponse<String> whole = get(SITUATION);

        assertTrue(part.body().contains("\"partial\":true"), part.body());
        assertEquals("no-store", header(part, "Cache-Control"));
        assertNull(header(part, "ETag"));
        assertTrue(whole.body().contains("\"partial\":false"), whole.body());
    }

    @Test
    void whileAServiceDoesNotTellWhatChangesItIsAskedEachTime() throws Exception {
        String tag = header(get(SITUATION), "ETag");
        humanitarian.tells(null);
        await(() -> watermarks.of(Peer.HUMANITARIAN).isEmpty());

        HttpResponse<String> second = get(SITUATION, "If-None-Match", tag);
        get(SITUATION);

        assertEquals(200, second.statusCode());
        assertNull(header(second, "ETag"));
        assertEquals(3 * SECTIONS, asked());
        assertEquals(200, get(CLAIM).statusCode());
    }

    @Test
    void aServiceThatIsGoneTellsNothingAndIsHeardAgainWhenItIsBack() throws Exception {
        String tag = header(get(SITUATION), "ETag");
        incident.down();
        await(() -> watermarks.of(Peer.INCIDENT).isEmpty());

        HttpResponse<String> part = get(SITUATION, "If-None-Match", tag);
        incident.up();
        await(() -> watermarks.of(Peer.INCIDENT).isPresent());

        assertEquals(200, part.statusCode());
        assertTrue(part.body().contains("\"partial\":true"), part.body());
        assertEquals(304, get(SITUATION, "If-None-Match", tag).statusCode());
    }

    @Test
    void manyAtOnceComposeOnce() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        humanitarian.on(HEADLINES, exchange -> {
            arrived.countDown();
            go.await(10, TimeUnit.SECONDS);
            FakeService.answer(200, "application/json", "{\"items\":[]}").to(exchange);
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> get(SITUATION)));
            }
            assertTrue(arrived.await(10, TimeUnit.SECONDS));
            go.countDown();
            Set<String> bodies = new HashSet<>();
            for (Future<HttpResponse<String>> answer : answers) {
                bodies.add(answer.get().body());
            }
            assertEquals(1, bodies.size());
        }
        assertEquals(SECTIONS, asked());
    }

    @Test
    void whatOneClearanceSeesIsNeverAnsweredToAnother() throws Exception {
        String key = api.key("PARTNER");
        HttpResponse<String> anybodys = get(SITUATION);
        HttpResponse<String> partners = get(SITUATION, "X-API-Key", key);

        assertNotEquals(header(anybodys, "ETag"), header(partners, "ETag"));
        assertEquals(2 * SECTIONS, asked());
        assertEquals("private, no-cache", header(partners, "Cache-Control"));
        assertEquals(
                200,
                get(SITUATION, "X-API-Key", key, "If-None-Match", header(anybodys, "ETag"))
                        .statusCode());
        assertEquals(
                200, get(SITUATION, "If-None-Match", header(partners, "ETag")).statusCode());
        assertEquals(2 * SECTIONS, asked());
    }

    @Test
    void aReadThatIsHandedOnIsPinnedAndKnownByItsState() throws Exception {
        HttpResponse<String> first = get(CLAIMS + "?area=PS02", "Humdash-Known-At", "2020-01-01T00:00:00Z");
        String tag = header(first, "ETag");
        HttpResponse<String> again = get(CLAIMS + "?area=PS02", "If-None-Match", tag);

        assertTrue(tag.matches("\"[A-Za-z0-9_-]{22}\""), tag);
        assertEquals("public, no-cache", header(first, "Cache-Control"));
        assertEquals(304, again.statusCode());
        assertEquals(tag, header(again, "ETag"));
        FakeService.Received received = onlyOne(incident);
        assertEquals(List.of("2025-12-19T17:00:00Z"), received.header("humdash-known-at"));
        assertEquals(List.of("2025-12-19"), received.header("humdash-as-of"));
    }

    @Test
    void aReadThatIsHandedOnIsCompressedForWhoeverWantsIt() throws Exception {
        HttpResponse<byte[]> compressed = bytes(CLAIMS, "gzip");

        assertEquals("gzip", compressed.headers().firstValue("Content-Encoding").orElseThrow());
        assertEquals(LONG, gunzip(compressed.body()));
        assertTrue(compressed.body().length < LONG.length() / 10);
        String tag = compressed.headers().firstValue("ETag").orElseThrow();
        assertTrue(tag.endsWith("-gzip\""), tag);
        HttpResponse<String> again = get(CLAIMS, "If-None-Match", tag, "Accept-Encoding", "gzip");
        assertEquals(304, again.statusCode());
        assertEquals(tag, header(again, "ETag"));
        assertEquals(1, asked());
    }

    @Test
    void theRevisionInATagReachesTheServiceInWhicheverFormTheRecordWasRead() throws Exception {
        String key = api.key("CONTRIBUTOR");
        incident.on(CLAIM, exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"3\"");
            FakeService.answer(200, "application/json", LONG).to(exchange);
        });
        String plain = header(get(CLAIM), "ETag");
        String compressed = bytes(CLAIM, "gzip").headers().firstValue("ETag").orElseThrow();
        assertTrue(plain.matches("\"3\\.[A-Za-z0-9_-]{22}\""), plain);
        assertEquals(plain.replaceAll("\"$", "-gzip\""), compressed);
        assertEquals(304, get(CLAIM, "If-None-Match", compressed).statusCode());

        for (String tag : List.of(plain, compressed, "\"3\"", "\"3-gzip\"")) {
            send("PUT", CLAIM, "X-API-Key", key, "If-Match", tag);
        }
        assertEquals(
                List.of("\"3\"", "\"3\"", "\"3\"", "\"3\""),
                incident.received().stream()
                        .filter(received -> received.method().equals("PUT"))
                        .map(received -> received.header("if-match").getFirst())
                        .toList());
    }

    @Test
    void whoeverWroteReadsWhatTheyWrote() throws Exception {
        String key = api.key("CONTRIBUTOR");
        String tag = header(get(CLAIMS), "ETag");
        incident.on(CLAIM, FakeService.answer(200, "application/json", "{}"));
        send("PUT", CLAIM, "X-API-Key", key, "If-Match", "\"3\"");
        incident.json(CLAIMS, "{\"measures\":[]}");

        HttpResponse<String> read = get(CLAIMS, "If-None-Match", tag);

        assertEquals(200, read.statusCode());
        assertEquals("{\"measures\":[]}", read.body());
        await(() -> watermarks.of(Peer.INCIDENT).isPresent());
    }

    @Test
    void whatFollowsFromTheClockIsKnownByItsBytes() throws Exception {
        humanitarian.json(PULLS, "{\"items\":[]}");
        HttpResponse<String> first = get(PULLS);
        HttpResponse<String> same = get(PULLS, "If-None-Match", header(first, "ETag"));
        humanitarian.json(PULLS, "{\"items\":[1]}");
        HttpResponse<String> other = get(PULLS, "If-None-Match", header(first, "ETag"));

        assertEquals(List.of(200, 304, 200), List.of(first.statusCode(), same.statusCode(), other.statusCode()));
        assertEquals("", same.body());
        assertEquals("{\"items\":[1]}", other.body());
        assertEquals(3, asked());
        assertEquals(List.of(), humanitarian.received().getFirst().header("humdash-known-at"));
    }

    @Test
    void aWorkbookIsNeitherTaggedNorCompressed() throws Exception {
        incident.on(
                INCIDENTS,
                FakeService.answer(200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", LONG));

        HttpResponse<byte[]> workbook = bytes(INCIDENTS, "gzip");

        assertEquals(Optional.empty(), workbook.headers().firstValue("ETag"));
        assertEquals(Optional.empty(), workbook.headers().firstValue("Content-Encoding"));
        assertArrayEquals(LONG.getBytes(StandardCharsets.UTF_8), workbook.body());
    }

    @Test
    void headTellsWhatGetTells() throws Exception {
        HttpResponse<String> get = get(SITUATION);
        HttpResponse<String> head = send("HEAD", SITUATION);

        assertEquals(known(get), known(head));
        assertEquals(
                304,
                send("HEAD", CLAIMS, "If-None-Match", header(get(CLAIMS), "ETag"))
                        .statusCode());
    }

    @Test
    void aRefusalIsNotKept() throws Exception {
        assertEquals("no-store", header(get("/api/v1/claims/unknown"), "Cache-Control"));
        assertEquals("no-store", header(get(SITUATION + "?asOf=yesterday"), "Cache-Control"));
    }

    private void incident(String watermark) {
        tells(incident, Peer.INCIDENT, watermark);
    }

    private void humanitarian(String watermark) {
        tells(humanitarian, Peer.HUMANITARIAN, watermark);
    }

    private void tells(FakeService service, Peer peer, String watermark) {
        service.tells(run + "-" + watermark);
        String[] words = (run + "-" + watermark).split(" ");
        Optional<Watermark> told = Optional.of(new Watermark(words[0], Instant.parse(words[1])));
        await(() -> watermarks.of(peer).equals(told));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "It did not become so");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private int asked() {
        return incident.received().size() + humanitarian.received().size();
    }

    private static FakeService.Received onlyOne(FakeService service) {
        assertEquals(1, service.received().size());
        return service.received().getFirst();
    }

    private static String known(HttpResponse<?> answer) {
        return List.of("ETag", "Cache-Control", "Vary", "Content-Type", "Content-Length").stream()
                .map(name -> name + ": " + header(answer, name))
                .collect(Collectors.joining("\n"));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    private HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        return client.send(request(method, path, headers), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> bytes(String path, String encoding) throws IOException, InterruptedException {
        return client.send(request("GET", path, "Accept-Encoding", encoding), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String method, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).method(method, HttpRequest.BodyPublishers.noBody());
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    private static String gunzip(byte[] bytes) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
