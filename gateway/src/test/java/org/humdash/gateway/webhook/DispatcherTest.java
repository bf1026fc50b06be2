package org.humdash.gateway.webhook;

import static org.humdash.gateway.change.ChangeFeed.HAZARDS;
import static org.humdash.gateway.change.ChangeFeed.INCIDENTS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.Accounts;
import org.humdash.gateway.account.Role;
import org.humdash.gateway.change.ChangeCursors;
import org.humdash.gateway.change.ChangeFeed;
import org.humdash.gateway.change.ChangePosition;
import org.humdash.gateway.change.RecordedFeeds;
import org.humdash.gateway.peer.Peer;
import org.humdash.vocabulary.access.Clearance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent to an endpoint, when, and how often, whatever happens to it, to the services and to the gateways. */
class DispatcherTest {

    private static final Instant START = Instant.parse("2025-12-19T18:00:00Z");
    private static final Account PARTNER = new Account("key-00000000000000b1", Role.PARTNER, Clearance.PARTNER);
    private static final List<Duration> RETRIES =
            List.of(Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(2));
    private static final long PATIENCE_SECONDS = 30;

    private static WebhookDatabase database;

    private final MovableClock clock = new MovableClock();
    private final RecordedFeeds feeds = new RecordedFeeds();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Account> accounts = new ConcurrentHashMap<>(Map.of(PARTNER.name(), PARTNER));
    private final SecretBox secrets = new SecretBox(List.of(Base64.getEncoder()
            .encodeToString("only-for-tests-only-for-tests-12".getBytes(StandardCharsets.US_ASCII))));
    private final SigningSecret secret = SigningSecret.make(new SecureRandom());
    private final ChangeCursors cursors = RecordedFeeds.cursors();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Receiver receiver = new Receiver();

    private WebhookRepository webhooks;
    private DeliveryRepository deliveries;
    private WebhookMeters meters;

