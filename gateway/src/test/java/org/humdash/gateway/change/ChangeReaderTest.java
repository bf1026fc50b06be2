package org.humdash.gateway.change;

import static org.humdash.gateway.change.ChangeFeed.HAZARDS;
import static org.humdash.gateway.change.ChangeFeed.INCIDENTS;
import static org.humdash.gateway.change.ChangeFeed.OBSERVATIONS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.humdash.gateway.peer.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the merged feed promises, whatever happens while it is read. */
class ChangeReaderTest {

    private static final Instant START = Instant.parse("2025-12-19T00:00:00Z");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final RecordedFeeds feeds = new RecordedFeeds();
    private final ChangeReader reader = feeds.reader(threads);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void theFeedsOfAServiceAreInOneOrder() {
        feeds.record(OBSERVATIONS, at(1), "o1", "");
        feeds.record(HAZARDS, at(2), "h1", "");
        feeds.record(OBSERVATIONS, at(3), "o2", "");
        feeds.record(INCIDENTS, at(4), "i1", "");

        ChangePage page = read(ChangePosition.beginning(), 30);

        assertEquals(List.of("o1", "h1", "o2", "i1"), names(page));
        assertFalse(page.more());
        assertTrue(page.isTheEnd());
        assertEquals(Map.of(Peer.INCIDENT, at(4), Peer.HUMANITARIAN, at(3)), page.upTo());
        assertEquals(List.of(), names(read(page.next(), 30)));
        assertEquals(page.next(), read(page.next(), 30).next());
    }

    @Test
    void whatIsNewerThanTheEndOfAFullPageWaits() {
        feeds.record(HAZARDS, at(100), "h1", "");
        for (int i = 1; i <= 5; i++) {
            feeds.record(OBSERVATIONS, at(i), "o" + i, "");
        }

        ChangePage first = read(ChangePosition.beginning(), 9);
        ChangePage second = read(first.next(), 9);

        assertEquals(List.of("o1", "o2", "o3"), names(first));
        assertTrue(first.more());
        assertEquals(List.of("o4", "o5", "h1"), names(second));
        assertFalse(second.more());
    }

    @Test
    void whatWaitsInTheMiddleOfAPageComesNextAndOnce() {
        for (int i = 1; i <= 6; i++) {
            feeds.record(OBSERVATIONS, at(10 * i), "o" + i, "");
            feeds.record(HAZARDS, at(15 * i + 1), "h" + i, "");
        }

        assertEquals(List.of("o1", "h1", "o2", "o3", "h2", "o4", "h3", "o5", "o6", "h4", "h5", "h6"), readAll(9));
    }

    @Test
    void whatOneTransactionRecordedIsReadInPieces() {
        for (int i = 10; i < 40; i++) {
            feeds.record(OBSERVATIONS, at(1), "o" + i, "");
            feeds.record(HAZARDS, at(1), "h" + i, "");
        }

        List<String> all = readAll(9);

        assertEquals(60, all.size());
        assertEquals(60, new HashSet<>(all).size());
    }

    @Test
    void whatIsRecordedBetweenTwoQuestionsIsNotLeftBehind() {
        feeds.record(OBSERVATIONS, at(5), "o1", "");
        boolean[] happened = new boolean[1];
        int[] humanitarian = new int[1];
        feeds.beforeEachAnswer(() -> {
            // The hazard is recorded after its feed was read and before the observation that comes after it.
            if (++humanitarian[0] == 3 && !happened[0]) {
                happened[0] = true;
                feeds.record(HAZARDS, at(6), "h1", "");
                feeds.record(OBSERVATIONS, at(7), "o2", "");
            }
        });

        List<String> all = new ArrayList<>();
        ChangePosition position = ChangePosition.beginning();
        for (int i = 0; i < 4; i++) {
            ChangePage page = reader.read(position, EnumSet.of(OBSERVATIONS, HAZARDS), 30, Optional.empty());
            all.addAll(names(page));
            position = page.next();
        }

        assertEquals(List.of("o1", "h1", "o2"), all);
    }

    @Test
    void aServiceThatIsDownLosesNothing() {
        feeds.record(INCIDENTS, at(1), "i1", "");
        feeds.record(OBSERVATIONS, at(1), "o1", "");
        ChangePage first = read(ChangePosition.beginning(), 30);
        feeds.record(INCIDENTS, at(2), "i2", "");
        feeds.record(HAZARDS, at(2), "h1", "");
        feeds.down(Peer.HUMANITARIAN);

        ChangePage second = read(first.next(), 30);
        feeds.record(INCIDENTS, at(3), "i3", "");
        feeds.up(Peer.HUMANITARIAN);
        ChangePage third = read(second.next(), 30);

        assertEquals(List.of("i2"), names(second));
        assertEquals(
                Map.of(Peer.HUMANITARIAN, "humanitarian-service sent an answer that cannot be read"), second.missing());
        assertEquals(first.next().place(OBSERVATIONS), second.next().place(OBSERVATIONS));
        assertEquals(first.next().place(HAZARDS), second.next().place(HAZARDS));
        assertEquals(List.of("h1", "i3"), names(third));
        assertEquals(Map.of(), third.missing());
    }

