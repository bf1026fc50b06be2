package org.humdash.gateway.change;

import static org.humdash.gateway.change.ChangeFeed.HAZARDS;
import static org.humdash.gateway.change.ChangeFeed.INCIDENTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.humdash.gateway.GatewayConfig;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.Accounts;
import org.humdash.gateway.account.ClientAddresses;
import org.humdash.gateway.peer.Peer;
import org.humdash.gateway.peer.PeerChanged;
import org.humdash.gateway.testing.Configuration;
import org.humdash.gateway.testing.EventClient;
import org.humdash.gateway.testing.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams as their readers have them, over a real connection; the services are in memory. */
class ChangeStreamRoutesTest {

    private static final Instant START = Instant.parse("2025-12-19T18:00:00Z");
    private static final String STREAM = "/api/v1/changes/stream";
    private static final long PATIENCE_SECONDS = 20;

    private final RecordedFeeds feeds = new RecordedFeeds();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private Gateway gateway;

    @BeforeEach
    void start() {
        // Longer than a test: what is heard is heard because somebody said that there is news.
        settings.put("changes.poll-interval", "1h");
        settings.put("changes.heartbeat", "1h");
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
    }

    /** Every reader is an anonymous one. */
    private static final class NoAccounts implements Accounts {

        @Override
        public boolean keeps(Account account) {
            return false;
        }

        @Override
        public Optional<Account> byName(String name) {
            return Optional.empty();
        }
    }

    /** One gateway, of which only the streams are there. */
    private final class Gateway {

        private final Vertx vertx = Vertx.vertx();
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final ChangeTails tails;
        private final ChangeStreamRoutes routes;
        private final HttpServer server;

        Gateway() throws Exception {
            GatewayConfig config = Configuration.with(settings);
            ChangeReader reader = feeds.reader(threads);
            ChangeCursors cursors = RecordedFeeds.cursors();
            tails = new ChangeTails(reader, cursors, null, new ObjectMapper(), threads, config.changes());
            routes = new ChangeStreamRoutes(
                    vertx,
                    reader,
                    cursors,
                    tails,
                    null,
                    new NoAccounts(),
                    new ClientAddresses(config.limits().proxy()),
                    threads,
                    config.changes(),
                    registry);
            Router router = Router.router(vertx);
            routes.install(router);
            server = vertx.createHttpServer()
                    .requestHandler(router)
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        URI uri() {
            return URI.create("http://127.0.0.1:" + server.actualPort());
        }

        void thereIsNews() {
            tails.readAtOnce(new PeerChanged(Peer.INCIDENT));
        }

        void end() throws Exception {
            vertx.close().toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            threads.shutdownNow();
        }
    }

    private EventClient listen(String query, String... headers) throws Exception {
        if (gateway == null) {
            gateway = new Gateway();
            opened.add(gateway::end);
        }
        EventClient client = new EventClient(gateway.uri(), STREAM + query, headers);
        opened.add(client);
        return client;
    }

    @Test
    void aReaderGetsWhatThereIsAndThenWhatComes() throws Exception {
        feeds.record(INCIDENTS, START, "i1", "");
        EventClient reader = listen("");

        assertEquals(200, reader.status());
        assertEquals("text/event-stream;charset=UTF-8", reader.header("content-type"));
        assertEquals("no-store", reader.header("cache-control"));
        assertEquals(Map.of("retry", "3000"), reader.next().fields());
        EventClient.Event first = reader.next();
        assertEquals("changes", first.fields().get("event"));
        assertEquals(
                "{\"items\":[{\"feed\":\"incidents\",\"change\":\"UPSERT\",\"id\":\"i1\","
                        + "\"recordedAt\":\"2025-12-19T18:00:00Z\",\"says\":\"\"}],\"nextCursor\":\"" + first.id()
                        + "\",\"more\":false,\"partial\":false}",
                first.data());
        untilItHears(reader, INCIDENTS, "i2");
    }

    @Test
    void aReaderThatComesBackToAnotherGatewayMissesNothingAndGetsNothingTwice() throws Exception {
        feeds.record(INCIDENTS, START, "i1", "");
        feeds.record(HAZARDS, START.plusSeconds(1), "h1", "");
        EventClient.Event first = listen("?feeds=incidents,hazards").nextChanges();
        assertEquals(List.of("i1", "h1"), names(first));
        gateway.end();
        opened.clear();
        gateway = null;
        feeds.record(HAZARDS, START.plusSeconds(2), "h2", "");

        // The address is the one it opened first; what it got last counts more.
        EventClient again =
                listen("?feeds=incidents,hazards&from=2025-12-19T00:00:00Z", "Last-Event-ID: " + first.id());

        assertEquals(List.of("h2"), names(again.nextChanges()));
        untilItHears(again, INCIDENTS, "i2");
    }