    @BeforeAll
    static void start() {
        database = new WebhookDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void begin() throws Exception {
        database.clear();
        webhooks = new WebhookRepository(database.dataSource());
        deliveries = new DeliveryRepository(database.dataSource());
        meters = new WebhookMeters(deliveries, new BacklogRepository(database.dataSource()), clock, registry);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** A clock that is moved by hand. */
    private static final class MovableClock extends Clock {

        private volatile Instant now = START;

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** A message as it arrived. */
    private record Arrived(URI url, Map<String, String> headers, byte[] body, Instant at) {

        String id() {
            return headers.get("webhook-id");
        }

        List<String> records() {
            JsonArray items = new JsonObject(new String(body, StandardCharsets.UTF_8))
                    .getJsonObject("data")
                    .getJsonArray("items");
            return items.stream()
                    .map(item -> (JsonObject) item)
                    .map(item -> item.getString("id", item.getString("code")) + item.getString("says"))
                    .toList();
        }
    }

    /** An endpoint that does as it is told. */
    private final class Receiver implements Endpoint {

        private final List<Arrived> arrived = new ArrayList<>();
        private volatile Endpoint behaviour = (url, headers, body) -> Answer.of(204, "", Optional.empty());

        @Override
        public Answer post(URI url, Map<String, String> headers, byte[] body) {
            synchronized (arrived) {
                arrived.add(new Arrived(url, headers, body, clock.instant()));
            }
            return behaviour.post(url, headers, body);
        }

        void answers(int status) {
            behaviour = (url, headers, body) -> Answer.of(status, "", Optional.empty());
        }

        List<Arrived> arrived() {
            synchronized (arrived) {
                return List.copyOf(arrived);
            }
        }

        List<String> records() {
            return arrived().stream().flatMap(one -> one.records().stream()).toList();
        }

        List<String> ids() {
            return arrived().stream().map(Arrived::id).toList();
        }
    }

    @Test
    void changesAreSentOnceInTheirOrderAndSigned() throws Exception {
        String webhook = webhook(EnumSet.of(INCIDENTS));
        record("i1", "i2", "i3", "i4", "i5");

        workUntilIdle(dispatcher());

        assertEquals(List.of("i1", "i2", "i3", "i4", "i5"), receiver.records());
        assertEquals(2, new HashSet<>(receiver.ids()).size());
        Arrived first = receiver.arrived().getFirst();
        assertEquals(
                "{\"type\":\"changes\",\"timestamp\":\"2025-12-19T18:00:00Z\",\"data\":{\"items\":["
                        + "{\"feed\":\"incidents\",\"change\":\"UPSERT\",\"id\":\"i1\",\"recordedAt\":\"2025-12-19T18:00:01Z\",\"says\":\"\"},"
                        + "{\"feed\":\"incidents\",\"change\":\"UPSERT\",\"id\":\"i2\",\"recordedAt\":\"2025-12-19T18:00:02Z\",\"says\":\"\"},"
                        + "{\"feed\":\"incidents\",\"change\":\"UPSERT\",\"id\":\"i3\",\"recordedAt\":\"2025-12-19T18:00:03Z\",\"says\":\"\"}],"
                        + "\"nextCursor\":\"" + cursorOf(first) + "\"}}",
                new String(first.body(), StandardCharsets.UTF_8));
        assertEquals(secret.headers(first.id(), START, first.body()), first.headers());
        assertEquals(List.of("DELIVERED 1", "DELIVERED 1"), states(webhook));
        assertEquals(2.0, attempts("accepted"));
        clock.move(Duration.ofHours(1));
        workUntilIdle(dispatcher());
        assertEquals(2, receiver.arrived().size());
    }

    @Test
    void theCursorOfAMessageGoesOnBehindIt() throws Exception {
        webhook(EnumSet.of(INCIDENTS));
        record("i1", "i2", "i3", "i4");
        workUntilIdle(dispatcher());

        ChangePosition position = cursors.read(cursorOf(receiver.arrived().getFirst()), Clearance.PARTNER);

        assertEquals(
                List.of("i4"),
                feeds.reader(threads).read(position, EnumSet.of(INCIDENTS), 30, Optional.empty()).entries().stream()
                        .map(entry -> entry.body().path("id").asText())
                        .toList());
    }

    @Test
    void theServicesAreAskedForWhatTheKeyMaySeeNow() throws Exception {
        webhook(EnumSet.of(INCIDENTS));
        record("i1");

        workUntilIdle(dispatcher());

        assertEquals(Set.of(Optional.of("token of key-00000000000000b1 PARTNER")), Set.copyOf(feeds.tokens()));
    }

    @Test
    void aReceiverThatFailsForDaysIsTriedWithTheSameIdAndNothingElseComesBefore() throws Exception {
        String webhook = webhook(EnumSet.of(INCIDENTS));
        record("i1");
        receiver.answers(500);
        Dispatcher dispatcher = dispatcher();
        workUntilIdle(dispatcher);
        record("i2");
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < RETRIES.size(); i++) {
            Instant due = deliveries.firstWaiting(webhook).orElseThrow().dueAt();
            Duration wait = Duration.between(clock.instant(), due);
            waits.add(wait);
            clock.move(wait.minusMillis(1));
            workUntilIdle(dispatcher);
            assertEquals(i + 1, receiver.arrived().size(), "It was tried too early");
            clock.move(Duration.ofMillis(1));
            assertTrue(dispatcher.work());
        }

        for (int i = 0; i < waits.size(); i++) {
            double ratio = (double) waits.get(i).toMillis() / RETRIES.get(i).toMillis();
            assertTrue(ratio >= 0.8 && ratio <= 1.2, waits.toString());
        }
        assertEquals(1, new HashSet<>(receiver.ids()).size());
        assertEquals(5, receiver.arrived().size());
        assertEquals(List.of("DEAD 5"), states(webhook));
        Delivery dead = deliveries
                .page(webhook, Delivery.State.DEAD, Long.MAX_VALUE, 10)
                .getFirst();
        assertEquals(500, dead.lastStatus());
        assertEquals("The endpoint answered 500.", dead.lastFailure());
        assertEquals(4.0, attempts("failed"));
        assertEquals(1.0, attempts("dead"));

        receiver.answers(200);
        workUntilIdle(dispatcher);
        assertEquals(List.of("i2"), receiver.arrived().getLast().records());
        assertNull(webhook(webhook).failingSince());
    }

    @Test
    void aWebhookThatHasFailedForTooLongIsPausedAndItsOwnerSeesWhy() throws Exception {
        String webhook = webhook(EnumSet.of(INCIDENTS));
        receiver.answers(500);
        Dispatcher dispatcher = dispatcher();
        for (int day = 0; day < 30 && webhook(webhook).state() == Webhook.State.ACTIVE; day++) {
            record("i" + day);
            workUntilIdle(dispatcher);
            clock.move(Duration.ofDays(1));
        }

        Webhook paused = webhook(webhook);
        assertEquals(Webhook.Reason.FAILING, paused.reason());
        assertEquals(
                "Nothing was accepted since 2025-12-19T18:00:00Z. The last time: The endpoint answered 500.",
                paused.detail());
        assertFalse(paused.changedAt().isBefore(START.plus(Duration.ofDays(5))));
        int before = receiver.arrived().size();
        clock.move(Duration.ofDays(30));
        assertFalse(dispatcher.work());
        assertEquals(before, receiver.arrived().size());
        meters.read();
        assertEquals(1.0, registry.get("humdash.gateway.webhook.paused").gauge().value());

        receiver.answers(200);
        webhooks.resume(webhook, clock.instant());
        deliveries.revive(webhook, null, clock.instant());
        workUntilIdle(dispatcher);
        Set<String> all = new HashSet<>();
        receiver.arrived().subList(before, receiver.arrived().size()).forEach(one -> all.addAll(one.records()));
        Set<String> recorded = new HashSet<>();
        receiver.records().forEach(recorded::add);
        assertEquals(recorded, all);
        assertEquals(Webhook.State.ACTIVE, webhook(webhook).state());
    }

    @Test
    void theLagOfAFeedIsTheAgeOfWhatWasNotAcceptedAndNoneWhenItWas() throws Exception {
        String webhook = webhook(EnumSet.of(INCIDENTS));
        Dispatcher dispatcher = dispatcher();
        meters.read();
        assertEquals(0.0, lag(Peer.INCIDENT));

        record("i1", "i2");
        receiver.answers(500);
        workUntilIdle(dispatcher);
        clock.move(Duration.ofSeconds(101));
        meters.read();
        assertEquals(100.0, lag(Peer.INCIDENT), "the first of the two was recorded one second after the start");
        assertEquals(0.0, lag(Peer.HUMANITARIAN));
        clock.move(Duration.ofSeconds(20));
        assertEquals(120.0, lag(Peer.INCIDENT), "it grows without being read again");

        receiver.answers(204);
        clock.move(Duration.ofHours(1));
        workUntilIdle(dispatcher);
        meters.read();
        assertEquals(0.0, lag(Peer.INCIDENT));
        assertEquals(List.of("DELIVERED 2"), states(webhook));
    }

    @Test
    void aMessageWhoseAnswerNobodyHeardComesAgainWithTheSameId() throws Exception {
        webhook(EnumSet.of(INCIDENTS));
        record("i1", "i2", "i3", "i4");
        receiver.behaviour = (url, headers, body) -> {
            throw new AssertionError("The gateway was killed here");
        };
        Dispatcher killed = dispatcher();
        assertThrows(AssertionError.class, killed::work);
        Dispatcher other = dispatcher();
        assertFalse(other.work(), "The webhook belongs to the first gateway as long as its lease lasts");

        receiver.answers(200);
        clock.move(Duration.ofMinutes(2));
        workUntilIdle(other);

        assertEquals(
                List.of(List.of("i1", "i2", "i3"), List.of("i1", "i2", "i3"), List.of("i4")),
                receiver.arrived().stream().map(Arrived::records).toList());
        assertEquals(receiver.ids().get(0), receiver.ids().get(1));
        assertNotEquals(receiver.ids().get(1), receiver.ids().get(2));
    }

    @Test
    void aGatewayThatWasTooSlowDoesNotOverwriteWhatAnotherDid() throws Exception {
        String webhook = webhook(EnumSet.of(INCIDENTS));
        record("i1");
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        receiver.behaviour = (url, headers, body) -> {
            sent.countDown();
            await(goOn);
            return Endpoint.Answer.of(500, "", Optional.empty());
        };
        Dispatcher slow = dispatcher();
        Future<Boolean> working = threads.submit(slow::work);
        await(sent);
        clock.move(Duration.ofMinutes(3));
        receiver.answers(200);
        workUntilIdle(dispatcher());
        assertEquals(List.of("DELIVERED 1"), states(webhook));

        goOn.countDown();
        working.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        assertEquals(List.of("DELIVERED 1"), states(webhook));
        assertNull(webhook(webhook).failingSince());
        assertEquals(1, new HashSet<>(receiver.ids()).size());
    }

    @Test
    void gatewaysThatCompeteSendEachMessageOnceAndInOrder() throws Exception {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            ids.add(webhook(EnumSet.of(INCIDENTS), "https://hooks.example.org/" + i));
        }
        List<String> expected = IntStream.range(100, 130).mapToObj(i -> "i" + i).toList();
        record(expected.toArray(String[]::new));
        List<Future<?>> gateways = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Dispatcher dispatcher = dispatcher();
            gateways.add(threads.submit(() -> {
                // Idle for one gateway may only be that another one has it.
                for (int idle = 0; idle < 20; ) {
                    idle = dispatcher.work() ? 0 : idle + 1;
                }
                return null;
            }));
        }
        for (Future<?> gateway : gateways) {
            gateway.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        workUntilIdle(dispatcher());
        Map<URI, List<String>> byEndpoint = new HashMap<>();
        receiver.arrived()
                .forEach(one -> byEndpoint
                        .computeIfAbsent(one.url(), url -> new ArrayList<>())
                        .addAll(one.records()));
        assertEquals(6, byEndpoint.size());
        byEndpoint.values().forEach(records -> assertEquals(expected, records));
        assertEquals(60, new HashSet<>(receiver.ids()).size());
        assertEquals(60, receiver.ids().size());
    }

    @Test
    void whatIsHiddenBetweenTwoAttemptsIsNotSent() throws Exception {
        String webhook = webhook(EnumSet.of(INCIDENTS));
        record("i1", "i2");
        receiver.answers(503);
        Dispatcher dispatcher = dispatcher();
        workUntilIdle(dispatcher);
        assertEquals(List.of("i1", "i2"), receiver.records());
        feeds.record(INCIDENTS, START.plusSeconds(100), "i1", " withheld");
        receiver.answers(200);

        clock.move(Duration.ofMinutes(1));
        workUntilIdle(dispatcher);

        assertEquals(
                List.of(List.of("i1", "i2"), List.of("i2"), List.of("i1 withheld")),
                receiver.arrived().stream().map(Arrived::records).toList());
        assertEquals(List.of("DELIVERED 1", "DELIVERED 2"), states(webhook));
    }

    @Test
    void aMessageOfWhichNothingIsLeftIsNotSent() throws Exception {
        String webhook = webhook(EnumSet.of(INCIDENTS));
        record("i1");
        receiver.answers(503);
        Dispatcher dispatcher = dispatcher();
        workUntilIdle(dispatcher);
        feeds.record(INCIDENTS, START.plusSeconds(100), "i1", " later");
        receiver.answers(200);

        clock.move(Duration.ofMinutes(1));
        workUntilIdle(dispatcher);

        assertEquals(
                List.of(List.of("i1"), List.of("i1 later")),
                receiver.arrived().stream().map(Arrived::records).toList());
        assertNotEquals(receiver.ids().get(0), receiver.ids().get(1));
        assertEquals(List.of("DELIVERED 1", "DELIVERED 1"), states(webhook));
        assertEquals(1.0, attempts("empty"));
    }

    @Test
    void aServiceThatIsDownIsNoFailureOfTheEndpoint() throws Exception {
        String webhook = webhook(ChangeFeed.all());
        feeds.record(HAZARDS, START.plusSeconds(1), "h1", "");
        receiver.answers(503);
        Dispatcher dispatcher = dispatcher();
        workUntilIdle(dispatcher);
        feeds.down(Peer.HUMANITARIAN);
        record("i1");
        for (int i = 0; i < 5; i++) {
            clock.move(Duration.ofMinutes(1));
            workUntilIdle(dispatcher);
        }
        assertEquals(List.of("WAITING 1"), states(webhook));
        assertEquals(1, receiver.arrived().size());

        feeds.up(Peer.HUMANITARIAN);
        receiver.answers(200);
        clock.move(Duration.ofMinutes(1));
        workUntilIdle(dispatcher);

        assertEquals(List.of("h1", "h1", "i1"), receiver.records());
        assertEquals(5.0, attempts("put-off"));
    }

    @Test
    void theChangesOfTheOtherServiceComeWhileOneIsDown() throws Exception {
        webhook(ChangeFeed.all());
        feeds.record(HAZARDS, START.plusSeconds(1), "h1", "");
        feeds.down(Peer.HUMANITARIAN);
        record("i1");
        Dispatcher dispatcher = dispatcher();
        workUntilIdle(dispatcher);
        assertEquals(List.of("i1"), receiver.records());

        feeds.up(Peer.HUMANITARIAN);
        clock.move(Duration.ofMinutes(1));
        workUntilIdle(dispatcher);

        assertEquals(List.of("i1", "h1"), receiver.records());
    }

    @Test
    void nothingIsSentForAKeyThatEnded() throws Exception {
        String webhook = webhook(EnumSet.of(INCIDENTS));
        record("i1");
        accounts.clear();

        workUntilIdle(dispatcher());

        assertEquals(List.of(), receiver.arrived());
        assertEquals(0, feeds.asked());
        assertEquals(Webhook.Reason.KEY_ENDED, webhook(webhook).reason());
        assertEquals("Its key was revoked or has expired.", webhook(webhook).detail());
    }

    @Test
    void anEndpointThatIsGoneIsLeftAlone() throws Exception {
        String webhook = webhook(EnumSet.of(INCIDENTS));
        record("i1");
        receiver.answers(410);

        workUntilIdle(dispatcher());

        assertEquals(1, receiver.arrived().size());
        assertEquals(Webhook.Reason.GONE, webhook(webhook).reason());
        assertEquals("The endpoint answered 410.", webhook(webhook).detail());
    }

    @Test
    void anEndpointThatMovedInsideIsLeftAlone() throws Exception {
        String webhook = webhook(EnumSet.of(INCIDENTS));
        record("i1");
        receiver.behaviour = (url, headers, body) -> Endpoint.Answer.refused("It leads inside.");

        workUntilIdle(dispatcher());

        assertEquals(Webhook.Reason.ADDRESS_REFUSED, webhook(webhook).reason());
        assertEquals("It leads inside.", webhook(webhook).detail());
        assertEquals(List.of("WAITING 1"), states(webhook));
    }

    @Test
    void nothingIsSentWhilePausedAndNothingIsLost() throws Exception {
        String webhook = webhook(EnumSet.of(INCIDENTS));
        webhooks.pause(webhook, Webhook.Reason.OWNER, null, clock.instant());
        record("i1");
        Dispatcher dispatcher = dispatcher();
        assertFalse(dispatcher.work());

        webhooks.resume(webhook, clock.instant());
        workUntilIdle(dispatcher);

        assertEquals(List.of("i1"), receiver.records());
    }

    @Test
    void aReplayBeginsAtItsCursor() throws Exception {
        String webhook = webhook(EnumSet.of(INCIDENTS));
        record("i1", "i2", "i3", "i4", "i5");
        Dispatcher dispatcher = dispatcher();
        workUntilIdle(dispatcher);
        int before = receiver.arrived().size();

        webhooks.moveTo(
                webhook, cursors.read(cursorOf(receiver.arrived().getFirst()), Clearance.PARTNER), clock.instant());
        workUntilIdle(dispatcher);

        assertEquals(3, receiver.arrived().size());
        assertEquals(List.of("i4", "i5"), receiver.arrived().get(before).records());
        assertFalse(receiver.ids().subList(0, before).contains(receiver.ids().get(before)));
    }

    @Test
    void aDeadLetterIsSentAgainBeforeWhatIsNewerAndWithItsId() throws Exception {
        String webhook = webhook(EnumSet.of(INCIDENTS));
        record("i1");
        receiver.answers(500);
        Dispatcher dispatcher = dispatcher();
        workUntilIdle(dispatcher);
        for (int i = 0; i < RETRIES.size(); i++) {
            clock.now = deliveries.firstWaiting(webhook).orElseThrow().dueAt();
            workUntilIdle(dispatcher);
        }
        assertEquals(List.of("DEAD 5"), states(webhook));
        String id = receiver.ids().getFirst();
        record("i2");
        receiver.answers(200);

        assertEquals(0, deliveries.revive(webhook, "msg_00000000000000000000000000000000", clock.instant()));
        assertEquals(1, deliveries.revive(webhook, id, clock.instant()));
        workUntilIdle(dispatcher);

        assertEquals(id, receiver.ids().get(5));
        assertEquals(List.of("i1"), receiver.arrived().get(5).records());
        assertEquals(List.of("i2"), receiver.arrived().get(6).records());
        assertEquals(List.of("DELIVERED 1", "DELIVERED 1"), states(webhook));
    }

    @Test
    void aMessageThatWouldBeTooLargeHasFewerEntries() throws Exception {
        webhook(EnumSet.of(INCIDENTS));
        for (int i = 100; i < 120; i++) {
            feeds.record(INCIDENTS, START.plusSeconds(i), "i" + i, "x".repeat(1_000));
        }

        workUntilIdle(dispatcher(
                new Dispatcher.Limits(20, 8_000, Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofDays(5))));

        assertEquals(20, receiver.records().size());
        assertTrue(receiver.arrived().stream().allMatch(one -> one.body().length <= 8_000));
        assertEquals(4, receiver.arrived().size());
    }

    @Test
    void theOldestThatWaitsIsMeasured() throws Exception {
        webhook(EnumSet.of(INCIDENTS));
        record("i1");
        receiver.answers(500);
        workUntilIdle(dispatcher());
        clock.move(Duration.ofSeconds(7));

        meters.read();

        assertEquals(
                7.0,
                registry.get("humdash.gateway.webhook.oldest.waiting").gauge().value());
        assertEquals(0.0, registry.get("humdash.gateway.webhook.dead").gauge().value());
        assertEquals(0.0, registry.get("humdash.gateway.webhook.paused").gauge().value());
    }

    @Test
    void aWebhookThatRestsIsWokenAndOneThatFailsIsNot() throws Exception {
        webhook(EnumSet.of(INCIDENTS));
        Dispatcher dispatcher = dispatcher();
        workUntilIdle(dispatcher);
        record("i1");
        assertFalse(dispatcher.work());

        receiver.answers(500);
        webhooks.wake(clock.instant());
        workUntilIdle(dispatcher);
        assertEquals(1, receiver.arrived().size());
        webhooks.wake(clock.instant());
        workUntilIdle(dispatcher);
        assertEquals(1, receiver.arrived().size());
    }

    @Test
    void anAccountHasNoMoreThanItsNumber() throws Exception {
        assertTrue(webhooks.insert(made("https://hooks.example.org/1", EnumSet.of(INCIDENTS)), 2));
        assertTrue(webhooks.insert(made("https://hooks.example.org/2", EnumSet.of(INCIDENTS)), 2));
        assertFalse(webhooks.insert(made("https://hooks.example.org/3", EnumSet.of(INCIDENTS)), 2));
    }

    @Test
    void theSecretIsKeptEncrypted() throws Exception {
        String webhook = webhook(EnumSet.of(INCIDENTS));
        try (var connection = database.dataSource().getConnection();
                var row = connection.createStatement().executeQuery("select secret from webhook")) {
            row.next();
            byte[] kept = row.getBytes(1);
            assertFalse(new String(kept, StandardCharsets.ISO_8859_1)
                    .contains(new String(secret.bytes(), StandardCharsets.ISO_8859_1)));
            assertArrayEquals(secret.bytes(), secrets.open(kept, webhook));
        }
        assertEquals("Webhook " + webhook, webhook(webhook).toString());
        assertEquals("whsec_…", secret.toString());
    }

    @Test
    void endedDeliveriesAreForgottenAfterAWhile() throws Exception {
        String webhook = webhook(EnumSet.of(INCIDENTS));
        record("i1");
        workUntilIdle(dispatcher());

        assertEquals(0, deliveries.forget(clock.instant()));
        assertEquals(1, deliveries.forget(clock.instant().plusSeconds(1)));
        assertEquals(List.of(), states(webhook));
    }

    private Dispatcher dispatcher() {
        return dispatcher(
                new Dispatcher.Limits(3, 1_000_000, Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofDays(5)));
    }

    private Dispatcher dispatcher(Dispatcher.Limits limits) {
        SecureRandom random = new SecureRandom();
        return new Dispatcher(
                webhooks,
                deliveries,
                feeds.reader(threads),
                cursors,
                new Accounts() {
                    @Override
                    public boolean keeps(Account account) {
                        return true;
                    }

                    @Override
                    public Optional<Account> byName(String name) {
                        return Optional.ofNullable(accounts.get(name));
                    }
                },
                account -> "token of " + account.name() + " " + account.clearance(),
                new Messages(new ObjectMapper()
                        .findAndRegisterModules()
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)),
                secrets,
                receiver,
                new RetrySchedule(RETRIES, random),
                meters,
                clock,
                random,
                limits);
    }