    @Test
    void aFeedThatIsNotAskedForStaysWhereItWas() {
        feeds.record(INCIDENTS, at(1), "i1", "");
        feeds.record(HAZARDS, at(2), "h1", "");

        ChangePage some = reader.read(ChangePosition.beginning(), EnumSet.of(INCIDENTS), 30, Optional.empty());

        assertEquals(List.of("i1"), names(some));
        assertEquals(List.of("h1"), names(read(some.next(), 30)));
    }

    @Test
    void theServicesAreToldWhoAsks() {
        reader.read(ChangePosition.beginning(), ChangeFeed.all(), 30, Optional.of("token"));

        assertEquals(List.of(Optional.of("token"), Optional.of("token"), Optional.of("token")), feeds.tokens());
    }

    @Test
    void readAgainAPageHasWhatIsLeftOfItAndNothingBehindIt() {
        feeds.record(INCIDENTS, at(1), "i1", "before");
        feeds.record(OBSERVATIONS, at(2), "o1", "");
        feeds.record(OBSERVATIONS, at(3), "o2", "");
        feeds.record(HAZARDS, at(9), "h1", "");
        ChangePage first = read(ChangePosition.beginning(), 9);
        assertEquals(List.of("i1", "o1", "o2", "h1"), names(first));
        feeds.record(INCIDENTS, at(11), "i1", "after");
        for (int i = 0; i < 5; i++) {
            feeds.record(OBSERVATIONS, at(20 + i), "later" + i, "");
        }

        ChangePage again =
                reader.again(ChangePosition.beginning(), ChangeFeed.all(), 9, first.upTo(), Optional.empty());

        assertEquals(List.of("o1", "o2", "h1"), names(again));
    }

    /** Writers, readers and a service that comes and goes, in an order that a number decides. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whateverHappensNothingIsLostDoubledOrOutOfOrder(long seed) {
        Random random = new Random(seed);
        Map<Peer, Integer> clocks = new EnumMap<>(Peer.class);
        Map<String, Instant> last = new HashMap<>();
        int[] left = {400};
        feeds.beforeEachAnswer(() -> {
            if (left[0] > 0 && random.nextInt(3) > 0) {
                left[0]--;
                // A transaction has an instant of its own, and all that it records at once.
                Peer peer = Peer.values()[random.nextInt(2)];
                Instant now = at(clocks.merge(peer, 1, Integer::sum));
                for (int records = 1 + random.nextInt(4); records > 0; records--) {
                    ChangeFeed feed = ChangeFeed.values()[random.nextInt(3)];
                    String id = feed.label() + random.nextInt(40);
                    if (feed.peer() == peer) {
                        last.put(id, now);
                        feeds.record(feed, now, id, "");
                    }
                }
            }
            if (random.nextInt(20) == 0) {
                Peer peer = Peer.values()[random.nextInt(2)];
                feeds.down(peer);
            }
            if (random.nextInt(4) == 0) {
                feeds.up(Peer.INCIDENT);
                feeds.up(Peer.HUMANITARIAN);
            }
        });
        Map<String, Instant> copy = new HashMap<>();
        Map<Peer, Instant> reached = new EnumMap<>(Peer.class);
        Set<String> seen = new HashSet<>();
        ChangePosition position = ChangePosition.beginning();
        boolean end = false;
        for (int turn = 0; !end; turn++) {
            assertTrue(turn < 10_000, "The end is never reached");
            boolean quiet = left[0] == 0;
            if (quiet) {
                feeds.beforeEachAnswer(() -> {});
                feeds.up(Peer.INCIDENT);
                feeds.up(Peer.HUMANITARIAN);
            }
            ChangePage page = read(position, 3 + random.nextInt(20));
            for (ChangeEntry entry : page.entries()) {
                Instant before = reached.getOrDefault(entry.feed().peer(), Instant.MIN);
                assertFalse(entry.recordedAt().isBefore(before), entry + " comes after " + before);
                reached.put(entry.feed().peer(), entry.recordedAt());
                assertTrue(seen.add(entry.identity()), entry + " comes twice");
                copy.put(name(entry), entry.recordedAt());
            }
            position = page.next();
            end = quiet && page.isTheEnd() && page.entries().isEmpty();
        }
        assertEquals(last, copy);
    }

    private List<String> readAll(int limit) {
        List<String> all = new ArrayList<>();
        ChangePosition position = ChangePosition.beginning();
        ChangePage page;
        do {
            page = read(position, limit);
            all.addAll(names(page));
            position = page.next();
        } while (page.more());
        return all;
    }

    private ChangePage read(ChangePosition from, int limit) {
        return reader.read(from, ChangeFeed.all(), limit, Optional.empty());
    }

    private static List<String> names(ChangePage page) {
        return page.entries().stream().map(ChangeReaderTest::name).toList();
    }

    private static String name(ChangeEntry entry) {
        return entry.body().path(entry.feed() == HAZARDS ? "code" : "id").asText();
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
