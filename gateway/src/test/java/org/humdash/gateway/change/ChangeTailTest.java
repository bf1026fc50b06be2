package org.humdash.gateway.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.humdash.gateway.peer.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One reader for many listeners. It is woken by the tests and never by time. */
class ChangeTailTest {

    private static final Instant START = Instant.parse("2025-12-19T00:00:00Z");
    private static final long PATIENCE_SECONDS = 20;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final RecordedFeeds feeds = new RecordedFeeds();
    private final ChangeReader reader = feeds.reader(threads);
    private final ChangeTail tail = new ChangeTail(
            from -> reader.read(from, ChangeFeed.all(), 30, Optional.empty()),
            page -> Buffer.buffer(names(page)),
            threads,
            Duration.ofDays(1));

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** Keeps what it hears. */
    private static final class Ear implements ChangeTail.Listener {

        private final BlockingQueue<ChangeTail.News> heard = new LinkedBlockingQueue<>();

        @Override
        public void hear(ChangeTail.News news) {
            heard.add(news);
        }

        ChangeTail.News next() throws InterruptedException {
            ChangeTail.News news = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertTrue(news != null, "Nothing was heard");
            return news;
        }
    }

    @Test
    void allListenersHearWhatWasReadOnce() throws Exception {
        Ear one = new Ear();
        Ear other = new Ear();
        assertTrue(tail.joinAt(ChangePosition.beginning(), one));
        assertTrue(tail.joinAt(ChangePosition.beginning(), other));
        feeds.record(ChangeFeed.INCIDENTS, START, "i1", "");
        int before = feeds.asked();

        tail.wake();

        ChangeTail.News news = one.next();
        assertEquals("i1", news.event().toString());
        assertEquals(news, other.next());
        assertEquals(before + 3, feeds.asked());
    }

    @Test
    void whoeverStandsElsewhereJoinsWhereNothingIsBehindTheTail() throws Exception {
        Ear first = new Ear();
        assertTrue(tail.joinAt(ChangePosition.beginning(), first));
        feeds.record(ChangeFeed.INCIDENTS, START, "i1", "");
        Ear late = new Ear();
        ChangePosition elsewhere = ChangePosition.from(START, ChangeFeed.all());
        assertFalse(tail.joinAt(elsewhere, late));

        CompletableFuture<Void> joined = tail.joinAtNextEnd(late).orElseThrow();
        joined.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        feeds.record(ChangeFeed.INCIDENTS, START.plusSeconds(1), "i2", "");
        tail.wake();

        assertEquals("i1", first.next().event().toString());
        assertEquals("i2", first.next().event().toString());
        assertEquals("i2", late.next().event().toString());
        assertEquals(List.of(), List.copyOf(late.heard));
    }

    @Test
    void nobodyJoinsWhileAServiceIsMissing() throws Exception {
        Ear first = new Ear();
        assertTrue(tail.joinAt(ChangePosition.beginning(), first));
        feeds.down(Peer.INCIDENT);
        Ear late = new Ear();
        CompletableFuture<Void> joined = tail.joinAtNextEnd(late).orElseThrow();

        assertEquals(
                "{INCIDENT=incident-service sent an answer that cannot be read}",
                first.next().page().missing().toString());
        assertFalse(joined.isDone());

        feeds.up(Peer.INCIDENT);
        tail.wake();
        joined.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertEquals("{}", first.next().page().missing().toString());
    }

    @Test
    void aTailThatNobodyListensToEnds() throws Exception {
        Ear ear = new Ear();
        assertTrue(tail.joinAt(ChangePosition.beginning(), ear));
        tail.leave(ear);
        Ear next = new Ear();
        ChangePosition elsewhere = ChangePosition.from(START, ChangeFeed.all());
        tail.wake();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!tail.joinAt(elsewhere, next)) {
            assertTrue(System.nanoTime() < until, "The tail goes on without listeners");
            Thread.onSpinWait();
        }
        feeds.record(ChangeFeed.HAZARDS, START, "h1", "");
        tail.wake();

        assertEquals("h1", next.next().event().toString());
        assertEquals(List.of(), List.copyOf(ear.heard));
    }

    @Test
    void whoeverLeavesWhileWaitingToJoinIsToldSo() {
        Ear first = new Ear();
        assertTrue(tail.joinAt(ChangePosition.beginning(), first));
        feeds.down(Peer.INCIDENT);
        Ear late = new Ear();
        CompletableFuture<Void> joined = tail.joinAtNextEnd(late).orElseThrow();

        tail.leave(late);

        assertTrue(joined.isCancelled());
    }

    private static String names(ChangePage page) {
        return String.join(
                ",",
                page.entries().stream()
                        .map(entry -> entry.body()
                                .path(entry.feed() == ChangeFeed.HAZARDS ? "code" : "id")
                                .asText())
                        .toList());
    }
}