    private void record(String... ids) {
        for (String id : ids) {
            feeds.record(INCIDENTS, START.plusSeconds(Integer.parseInt(id.substring(1))), id, "");
        }
    }

    private String webhook(Set<ChangeFeed> wanted) throws Exception {
        return webhook(wanted, "https://hooks.example.org/");
    }

    private String webhook(Set<ChangeFeed> wanted, String url) throws Exception {
        Webhook webhook = made(url, wanted);
        webhooks.insert(webhook, 10);
        return webhook.id();
    }

    private Webhook made(String url, Set<ChangeFeed> wanted) {
        String id = "whk_" + java.util.UUID.randomUUID().toString().replace("-", "");
        return new Webhook(
                id,
                PARTNER.name(),
                URI.create(url),
                wanted,
                secrets.close(secret.bytes(), id),
                START,
                Webhook.State.ACTIVE,
                null,
                null,
                START,
                ChangePosition.beginning(),
                null);
    }

    private Webhook webhook(String id) throws Exception {
        return webhooks.byId(id, null).orElseThrow();
    }

    /** The newest first. */
    private List<String> states(String webhook) throws Exception {
        return deliveries.page(webhook, null, Long.MAX_VALUE, 100).stream()
                .map(delivery -> delivery.state() + " " + delivery.attempts())
                .toList();
    }

    private double attempts(String outcome) {
        return registry.get("humdash.gateway.webhook.attempts")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private double lag(Peer peer) {
        return registry.get("humdash.gateway.feed.lag")
                .tag("service", peer.serviceName())
                .gauge()
                .value();
    }

    private static String cursorOf(Arrived message) {
        return new JsonObject(new String(message.body(), StandardCharsets.UTF_8))
                .getJsonObject("data")
                .getString("nextCursor");
    }

    private static void workUntilIdle(Dispatcher dispatcher) throws Exception {
        for (int turn = 0; dispatcher.work(); turn++) {
            assertTrue(turn < 1_000, "There is always something to do");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
