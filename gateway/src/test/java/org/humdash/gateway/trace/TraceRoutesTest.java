package org.humdash.gateway.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayDatabase;
import org.humdash.gateway.testing.GatewayTest;
import org.humdash.gateway.testing.RawClient;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class TraceRoutesTest {

    private static final String CLAIMS = "/api/v1/claims";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String PAGE = "https://partner.example";

    @TestHTTPResource
    URI gateway;

    @FakeServices.Incident
    FakeService incident;

    @FakeServices.Humanitarian
    FakeService humanitarian;

    private final Logged logged = new Logged();

    /** Every line, with what stands beside it, until the test is over. */
    private static final class Logged extends Handler {

        private record Line(String text, Map<String, String> beside) {}

        private final Queue<Line> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord record) {
            lines.add(new Line(
                    record.getMessage() + Arrays.toString(record.getParameters()) + record.getThrown(),
                    Map.of(
                            "requestId", String.valueOf(MDC.get("requestId")),
                            "traceId", String.valueOf(MDC.get("traceId")))));
        }

        /** The line about a request comes after its answer. */
        private Line awaitAccess(String requestId) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (System.nanoTime() < deadline) {
                for (Line line : lines) {
                    if (requestId.equals(line.beside().get("requestId"))
                            && line.text().contains(" bytes ")) {
                        return line;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
            throw new AssertionError("Nothing was logged about " + requestId + ": " + lines);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        for (FakeService service : List.of(incident, humanitarian)) {
            service.up();
            service.forget();
        }
        logged.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(logged);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(logged);
    }

    @Test
    void aTraceAndAnIdAreHandedOnToTheServiceAndIntoTheLog() throws Exception {
        incident.json(CLAIMS, "{\"items\":[]}");

        RawClient.Answer answer = RawClient.get(
                gateway,
                CLAIMS + "?key=in-the-query",
                "traceparent: " + PARENT,
                "tracestate: a=1",
                "X-Request-Id: handed-on.1");

        assertEquals("handed-on.1", answer.header("x-request-id"));
        FakeService.Received received = incident.received().getFirst();
        assertEquals(List.of(PARENT), received.header("traceparent"));
        assertEquals(List.of("a=1"), received.header("tracestate"));
        assertEquals(List.of("handed-on.1"), received.header("x-request-id"));
        Logged.Line line = logged.awaitAccess("handed-on.1");
        assertTrue(line.text().matches("GET /api/v1/claims 200 12 bytes [0-9]+\\.[0-9] ms -nullnull"), line.text());
        assertEquals(TRACE, line.beside().get("traceId"));
    }

    @Test
    void hostileOnesAreReplacedEverywhere() throws Exception {
        incident.json(CLAIMS, "{\"items\":[]}");

        RawClient.Answer answer = RawClient.get(
                gateway,
                CLAIMS,
                "traceparent: " + PARENT.toUpperCase(Locale.ROOT),
                "tracestate: a=1",
                "X-Request-Id: <script>");

        String id = answer.header("x-request-id");
        assertTrue(id.matches("[0-9a-f]{32}"), id);
        FakeService.Received received = incident.received().getFirst();
        assertEquals(List.of(id), received.header("x-request-id"));
        assertTrue(
                received.header("traceparent").getFirst().matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"),
                received.header("traceparent").toString());
        assertEquals(List.of(), received.header("tracestate"));
    }

    @Test
    void whatIsComposedIsAskedUnderTheSameTrace() throws Exception {
        RawClient.get(gateway, "/api/v1/situation", "traceparent: " + PARENT, "X-Request-Id: composed.1");

        List<FakeService.Received> asked = new ArrayList<>(incident.received());
        asked.addAll(humanitarian.received());
        assertTrue(asked.size() > 1, asked.toString());
        for (FakeService.Received received : asked) {
            assertEquals(List.of(PARENT), received.header("traceparent"), received.target());
            assertEquals(List.of("composed.1"), received.header("x-request-id"), received.target());
        }
    }

    @Test
    void refusalsHaveAnIdTooAndNotTheOneOfTheService() throws Exception {
        incident.on(CLAIMS, exchange -> {
            exchange.getResponseHeaders().set("X-Request-Id", "of-the-service");
            FakeService.answer(200, "application/json", "{}").to(exchange);
        });

        assertEquals("refused.1", get("/api/v1/../q", "X-Request-Id: refused.1").header("x-request-id"));
        assertEquals("refused.2", get("/nothing", "X-Request-Id: refused.2").header("x-request-id"));
        assertEquals("asked.1", get(CLAIMS, "X-Request-Id: asked.1").header("x-request-id"));
    }

    @Test
    void noKeyNoTokenAndNoBodyIsEverLogged() throws Exception {
        String made = "secret-in-a-body";
        String key = GatewayDatabase.ADMINISTRATOR_KEY;
        try (RawClient client = new RawClient(gateway)) {
            String body = "{\"owner\":\"" + made + "\",\"role\":\"PARTNER\"}";
            client.send(
                    "POST /api/v1/api-keys HTTP/1.1",
                    "Host: gateway.example",
                    "Connection: close",
                    "Authorization: Bearer " + key,
                    "X-Request-Id: secret.1",
                    "Content-Type: application/json",
                    "Content-Length: " + body.length(),
                    "",
                    body);
            RawClient.Answer answer = client.answer();
            assertEquals(201, answer.status(), answer.body());
        }
        get("/api/v1/audit?token=secret-in-a-query", "X-API-Key: " + key, "X-Request-Id: secret.2");
        get("/api/v1/audit", "Authorization: Bearer secret-of-a-token.a.b", "X-Request-Id: secret.3");

        assertTrue(logged.awaitAccess("secret.1").text().contains(" administrator"), logged.lines.toString());
        logged.awaitAccess("secret.2");
        logged.awaitAccess("secret.3");
        String all = logged.lines.toString();
        for (String secret : List.of(key, key.substring(key.length() - 20), made, "secret-in-a-query", "secret-of-a")) {
            assertFalse(all.contains(secret), secret);
        }
    }

    @Test
    void aPageOfAListedOriginMayReadTheAnswerAndItsHeaders() throws Exception {
        incident.json(CLAIMS, "{\"items\":[]}");

        RawClient.Answer answer = get(CLAIMS, "Origin: " + PAGE);

        assertEquals(200, answer.status());
        assertEquals(PAGE, answer.header("access-control-allow-origin"));
        for (String header : List.of("ETag", "Link", "RateLimit", "Retry-After", "X-Request-Id", "Sunset")) {
            assertTrue(
                    List.of(answer.header("access-control-expose-headers").split(", ?"))
                            .contains(header),
                    header);
        }
        assertTrue(
                !"true".equals(answer.header("access-control-allow-credentials")),
                answer.headers().toString());
    }

    @Test
    void aPageOfAnotherOriginIsNotLetIn() throws Exception {
        RawClient.Answer answer = get(CLAIMS, "Origin: https://other.example");

        assertNull(answer.header("access-control-allow-origin"));
    }

    @Test
    void aBrowserThatAsksBeforehandIsToldWhatItMaySend() throws Exception {
        try (RawClient client = new RawClient(gateway)) {
            RawClient.Answer answer = client.send(
                            "OPTIONS " + CLAIMS + " HTTP/1.1",
                            "Host: gateway.example",
                            "Connection: close",
                            "Origin: " + PAGE,
                            "Access-Control-Request-Method: PUT",
                            "Access-Control-Request-Headers: Authorization, If-Match",
                            "")
                    .answer();

            assertEquals(200, answer.status());
            assertEquals(PAGE, answer.header("access-control-allow-origin"));
            assertTrue(
                    answer.header("access-control-allow-methods").contains("PUT"),
                    answer.headers().toString());
            assertTrue(
                    answer.header("access-control-allow-headers").contains("If-Match"),
                    answer.headers().toString());
            assertEquals("3600", answer.header("access-control-max-age"));
        }
        assertEquals(List.of(), incident.received());
    }

    @Test
    void whatWillGoAwaySaysSoInEveryAnswer() throws Exception {
        incident.on("/api/v1/violation-types", exchange -> {
            exchange.getResponseHeaders().set("Link", "<violation-types>; rel=\"first\"");
            FakeService.answer(200, "application/json", "{}").to(exchange);
        });

        RawClient.Answer answer = get("/api/v1/violation-types");

        assertEquals("Sat, 05 Jun 2027 00:00:00 GMT", answer.header("sunset"));
        assertEquals(
                "<violation-types>; rel=\"first\", <https://partner.example/moving>; rel=\"sunset\"",
                answer.header("link"));
        assertNull(get(CLAIMS).header("sunset"));
    }

    private RawClient.Answer get(String target, String... headers) throws IOException {
        return RawClient.get(gateway, target, headers);
    }
}
