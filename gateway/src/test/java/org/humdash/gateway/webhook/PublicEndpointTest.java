package org.humdash.gateway.webhook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.humdash.gateway.testing.Configuration;
import org.humdash.gateway.testing.FakeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How messages leave, and what an endpoint can do to whoever sends them. */
class PublicEndpointTest {

    private static final byte[] BODY = "{\"type\":\"changes\"}".getBytes(StandardCharsets.UTF_8);

    private final Vertx vertx = Vertx.vertx();
    private final FakeService server = new FakeService();
    private final int port = URI.create(server.origin()).getPort();

    @AfterEach
    void stop() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aMessageGoesToTheAddressThatWasCheckedUnderTheNameThatWasGiven() {
        AtomicReference<byte[]> received = new AtomicReference<>();
        server.on("/hook", exchange -> {
            received.set(exchange.getRequestBody().readAllBytes());
            FakeService.answer(202, "text/plain", "thanks").to(exchange);
        });

        Endpoint.Answer answer = endpoint(host -> loopback(host, "hooks.example.invalid"))
                .post(
                        URI.create("http://hooks.example.invalid:" + port + "/hook?a=1"),
                        Map.of("webhook-id", "msg_1"),
                        BODY);

        assertEquals(Endpoint.Answer.of(202, "thanks", Optional.empty()), answer);
        assertTrue(answer.accepted());
        assertArrayEquals(BODY, received.get());
        FakeService.Received request = server.received().getFirst();
        assertEquals("POST", request.method());
        assertEquals("/hook?a=1", request.target());
        assertEquals(List.of("hooks.example.invalid:" + port), request.header("host"));
        assertEquals(List.of("msg_1"), request.header("webhook-id"));
        assertEquals(List.of("application/json"), request.header("content-type"));
        assertEquals(List.of("humdash-webhooks/1"), request.header("user-agent"));
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() {
        server.on("/hook", exchange -> {
            exchange.getResponseHeaders().set("Location", server.origin() + "/inside");
            exchange.sendResponseHeaders(307, -1);
        });

        Endpoint.Answer answer = post("/hook");

        assertEquals(307, answer.status());
        assertFalse(answer.accepted());
        assertEquals("The endpoint answered 307.", answer.words());
        assertEquals(1, server.received().size());
    }

    @Test
    void ofALongAnswerOnlyTheBeginningIsRead() {
        server.on("/hook", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 10_000; i++) {
                    out.write(new byte[10_000]);
                }
            }
        });

        Endpoint.Answer answer = post("/hook");

        assertEquals(200, answer.status());
        assertEquals(4_096, answer.body().length());
    }

    @Test
    void anAnswerThatDoesNotComeIsNotWaitedForLong() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.on("/hook", exchange -> over.await(20, TimeUnit.SECONDS));

        Endpoint.Answer answer = post("/hook");
        over.countDown();

        assertEquals(Endpoint.Answer.none("The endpoint did not answer within 0.5 s."), answer);
    }

    @Test
    void anAnswerThatDoesNotEndIsNotWaitedForLong() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.on("/hook", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            over.await(20, TimeUnit.SECONDS);
        });

        Endpoint.Answer answer = post("/hook");
        over.countDown();

        assertEquals(Endpoint.Answer.none("The endpoint did not answer within 0.5 s."), answer);
    }

    @Test
    void whatTheEndpointAsksForIsHeard() {
        server.on("/hook", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "120");
            exchange.sendResponseHeaders(503, -1);
        });

        assertEquals(Optional.of(Duration.ofMinutes(2)), post("/hook").retryAfter());
    }

    @Test
    void whereNobodyListensIsAFailure() {
        server.down();

        assertEquals(Endpoint.Answer.none("The endpoint could not be reached."), post("/hook"));
    }

    @Test
    void aNameThatLeadsNowhereIsAFailure() {
        Endpoint.Answer answer = endpoint(host -> {
                    throw new UnknownHostException(host);
                })
                .post(URI.create("http://hooks.example.invalid/"), Map.of(), BODY);

        assertEquals(Endpoint.Answer.none("The name of the endpoint leads nowhere."), answer);
    }

    @Test
    void aNameServerThatTakesItsTimeIsNotWaitedForLong() throws Exception {
        CountDownLatch over = new CountDownLatch(1);

        Endpoint.Answer answer = endpoint(host -> {
                    try {
                        over.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        throw new UnknownHostException(host);
                    }
                    return new InetAddress[0];
                })
                .post(URI.create("http://hooks.example.invalid/"), Map.of(), BODY);
        over.countDown();

        assertEquals(Endpoint.Answer.none("The endpoint did not answer within 0.5 s."), answer);
    }

    @Test
    void anAddressInsideIsRefusedAndNothingIsSent() {
        Targets strict = new Targets(true, false, List.of(port), InetAddress::getAllByName);

        Endpoint.Answer answer = new PublicEndpoint(
                        vertx, strict, Configuration.with(Map.of()).webhooks())
                .post(URI.create(server.origin() + "/hook"), Map.of(), BODY);

        assertEquals(
                Endpoint.Answer.refused("The host of 'url' leads to an address that is not in the public network."),
                answer);
        assertEquals(List.of(), server.received());
    }

    private Endpoint.Answer post(String path) {
        return endpoint(InetAddress::getAllByName).post(URI.create(server.origin() + path), Map.of(), BODY);
    }

    private PublicEndpoint endpoint(Targets.Resolver resolver) {
        return new PublicEndpoint(
                vertx,
                new Targets(true, true, List.of(), resolver),
                Configuration.with(Map.of("webhooks.timeout", "500ms")).webhooks());
    }

    private static InetAddress[] loopback(String host, String expected) throws UnknownHostException {
        assertEquals(expected, host);
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }
}