    @Test
    void aCursorOfThePagesIsGoodForTheStream() throws Exception {
        feeds.record(INCIDENTS, START, "i1", "");
        String cursor = listen("").nextChanges().id();
        feeds.record(INCIDENTS, START.plusSeconds(1), "i2", "");

        assertEquals(List.of("i2"), names(listen("?cursor=" + cursor).nextChanges()));
    }

    @Test
    void manyReadersAreServedByOneQuestion() throws Exception {
        feeds.record(INCIDENTS, START, "i1", "");
        List<EventClient> readers = List.of(listen(""), listen(""), listen("?from=2025-12-19T00:00:00Z"), listen(""));
        for (EventClient reader : readers) {
            assertEquals(List.of("i1"), names(reader.nextChanges()));
        }
        // Whoever hears a round of news has joined.
        feeds.record(INCIDENTS, START.plusSeconds(1), "i2", "");
        for (EventClient reader : readers) {
            assertEquals(List.of("i2"), names(hear(reader)));
        }
        // Who read a round of news without the others is about to join them, so that one of the next rounds is read
        // once.
        int asked = Integer.MAX_VALUE;
        for (int round = 3; asked > 3 && round < 20; round++) {
            int before = feeds.asked();
            feeds.record(INCIDENTS, START.plusSeconds(round), "i" + round, "");
            gateway.thereIsNews();
            for (EventClient reader : readers) {
                assertEquals(List.of("i" + round), names(reader.nextChanges()));
            }
            asked = feeds.asked() - before;
        }
        assertEquals(3, asked);
    }

    @Test
    void aServiceThatDiesAndComesBackLosesNothing() throws Exception {
        settings.put("changes.poll-interval", "20ms");
        feeds.record(INCIDENTS, START, "i1", "");
        EventClient reader = listen("");
        assertEquals(List.of("i1"), names(reader.nextChanges()));
        feeds.down(Peer.HUMANITARIAN);
        assertTrue(new JsonObject(reader.nextChanges().data()).getBoolean("partial"));
        feeds.record(HAZARDS, START.plusSeconds(1), "h1", "");
        feeds.record(INCIDENTS, START.plusSeconds(2), "i2", "");
        EventClient.Event during = reader.nextChanges();
        assertEquals(List.of("i2"), names(during));
        assertEquals(
                "humanitarian-service",
                new JsonObject(during.data())
                        .getJsonArray("missing")
                        .getJsonObject(0)
                        .getString("service"));

        feeds.up(Peer.HUMANITARIAN);

        EventClient.Event after = reader.nextChanges();
        assertEquals(List.of("h1"), names(after));
        assertEquals(false, new JsonObject(after.data()).getBoolean("partial"));
    }

    @Test
    void aReaderThatBeginsWhileAServiceIsDownGetsTheOthersAtOnce() throws Exception {
        settings.put("changes.poll-interval", "20ms");
        feeds.record(INCIDENTS, START, "i1", "");
        feeds.record(HAZARDS, START, "h1", "");
        feeds.down(Peer.INCIDENT);
        EventClient reader = listen("");
        assertEquals(List.of("h1"), names(reader.nextChanges()));

        feeds.up(Peer.INCIDENT);

        assertEquals(List.of("i1"), names(reader.nextChanges()));
        untilItHears(reader, INCIDENTS, "i2");
    }

    @Test
    void aStreamWithoutNewsShowsThatItIsAlive() throws Exception {
        settings.put("changes.heartbeat", "20ms");
        EventClient reader = listen("");
        reader.next();

        EventClient.Event beat = reader.next();

        assertTrue(beat.isComment());
        assertEquals(Map.of(), beat.fields());
    }

    @Test
    void aReaderThatTakesNothingIsDroppedAndTheOthersStay() throws Exception {
        settings.put("changes.stall-timeout", "300ms");
        settings.put("changes.heartbeat", "50ms");
        EventClient good = listen("?feeds=hazards");
        good.next();
        for (int i = 10; i < 90; i++) {
            feeds.record(INCIDENTS, START.plusSeconds(i), "i" + i, "x".repeat(200_000));
        }
        EventClient slow = listen("?feeds=incidents");

        until("slow", 1.0);

        // What is left in the buffers of the connection can still be read, and then it is over.
        assertThrows(SocketException.class, () -> {
            while (slow.next() != null) {
                // Nothing of it matters.
            }
            throw new SocketException("It was ended and not reset");
        });
        untilItHears(good, HAZARDS, "h1");
        assertEquals(1.0, registry.get("humdash.gateway.change.streams").gauge().value());
    }

    @Test
    void whatWaitsForASlowReaderIsBounded() throws Exception {
        settings.put("changes.stall-timeout", "1h");
        settings.put("changes.stream-backlog", "100K");
        EventClient slow = listen("");
        slow.next();
        untilItHears(slow, HAZARDS, "h1");
        for (int i = 100; i < 500 && ended("slow") == 0; i++) {
            feeds.record(INCIDENTS, START.plusSeconds(i), "i" + i, "x".repeat(60_000));
            gateway.thereIsNews();
        }

        until("slow", 1.0);
    }

