package org.humdash.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayDatabase;
import org.humdash.gateway.testing.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway behind one proxy of the operator's own, so that a test can come from any address. */
@QuarkusTest
@QuarkusTestResource(value = GatewayDatabase.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(
        value = FakeServices.class,
        restrictToAnnotatedClass = true,
        initArgs = {
            @ResourceArg(name = "humdash.gateway.limits.proxy.trusted", value = "1"),
            @ResourceArg(name = "humdash.gateway.limits.rate.anonymous", value = "10"),
            @ResourceArg(name = "humdash.gateway.limits.rate.staff", value = "100000"),
            @ResourceArg(name = "humdash.gateway.limits.load.requests", value = "250"),
            @ResourceArg(name = "humdash.gateway.limits.load.bodies", value = "4"),
            @ResourceArg(name = "humdash.gateway.limits.load.per-caller", value = "8"),
            @ResourceArg(name = "humdash.gateway.limits.load.long-connections", value = "2"),
            @ResourceArg(name = "humdash.gateway.limits.load.long-waiting", value = "0"),
            @ResourceArg(name = "humdash.gateway.limits.breaker.requests", value = "10"),
            @ResourceArg(name = "humdash.gateway.limits.breaker.pause", value = "1s"),
            @ResourceArg(name = "humdash.gateway.limits.breaker.probes", value = "1"),
            @ResourceArg(name = "humdash.gateway.route.read-timeout", value = "20s")
        })
class LimitRoutesTest {

    private static final String CLAIMS = "/api/v1/claims";
    private static final String UPLOADS = CLAIMS + "/uploads";
    private static final String HAZARDS = "/api/v1/hazards";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @TestHTTPResource
    URI gateway;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @FakeServices.Incident
    FakeService incident;

    @FakeServices.Humanitarian
    FakeService humanitarian;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CountDownLatch letGo = new CountDownLatch(1);

    @BeforeEach
    void bothServicesAnswer() throws Exception {
        for (FakeService service : List.of(incident, humanitarian)) {
            service.up();
            service.forget();
        }
        incident.json(CLAIMS, "{}");
        humanitarian.json(HAZARDS, "{}");
        until(() -> get(CLAIMS, address()).statusCode() == 200);
        until(() -> underWay() == 0);
        incident.forget();
        incident.json(CLAIMS, "{}");
    }

    @AfterEach
    void nothingHangs() throws Exception {
        letGo.countDown();
        until(() -> underWay() == 0);
    }

    @Test
    void everyAnswerSaysWhatIsLeft() throws Exception {
        String here = address();

        HttpResponse<String> answer = get(CLAIMS, here);

        assertEquals("\"anonymous\";q=10;w=60", header(answer, "RateLimit-Policy"));
        assertEquals("\"anonymous\";r=9;t=6", header(answer, "RateLimit"));
        assertNull(header(answer, "Retry-After"));
        assertTrue(header(get("/api/v1/situation", here), "RateLimit").startsWith("\"anonymous\";r=8;t="));
        assertTrue(header(get("/api/v1/nothing", here), "RateLimit").startsWith("\"anonymous\";r=7;t="));
    }

    @Test
    void whoAsksTooOftenIsRefusedAndNobodyElse() throws Exception {
        String noisy = address();
        for (int i = 0; i < 10; i++) {
            assertEquals(200, get(CLAIMS, noisy).statusCode());
        }

        HttpResponse<String> refused = get(CLAIMS, noisy);
        assertEquals(429, refused.statusCode());
        assertEquals("application/problem+json", header(refused, "Content-Type"));
        assertEquals("\"anonymous\";q=10;w=60", header(refused, "RateLimit-Policy"));
        assertTrue(header(refused, "RateLimit").startsWith("\"anonymous\";r=0;t="), header(refused, "RateLimit"));
        int seconds = Integer.parseInt(header(refused, "Retry-After"));
        assertTrue(seconds >= 1 && seconds <= 6, "" + seconds);
        assertEquals(
                "{\"type\":\"urn:humdash:problem:too-many-requests\",\"status\":429,\"title\":\"The caller asks too"
                        + " often\",\"detail\":\"This can be asked again in " + seconds
                        + " s. RateLimit-Policy says how much may be asked in how many seconds.\",\"instance\":\""
                        + CLAIMS
                        + "\"}",
                refused.body());
        assertEquals(10, incident.received().size());
        assertTrue(metric("humdash_gateway_limited_total{tier=\"anonymous\"") >= 1);
        assertEquals(200, get(CLAIMS, address()).statusCode());
        HttpResponse<String> withKey = client.send(
                HttpRequest.newBuilder(gateway.resolve(CLAIMS))
                        .header("X-Forwarded-For", noisy)
                        .header("Authorization", "Bearer " + GatewayDatabase.ADMINISTRATOR_KEY)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, withKey.statusCode());
        assertEquals("\"staff\";q=100000;w=60", header(withKey, "RateLimit-Policy"));
    }

    @Test
    void whoeverLooksAtThePageTooOftenIsToldSoInWords() throws Exception {
        String noisy = address();
        for (int i = 0; i < 10; i++) {
            assertEquals(200, get(CLAIMS, noisy).statusCode());
        }

        HttpResponse<String> english = get("/?asOf=2025-12-19", noisy);
        HttpResponse<String> arabic = get("/ar", noisy);

        assertEquals(429, english.statusCode());
        assertEquals("text/html;charset=UTF-8", header(english, "Content-Type"));
        assertEquals("en", header(english, "Content-Language"));
        assertEquals("no-store", header(english, "Cache-Control"));
        assertTrue(header(english, "Content-Security-Policy").startsWith("default-src 'none'"));
        assertEquals("\"anonymous\";q=10;w=60", header(english, "RateLimit-Policy"));
        String seconds = header(english, "Retry-After");
        assertTrue(
                english.body()
                        .contains("<h1>You asked for this too often</h1>\n<p>It can be asked for again in " + seconds),
                english.body());
        assertEquals(429, arabic.statusCode());
        assertEquals("ar", header(arabic, "Content-Language"));
        assertTrue(arabic.body().contains("<html lang=\"ar\" dir=\"rtl\">"), arabic.body());
        assertTrue(arabic.body().contains("يمكن طلبها مجددًا بعد"), arabic.body());
        assertEquals("application/problem+json", header(get(CLAIMS, noisy), "Content-Type"));
    }

    @Test
    void whatACallerWritesIntoTheHeaderChangesNothing() throws Exception {
        String noisy = address();
        for (int i = 0; i < 10; i++) {
            get(CLAIMS, "198.51.100." + i + ", " + noisy);
        }

        assertEquals(429, get(CLAIMS, "198.51.100.77, " + noisy).statusCode());
    }

    @Test
    void theAddressesOfOneNetworkAreOneCaller() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertEquals(200, get(CLAIMS, "2001:db8:0:7::" + i).statusCode());
        }

        assertEquals(429, get(CLAIMS, "2001:db8:0:7:1:2:3:4").statusCode());
        assertEquals(200, get(CLAIMS, "2001:db8:0:8::1").statusCode());
    }

    @Test
    void whatHasNotChangedCostsATenth() throws Exception {
        incident.on(CLAIMS, exchange -> exchange.sendResponseHeaders(304, -1));
        String here = address();

        for (int i = 0; i < 30; i++) {
            assertEquals(304, get(CLAIMS, here).statusCode(), "request " + i);
        }
    }

    @Test
    void oneCallerCannotHoldEverythingOpen() throws Exception {
        hang(incident, CLAIMS);
        String greedy = address();
        List<CompletableFuture<HttpResponse<String>>> held = ask(8, () -> greedy, CLAIMS);
        until(() -> incident.received().size() == 8);

        HttpResponse<String> ninth = get(HAZARDS, greedy);
        assertEquals(429, ninth.statusCode());
        assertEquals("1", header(ninth, "Retry-After"));
        assertEquals(200, get(HAZARDS, address()).statusCode());

        letGo.countDown();
        for (CompletableFuture<HttpResponse<String>> one : held) {
            assertEquals(200, one.get(10, TimeUnit.SECONDS).statusCode());
        }
        until(() -> underWay() == 0);
        assertEquals(200, get(HAZARDS, greedy).statusCode());
    }

    @Test
    void aServiceThatHangsTakesNothingFromTheOther() throws Exception {
        hang(incident, CLAIMS);
        List<CompletableFuture<HttpResponse<String>>> hanging = ask(200, this::address, CLAIMS);
        until(() -> underWay() == 200);

        long start = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            assertEquals(200, get(HAZARDS, address()).statusCode());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, took.toString());
        assertTrue(hanging.stream().noneMatch(CompletableFuture::isDone));
    }

    @Test
    void whatIsTooMuchIsRefusedBeforeAnythingIsDoneAndHealthNever() throws Exception {
        hang(incident, CLAIMS);
        ask(250, this::address, CLAIMS);
        until(() -> underWay() == 250);

        HttpResponse<String> refused = get(HAZARDS, address());

        assertEquals(503, refused.statusCode());
        assertEquals("1", header(refused, "Retry-After"));
        assertEquals(
                "{\"type\":\"urn:humdash:problem:overloaded\",\"status\":503,\"title\":\"The gateway has as much to do as"
                        + " it can\",\"detail\":\"Too many requests are under way. Try again in a moment.\",\"instance\":\""
                        + HAZARDS + "\"}",
                refused.body());
        HttpResponse<String> page = get("/", address());
        assertEquals(503, page.statusCode());
        assertTrue(
                page.body()
                        .contains("<h1>There is too much to do at the moment</h1>\n<p>It can be asked for again in 1"
                                + " second.</p>"),
                page.body());
        assertEquals(List.of(), humanitarian.received());
        assertEquals(200, RawClient.get(ready, ready.getPath()).status());
        assertTrue(metric("humdash_gateway_shed_total{reason=\"requests\"") >= 1);
    }

    @Test
    void bodiesUnderWayLeaveRoomForReads() throws Exception {
        hang(incident, UPLOADS);
        List<RawClient> uploads = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                uploads.add(upload());
            }
            until(() -> underWay() == 4);

            try (RawClient fifth = upload()) {
                RawClient.Answer refused = fifth.head();
                assertEquals(503, refused.status());
                assertEquals("1", refused.header("retry-after"));
            }
            assertEquals(200, get(CLAIMS, address()).statusCode());
        } finally {
            for (RawClient upload : uploads) {
                upload.close();
            }
        }
    }

    @Test
    void longExportsLeaveRoomForTheShort() throws Exception {
        hang(incident, CLAIMS);
        String export = CLAIMS + "?format=csv";
        ask(2, this::address, export);
        until(() -> incident.received().size() == 2);

        HttpResponse<String> third = get(export, address());
        assertEquals(503, third.statusCode());
        assertTrue(third.body().startsWith("{\"type\":\"urn:humdash:problem:service-busy\""), third.body());
        assertEquals("1", header(third, "Retry-After"));
        incident.json(CLAIMS + "/7", "{}");
        assertEquals(200, get(CLAIMS + "/7", address()).statusCode());
    }

    @Test
    void aServiceThatIsDownIsLeftAloneAndTriedAgain() throws Exception {
        incident.down();
        until(() -> get(CLAIMS, address()).statusCode() == 503);

        HttpResponse<String> answer = get(CLAIMS, address());
        assertEquals(
                "{\"type\":\"urn:humdash:problem:service-suspended\",\"status\":503,\"title\":\"A service that failed is"
                        + " left alone for a moment\",\"detail\":\"incident-service failed often and is left alone for a"
                        + " moment.\",\"instance\":\"" + CLAIMS + "\"}",
                answer.body());
        assertEquals("1", header(answer, "Retry-After"));
        assertEquals(1, metric("humdash_gateway_breaker_open{service=\"incident-service\",use=\"route\""));
        assertEquals(200, get(HAZARDS, address()).statusCode());

        incident.up();
        until(() -> get(CLAIMS, address()).statusCode() == 200);
        assertEquals(0, metric("humdash_gateway_breaker_open{service=\"incident-service\",use=\"route\""));
    }

    private void hang(FakeService service, String path) {
        service.on(path, exchange -> {
            letGo.await(20, TimeUnit.SECONDS);
            FakeService.answer(200, "application/json", "{}").to(exchange);
        });
    }

    private interface Address {
        String next();
    }

    private List<CompletableFuture<HttpResponse<String>>> ask(int times, Address address, String path) {
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            asked.add(client.sendAsync(request(path, address.next()), HttpResponse.BodyHandlers.ofString()));
        }
        return asked;
    }

    private RawClient upload() throws Exception {
        return new RawClient(gateway)
                .send(
                        "POST " + UPLOADS + " HTTP/1.1",
                        "Host: x",
                        "X-Forwarded-For: " + address(),
                        "Content-Length: 10",
                        "",
                        "x");
    }

    /** One that no test had before. */
    private String address() {
        int next = ADDRESSES.incrementAndGet();
        return "10." + (next >> 16) + "." + (next >> 8 & 255) + "." + (next & 255);
    }

    private HttpResponse<String> get(String path, String address) throws Exception {
        return client.send(request(path, address), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String address) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("X-Forwarded-For", address)
                .build();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    private double underWay() throws Exception {
        return metric("humdash_gateway_under_way");
    }

    private double metric(String beginning) throws Exception {
        return RawClient.get(metrics, metrics.getPath(), "Accept: text/plain")
                .body()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < limit, "It did not happen within 15 s");
            Thread.onSpinWait();
        }
    }
}
