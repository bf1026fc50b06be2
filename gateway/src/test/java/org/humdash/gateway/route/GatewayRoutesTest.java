package org.humdash.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayTest;
import org.humdash.gateway.testing.RawClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class GatewayRoutesTest {

    private static final String CLAIMS = "/api/v1/claims";
    private static final String IMPORTS = "/api/v1/claims/imports";
    private static final int MIB = 1 << 20;

    @TestHTTPResource
    URI gateway;

    @FakeServices.Incident
    FakeService incident;

    @FakeServices.Humanitarian
    FakeService humanitarian;

    @BeforeEach
    void bothServicesAreUp() {
        for (FakeService service : List.of(incident, humanitarian)) {
            service.up();
            service.forget();
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void leadsEachCollectionToItsServiceOnly(Route route) throws IOException {
        String path = route.path() + "/one";
        incident.json(path, "{\"from\":\"incident-service\"}");
        humanitarian.json(path, "{\"from\":\"humanitarian-service\"}");

        RawClient.Answer answer = get(path);

        assertEquals(200, answer.status());
        assertEquals("{\"from\":\"" + route.peer().serviceName() + "\"}", answer.body());
    }

    @Test
    void passesPathAndQueryOnLetterByLetter() throws IOException {
        get("/api/v1/sources/%D8%BA%D8%B2%D8%A9?area=PS02&q=%2F..%2F&x=a+b%20c&&empty=");

        assertEquals(
                "/api/v1/sources/%D8%BA%D8%B2%D8%A9?area=PS02&q=%2F..%2F&x=a+b%20c&&empty=",
                incident.received().getFirst().target());
    }

    @Test
    void passesStatusHeadersAndBodyBack() throws IOException {
        incident.on(CLAIMS, exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("Location", incident.origin() + "/api/v1/claims/7");
            FakeService.answer(422, "application/problem+json", "{\"title\":\"from the service\"}")
                    .to(exchange);
        });

        RawClient.Answer answer = get(CLAIMS);

        assertEquals(422, answer.status());
        assertEquals("\"7\"", answer.header("etag"));
        assertEquals("/api/v1/claims/7", answer.header("location"));
        assertEquals("application/problem+json", answer.header("content-type"));
        assertEquals("{\"title\":\"from the service\"}", answer.body());
    }

    @Test
    void keepsHopByHopAndForwardedHeadersBack() throws IOException {
        RawClient.get(
                gateway,
                CLAIMS,
                "Connection: X-Hop",
                "X-Hop: 1",
                "Keep-Alive: timeout=5",
                "TE: trailers",
                "Upgrade: websocket",
                "X-Forwarded-For: 203.0.113.9",
                "Forwarded: for=203.0.113.9",
                "Humdash-Clearance: STAFF");

        FakeService.Received received = incident.received().getFirst();
        assertEquals(List.of(incident.origin().substring("http://".length())), received.header("host"));
        for (String dropped :
                List.of("x-hop", "keep-alive", "te", "upgrade", "x-forwarded-for", "forwarded", "humdash-clearance")) {
            assertEquals(List.of(), received.header(dropped), dropped);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/claims/../../../q/metrics",
                "/api/v1/claims/%2e%2e/%2e%2e/%2e%2e/q/metrics",
                "/api/v1/claims/..%2f..%2f..%2fq/metrics",
                "/api/v1/claims/..%5c..%5cq/metrics",
                "/api/v1/claims/..;/..;/q/metrics",
                "/api/v1/claims//x",
                "//evil.example/api/v1/claims",
                "/api/v1/./claims",
                "/api/v1/claims/%00"
            })
    void letsNoPathOutOfItsCollection(String target) throws IOException {
        RawClient.Answer answer = get(target);

        assertEquals(400, answer.status());
        assertEquals("application/problem+json", answer.header("content-type"));
        assertTrue(answer.body().startsWith("{\"type\":\"urn:humdash:problem:bad-path\""), answer.body());
        assertEquals(List.of(), incident.received());
        assertEquals(List.of(), humanitarian.received());
    }

    @Test
    void takesOnlyThePathOfAnAbsoluteAddress() throws IOException {
        incident.json(CLAIMS, "{}");

        assertEquals(200, get("http://evil.example:81/api/v1/claims?x=1").status());
        assertEquals("/api/v1/claims?x=1", incident.received().getFirst().target());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/v1", "/api/v1/", "/api/v1/users", "/api/v1/claimsX", "/api/v2/claims"})
    void findsNothingElseBelowApi(String target) throws IOException {
        RawClient.Answer answer = get(target);

        assertEquals(404, answer.status());
        assertEquals(
                "{\"type\":\"urn:humdash:problem:not-found\",\"status\":404,\"title\":\"There is nothing here\","
                        + "\"detail\":\"The API begins at /api/v1; /q/openapi describes it and /q/swagger-ui lets you"
                        + " try it.\",\"instance\":\"" + target + "\"}",
                answer.body());
        assertEquals(List.of(), incident.received());
        assertEquals(List.of(), humanitarian.received());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/coverage, PUT, 'GET, HEAD, POST'",
        "/api/v1/claims, DELETE, 'GET, HEAD, POST, PUT'",
        "/api/v1/claims, TRACE, 'GET, HEAD, POST, PUT'",
        "/api/v1/incidents, OPTIONS, 'GET, HEAD, POST, PUT'",
        "/api/v1/hazards, DELETE, 'GET, HEAD, POST, PUT'",
        "/api/v1/unreported-days, POST, 'GET, HEAD'",
        "/api/v1/alerts, DELETE, 'GET, HEAD, POST, PUT'",
        "/api/v1/headlines, POST, 'GET, HEAD'",
        "/api/v1/situation, DELETE, 'GET, HEAD'"
    })
    void refusesMethodsThatNobodyOffers(String path, String method, String allowed) throws IOException {
        try (RawClient client = new RawClient(gateway)) {
            RawClient.Answer answer = client.send(method + " " + path + " HTTP/1.1", "Host: x", "")
                    .answer();

            assertEquals(405, answer.status());
            assertEquals(allowed, answer.header("allow"));
            assertEquals(
                    "{\"type\":\"urn:humdash:problem:method-not-allowed\",\"status\":405,"
                            + "\"title\":\"This cannot be done here\",\"detail\":\"Here " + allowed
                            + " can be used.\",\"instance\":\"" + path + "\"}",
                    answer.body());
        }
        assertEquals(List.of(), incident.received());
        assertEquals(List.of(), humanitarian.received());
    }

    @Test
    void answersAHeadRequestWithTheLengthAndNoBody() throws IOException {
        incident.on(CLAIMS, exchange -> {
            exchange.getResponseHeaders().set("Content-Length", "738");
            exchange.sendResponseHeaders(200, -1);
        });
        try (RawClient client = new RawClient(gateway)) {
            RawClient.Answer head = client.send("HEAD " + CLAIMS + " HTTP/1.1", "Host: x", "Connection: close", "")
                    .head();

            assertEquals(200, head.status());
            assertEquals("738", head.header("content-length"));
            assertTrue(client.ended());
        }
    }

    @Test
    void passesNotModifiedBackWithoutABody() throws IOException {
        incident.on(CLAIMS, exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.sendResponseHeaders(304, -1);
        });
        try (RawClient client = new RawClient(gateway)) {
            RawClient.Answer head = client.send("GET " + CLAIMS + " HTTP/1.1", "Host: x", "Connection: close", "")
                    .head();

            assertEquals(304, head.status());
            assertEquals("\"7\"", head.header("etag"));
            assertNull(head.header("transfer-encoding"));
            assertTrue(client.ended());
        }
    }

    @Test
    void anUploadReachesTheServiceBeforeTheClientHasSentItAll() throws Exception {
        CountDownLatch firstRowRead = new CountDownLatch(1);
        incident.on(IMPORTS, exchange -> {
            InputStream in = exchange.getRequestBody();
            byte[] first = new byte[9];
            in.readNBytes(first, 0, first.length);
            firstRowRead.countDown();
            String rest = new String(in.readAllBytes());
            FakeService.answer(200, "text/plain", new String(first) + rest).to(exchange);
        });
        try (RawClient client = new RawClient(gateway)) {
            client.send("POST " + IMPORTS + "?dryRun=true HTTP/1.1", "Host: x", "Transfer-Encoding: chunked", "");
            client.send("9", "first row");
            assertTrue(firstRowRead.await(10, TimeUnit.SECONDS));
            client.send("A", ",last row\n", "0", "");
            RawClient.Answer answer = client.answer();

            assertEquals(200, answer.status());
            assertEquals("first row,last row\n", answer.body());
        }
        FakeService.Received received = incident.received().getFirst();
        assertEquals(IMPORTS + "?dryRun=true", received.target());
        assertEquals(List.of("chunked"), received.header("transfer-encoding"));
    }

    @Test
    void aServiceIsToldTheLengthThatTheClientStated() throws Exception {
        incident.on(CLAIMS, GatewayRoutesTest::echo);

        HttpResponse<String> answer = post(CLAIMS, HttpRequest.BodyPublishers.ofString("{\"a\":1}"));

        assertEquals("{\"a\":1}", answer.body());
        assertEquals(List.of("7"), incident.received().getFirst().header("content-length"));
        assertEquals(List.of(), incident.received().getFirst().header("transfer-encoding"));
    }

    @Test
    void aPostWithoutABodyIsPassedOnWithoutOne() throws Exception {
        incident.on(CLAIMS, GatewayRoutesTest::echo);
        try (RawClient client = new RawClient(gateway)) {
            RawClient.Answer answer =
                    client.send("POST " + CLAIMS + " HTTP/1.1", "Host: x", "").answer();

            assertEquals("", answer.body());
            assertEquals(List.of("0"), incident.received().getFirst().header("content-length"));
        }
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void anUploadOfUnknownLengthPasses(HttpClient.Version version) throws Exception {
        AtomicLong read = new AtomicLong();
        incident.on(IMPORTS, exchange -> {
            read.set(exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()));
            exchange.sendResponseHeaders(204, -1);
        });
        byte[] rows = new byte[5 * MIB];
        try (HttpClient client = HttpClient.newBuilder().version(version).build()) {
            // A first request offers to upgrade to HTTP/2, which is not taken up without TLS.
            client.send(
                    HttpRequest.newBuilder(gateway.resolve(CLAIMS)).build(), HttpResponse.BodyHandlers.discarding());
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(gateway.resolve(IMPORTS))
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(rows)))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());

            assertEquals(204, answer.statusCode());
            assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
        }
        assertEquals(rows.length, read.get());
    }

    @Test
    void aDownloadReachesTheClientBeforeTheServiceHasSentItAll() throws Exception {
        CountDownLatch firstRowRead = new CountDownLatch(1);
        incident.on(CLAIMS, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write("first row".getBytes());
            out.flush();
            if (firstRowRead.await(10, TimeUnit.SECONDS)) {
                out.write(",last row".getBytes());
            }
            out.close();
        });
        try (RawClient client = new RawClient(gateway)) {
            client.send("GET " + CLAIMS + " HTTP/1.1", "Host: x", "");
            assertEquals(200, client.head().status());
            assertEquals("first row", client.chunk());
            firstRowRead.countDown();
            assertEquals(",last row", client.chunk());
            assertEquals("", client.chunk());
        }
    }

    @Test
    void aLargeDownloadArrivesWhole() throws Exception {
        int mebibytes = 64;
        byte[] block = new byte[MIB];
        incident.on(CLAIMS, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < mebibytes; i++) {
                    out.write(block);
                }
            }
        });
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(gateway.resolve(CLAIMS)).build(), HttpResponse.BodyHandlers.ofInputStream());

            assertEquals((long) mebibytes * MIB, answer.body().transferTo(OutputStream.nullOutputStream()));
        }
    }

    @Test
    void anOldClientGetsADownloadOfUnknownLengthToTheEndOfTheConnection() throws Exception {
        incident.on(CLAIMS, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write("all ".getBytes());
                out.flush();
                out.write("of it".getBytes());
            }
        });
        try (RawClient client = new RawClient(gateway)) {
            client.send("GET " + CLAIMS + " HTTP/1.0", "Connection: keep-alive", "");
            RawClient.Answer answer = client.answer();

            assertNull(answer.header("transfer-encoding"));
            assertEquals("all of it", answer.body());
        }
    }

    @Test
    void invitesAClientThatWaitsForItToSendItsBody() throws Exception {
        incident.on(IMPORTS, GatewayRoutesTest::echo);
        try (RawClient client = new RawClient(gateway)) {
            client.send("POST " + IMPORTS + " HTTP/1.1", "Host: x", "Content-Length: 4", "Expect: 100-continue", "");
            assertEquals(100, client.head().status());
            client.write("rows".getBytes());
            assertEquals("rows", client.answer().body());
        }
    }

    @Test
    void passesARefusalBackWhileTheUploadIsStillRunning() throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        byte[] refusal = "{\"title\":\"A key is needed\"}".getBytes();
        incident.on(IMPORTS, exchange -> {
            exchange.sendResponseHeaders(401, refusal.length);
            exchange.getResponseBody().write(refusal);
            exchange.getResponseBody().flush();
            try {
                exchange.getRequestBody().readAllBytes();
                end.complete("whole");
            } catch (IOException e) {
                end.complete("broken off");
            }
        });
        try (RawClient client = new RawClient(gateway)) {
            client.send("POST " + IMPORTS + " HTTP/1.1", "Host: x", "Content-Length: " + 4 * MIB, "");
            client.write(new byte[MIB]);
            RawClient.Answer answer = client.answer();

            assertEquals(401, answer.status());
            assertEquals("{\"title\":\"A key is needed\"}", answer.body());
            assertEquals("broken off", end.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() throws Exception {
        try (RawClient client = new RawClient(gateway)) {
            client.send("POST " + IMPORTS + " HTTP/1.1", "Host: x", "Content-Length: " + (8 * MIB + 1), "");
            RawClient.Answer answer = client.answer();

            assertEquals(413, answer.status());
            assertEquals("close", answer.header("connection"));
            assertEquals(
                    "{\"type\":\"urn:humdash:problem:body-too-large\",\"status\":413,\"title\":\"The request is too"
                            + " large\",\"detail\":\"A request may carry 8 MB at most.\",\"instance\":\"" + IMPORTS
                            + "\"}",
                    answer.body());
        }
        assertEquals(List.of(), incident.received());
    }

    @Test
    void stopsABodyThatTurnsOutToBeTooLarge() throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        incident.on(IMPORTS, exchange -> {
            try {
                exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                end.complete("whole");
            } catch (IOException e) {
                end.complete("broken off");
            }
        });
        byte[] chunk = new byte[MIB];
        try (RawClient client = new RawClient(gateway)) {
            client.send("POST " + IMPORTS + " HTTP/1.1", "Host: x", "Transfer-Encoding: chunked", "");
            for (int i = 0; i < 9; i++) {
                client.send(Integer.toHexString(MIB)).write(chunk).send("");
            }
            RawClient.Answer answer = client.answer();

            assertEquals(413, answer.status());
        }
        assertEquals("broken off", end.get(10, TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length: 4, body-not-expected",
        "Transfer-Encoding: chunked, body-not-expected",
        "Transfer-Encoding: gzip, bad-request"
    })
    void refusesAReadWithABody(String header, String type) throws Exception {
        try (RawClient client = new RawClient(gateway)) {
            RawClient.Answer answer = client.send("GET " + CLAIMS + " HTTP/1.1", "Host: x", header, "")
                    .head();

            assertEquals(400, answer.status());
        }
        assertEquals(List.of(), incident.received());
    }

    @Test
    void doesNotForwardARequestWhoseLengthIsNotClear() throws Exception {
        try (RawClient client = new RawClient(gateway)) {
            RawClient.Answer answer = client.send(
                            "POST " + CLAIMS + " HTTP/1.1",
                            "Host: x",
                            "Content-Length: 3",
                            "Content-Length: 4",
                            "",
                            "abcd")
                    .head();

            assertEquals(400, answer.status());
        }
        assertEquals(List.of(), incident.received());
    }

    @Test
    void saysThatAServiceIsDown() throws IOException {
        incident.down();

        RawClient.Answer answer = get(CLAIMS);

        assertEquals(502, answer.status());
        assertEquals("application/problem+json", answer.header("content-type"));
        assertEquals(
                "{\"type\":\"urn:humdash:problem:service-unreachable\",\"status\":502,\"title\":\"A service cannot be"
                        + " reached\",\"detail\":\"incident-service could not be reached.\",\"instance\":\"" + CLAIMS
                        + "\"}",
                answer.body());
    }

    @Test
    void saysThatAServiceIsDownToAClientThatIsUploading() throws IOException {
        incident.down();
        try (RawClient client = new RawClient(gateway)) {
            client.send("POST " + IMPORTS + " HTTP/1.1", "Host: x", "Content-Length: " + 4 * MIB, "");
            client.write(new byte[MIB]);

            assertEquals(502, client.answer().status());
        }
    }

    @Test
    void saysThatAServiceBrokeOffBeforeItAnswered() throws IOException {
        incident.on(CLAIMS, HttpExchange::close);

        RawClient.Answer answer = get(CLAIMS);

        assertEquals(502, answer.status());
        assertEquals(
                "{\"type\":\"urn:humdash:problem:service-unreachable\",\"status\":502,\"title\":\"A service cannot be"
                        + " reached\",\"detail\":\"incident-service closed the connection before it had answered.\","
                        + "\"instance\":\"" + CLAIMS + "\"}",
                answer.body());
    }

    @Test
    void sendsAReadOnceMoreOverANewConnectionAndAWriteNever() throws IOException {
        AtomicLong times = new AtomicLong();
        FakeService.Answer atTheSecondTime = exchange -> {
            if (times.incrementAndGet() == 2) {
                FakeService.answer(200, "application/json", "{}").to(exchange);
            }
        };
        incident.on(CLAIMS, atTheSecondTime);

        assertEquals(200, get(CLAIMS).status());
        assertEquals(2, times.get());

        times.set(0);
        try (RawClient client = new RawClient(gateway)) {
            RawClient.Answer answer =
                    client.send("POST " + CLAIMS + " HTTP/1.1", "Host: x", "").answer();
            assertEquals(502, answer.status());
        }
        assertEquals(1, times.get());
    }

    @ParameterizedTest
    @CsvSource({"GET, 2 s", "POST, 2.5 s"})
    void saysThatAServiceIsTooSlow(String method, String limit) throws IOException {
        CountDownLatch answered = new CountDownLatch(1);
        incident.on(CLAIMS, exchange -> answered.await(20, TimeUnit.SECONDS));
        try (RawClient client = new RawClient(gateway)) {
            RawClient.Answer answer = client.send(method + " " + CLAIMS + " HTTP/1.1", "Host: x", "")
                    .answer();

            assertEquals(504, answer.status());
            assertEquals(
                    "{\"type\":\"urn:humdash:problem:service-timeout\",\"status\":504,\"title\":\"A service did not"
                            + " answer in time\",\"detail\":\"incident-service did not answer within " + limit
                            + ".\",\"instance\":\"" + CLAIMS + "\"}",
                    answer.body());
        } finally {
            answered.countDown();
        }
    }

    @Test
    void givesUpOnAnUploadThatStandsStill() throws IOException {
        incident.on(IMPORTS, GatewayRoutesTest::echo);
        try (RawClient client = new RawClient(gateway)) {
            client.send("POST " + IMPORTS + " HTTP/1.1", "Host: x", "Content-Length: 100", "", "only this");
            RawClient.Answer answer = client.answer();

            assertEquals(408, answer.status());
            assertTrue(answer.body().contains("\"detail\":\"Nothing more arrived for 3 s.\""), answer.body());
        }
    }

    @Test
    void givesUpOnAnUploadOfAByteNowAndThen() throws Exception {
        incident.on(IMPORTS, GatewayRoutesTest::echo);
        try (RawClient client = new RawClient(gateway)) {
            client.send("POST " + IMPORTS + " HTTP/1.1", "Host: x", "Content-Length: 1000000", "", "");
            CompletableFuture<RawClient.Answer> answer = new CompletableFuture<>();
            Thread reader = Thread.ofVirtual().start(() -> {
                try {
                    answer.complete(client.answer());
                } catch (IOException e) {
                    answer.completeExceptionally(e);
                }
            });
            while (reader.isAlive()) {
                client.write(new byte[] {0x20});
                reader.join(Duration.ofMillis(100));
            }

            assertEquals(408, answer.get().status());
            assertTrue(
                    answer.get()
                            .body()
                            .contains(
                                    "\"detail\":\"The body arrives too slowly: at least 8 KB a second is asked for.\""),
                    answer.get().body());
        }
    }

    @Test
    void breaksOffADownloadThatStandsStill() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        incident.on(CLAIMS, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("only this".getBytes());
            exchange.getResponseBody().flush();
            over.await(20, TimeUnit.SECONDS);
        });

        assertThrows(IOException.class, () -> get(CLAIMS));
        over.countDown();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000})
    void aClientNoticesThatAnAnswerIsNotWhole(long statedLength) {
        incident.on(CLAIMS, exchange -> {
            exchange.sendResponseHeaders(200, statedLength);
            exchange.getResponseBody().write("only this".getBytes());
            exchange.getResponseBody().flush();
            incident.down();
        });

        assertThrows(IOException.class, () -> get(CLAIMS));
    }

    @Test
    void breaksOffTheDownloadOfAClientThatWentAway() throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        byte[] block = new byte[MIB];
        incident.on(CLAIMS, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                for (int i = 0; i < 4_096; i++) {
                    exchange.getResponseBody().write(block);
                }
                end.complete("whole");
            } catch (IOException e) {
                end.complete("broken off");
            }
        });
        try (RawClient client = new RawClient(gateway)) {
            client.send("GET " + CLAIMS + " HTTP/1.1", "Host: x", "");
            assertEquals(200, client.head().status());
            client.text(100);
        }

        assertEquals("broken off", end.get(20, TimeUnit.SECONDS));
    }

    @Test
    void breaksOffTheUploadOfAClientThatWentAway() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> end = new CompletableFuture<>();
        incident.on(IMPORTS, exchange -> {
            try {
                exchange.getRequestBody().readNBytes(new byte[9], 0, 9);
                begun.countDown();
                exchange.getRequestBody().readAllBytes();
                end.complete("whole");
            } catch (IOException e) {
                end.complete("broken off");
            }
        });
        try (RawClient client = new RawClient(gateway)) {
            client.send("POST " + IMPORTS + " HTTP/1.1", "Host: x", "Transfer-Encoding: chunked", "");
            client.send("9", "first row");
            assertTrue(begun.await(10, TimeUnit.SECONDS));
        }

        assertEquals("broken off", end.get(10, TimeUnit.SECONDS));
    }

    @Test
    void breaksOffARequestThatIsStillThoughtAboutWhenItsClientGoesAway() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        CompletableFuture<String> end = new CompletableFuture<>();
        byte[] block = new byte[MIB];
        incident.on(CLAIMS, exchange -> {
            asked.countDown();
            gone.await(10, TimeUnit.SECONDS);
            exchange.sendResponseHeaders(200, 0);
            try {
                // The service cannot see that nobody listens until it has written for a while.
                for (int i = 0; i < 4_096; i++) {
                    exchange.getResponseBody().write(block);
                }
                end.complete("whole");
            } catch (IOException e) {
                end.complete("broken off");
            }
        });
        try (RawClient client = new RawClient(gateway)) {
            client.send("GET " + CLAIMS + " HTTP/1.1", "Host: x", "");
            assertTrue(asked.await(10, TimeUnit.SECONDS));
        }
        gone.countDown();

        assertEquals("broken off", end.get(20, TimeUnit.SECONDS));
    }

    @Test
    void keepsAConnectionForTheNextRequest() throws Exception {
        incident.json(CLAIMS, "{}");
        try (RawClient client = new RawClient(gateway)) {
            for (int i = 0; i < 3; i++) {
                assertEquals(
                        "{}",
                        client.send("GET " + CLAIMS + " HTTP/1.1", "Host: x", "")
                                .answer()
                                .body());
            }
        }
    }

    @Test
    void aConnectionGoesOnAfterABodyThatNobodyWanted() throws IOException {
        incident.json(CLAIMS, "{}");
        try (RawClient client = new RawClient(gateway)) {
            client.send("POST /api/v1/nothing HTTP/1.1", "Host: gateway.example", "Content-Length: 5", "")
                    .write("12345".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertEquals(404, client.answer().status());

            client.send("GET " + CLAIMS + " HTTP/1.1", "Host: gateway.example", "");
            assertEquals(200, client.answer().status());
        }
    }

    private RawClient.Answer get(String target) throws IOException {
        return RawClient.get(gateway, target);
    }

    private HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(gateway.resolve(path)).POST(body).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void echo(HttpExchange exchange) throws Exception {
        FakeService.answer(
                        200, "text/plain", new String(exchange.getRequestBody().readAllBytes()))
                .to(exchange);
    }
}