    @Test
    void oneReaderHasNoMoreStreamsThanItsShare() throws Exception {
        settings.put("changes.streams-per-reader", "2");
        EventClient first = listen("");
        listen("");

        EventClient third = listen("");

        assertEquals(429, third.status());
        assertEquals("3", third.header("retry-after"));
        assertEquals(
                "{\"type\":\"urn:humdash:problem:too-many-streams\",\"status\":429,\"title\":\"Too many streams are open"
                        + " already\",\"detail\":\"You have 2 streams open, which is as many as one reader may have.\","
                        + "\"instance\":\"/api/v1/changes/stream\"}",
                third.rest());
        first.close();
        until("left", 1.0);
        assertEquals(200, listen("").status());
    }

    @Test
    void aGatewayHasNoMoreStreamsThanItsNumber() throws Exception {
        settings.put("changes.streams", "1");
        listen("");

        EventClient second = listen("");

        assertEquals(503, second.status());
        assertEquals("3", second.header("retry-after"));
        assertEquals("urn:humdash:problem:streams-taken", new JsonObject(second.rest()).getString("type"));
    }

    @Test
    void anIdThatWasAlteredIsRefused() throws Exception {
        String id = listen("").next() == null
                ? ""
                : RecordedFeeds.cursors()
                        .write(ChangePosition.beginning(), org.humdash.vocabulary.access.Clearance.PUBLIC);

        EventClient refused = listen("", "Last-Event-ID: A" + id.substring(1));

        assertEquals(400, refused.status());
        assertEquals(
                "{\"type\":\"urn:humdash:problem:invalid-parameter\",\"status\":400,\"title\":\"A parameter cannot be"
                        + " read\",\"detail\":\"Parameter 'cursor' must be the nextCursor of an earlier page, unaltered.\","
                        + "\"instance\":\"/api/v1/changes/stream\"}",
                refused.rest());
        assertEquals(400, listen("?from=yesterday").status());
        assertEquals(400, listen("?feeds=alerts").status());
    }

    @Test
    void onlyGetOpensAStream() throws Exception {
        listen("");
        try (RawClient client = new RawClient(gateway.uri())) {
            RawClient.Answer answer = client.send("DELETE " + STREAM + " HTTP/1.1", "Host: x", "", "")
                    .answer();

            assertEquals(405, answer.status());
            assertEquals("GET", answer.header("allow"));
        }
    }

    @Test
    void whenTheGatewayEndsItsReadersAreToldToComeBackAndNotAllAtOnce() throws Exception {
        EventClient reader = listen("");
        reader.next();
        EventClient other = listen("");
        other.next();

        gateway.routes.endAll(new ShutdownDelayInitiatedEvent());

        for (EventClient one : List.of(reader, other)) {
            int retry = Integer.parseInt(one.next().fields().get("retry"));
            assertTrue(retry >= 3_000 && retry <= 6_000, "retry: " + retry);
            assertNull(one.next());
        }
        assertEquals(503, listen("").status());
        assertEquals(2.0, ended("shutdown"));
    }

    @Test
    void aStreamIsNoOlderThanStreamsGet() throws Exception {
        settings.put("changes.stream-life", "50ms");
        EventClient reader = listen("");
        reader.next();

        assertEquals(Map.of("retry", "3000"), reader.next().fields());
        assertNull(reader.next());
        assertEquals(1.0, ended("age"));
    }

    /** Records until the reader hears of it: it may still be on its way to join. */
    private void untilItHears(EventClient reader, ChangeFeed feed, String id) throws IOException {
        feeds.record(feed, START.plusSeconds(1_000), id, "");
        assertEquals(List.of(id), names(hear(reader)));
    }

    /** Says that there is news until some is heard: the reader may be about to join, and then finds it by itself. */
    private EventClient.Event hear(EventClient reader) throws IOException {
        Thread telling = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    gateway.thereIsNews();
                    Thread.sleep(20);
                }
            } catch (InterruptedException e) {
                // It was heard.
            }
        });
        try {
            return reader.nextChanges();
        } finally {
            telling.interrupt();
        }
    }

    private void until(String reason, double count) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (ended(reason) < count) {
            assertTrue(System.nanoTime() < until, "No stream ended as " + reason);
            Thread.onSpinWait();
        }
    }

    private double ended(String reason) {
        return registry.get("humdash.gateway.change.streams.ended")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private static List<String> names(EventClient.Event event) {
        return new JsonObject(event.data())
                .getJsonArray("items").stream()
                        .map(item -> (JsonObject) item)
                        .map(item -> item.getString("id", item.getString("code")))
                        .toList();
    }
}
