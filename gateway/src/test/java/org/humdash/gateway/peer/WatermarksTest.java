package org.humdash.gateway.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatermarksTest {

    private static final Watermark FIRST = new Watermark("7", Instant.parse("2025-12-19T17:00:00Z"));

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final Watermarks watermarks = new Watermarks(Duration.ofSeconds(1), now::get);

    @Test
    void isUnknownUntilItIsTold() {
        assertEquals(Optional.empty(), watermarks.of(Peer.INCIDENT));
    }

    @Test
    void isKnownForAsLongAsItIsBelievedAndForItsServiceAlone() {
        watermarks.told(Peer.INCIDENT, FIRST, Duration.ofSeconds(8));

        now.addAndGet(Duration.ofSeconds(8).toNanos());
        assertEquals(Optional.of(FIRST), watermarks.of(Peer.INCIDENT));
        assertEquals(Optional.empty(), watermarks.of(Peer.HUMANITARIAN));

        now.incrementAndGet();
        assertEquals(Optional.empty(), watermarks.of(Peer.INCIDENT));
    }

    @Test
    void isInDoubtForAWhileAfterAWriteToItsService() {
        watermarks.told(Peer.INCIDENT, FIRST, Duration.ofSeconds(8));
        watermarks.written(Peer.HUMANITARIAN);
        assertEquals(Optional.of(FIRST), watermarks.of(Peer.INCIDENT));

        watermarks.written(Peer.INCIDENT);
        now.addAndGet(Duration.ofSeconds(1).toNanos() - 1);
        assertEquals(Optional.empty(), watermarks.of(Peer.INCIDENT));

        now.incrementAndGet();
        assertEquals(Optional.of(FIRST), watermarks.of(Peer.INCIDENT));
    }

    @Test
    void isUnknownWhenTheServiceIsNotHeardOf() {
        watermarks.told(Peer.INCIDENT, FIRST, Duration.ofSeconds(8));
        watermarks.unknown(Peer.INCIDENT);
        assertEquals(Optional.empty(), watermarks.of(Peer.INCIDENT));
    }

    @Test
    void isReadFromALineAndFromNothingElse() {
        assertEquals(Optional.of(FIRST), Watermark.parse("7 2025-12-19T17:00:00Z"));
        assertEquals("7 2025-12-19T17:00:00Z", FIRST.line());
        assertEquals(Optional.empty(), Watermark.parse(""));
        assertEquals(Optional.empty(), Watermark.parse("7"));
        assertEquals(Optional.empty(), Watermark.parse("7 yesterday"));
        assertEquals(Optional.empty(), Watermark.parse("<html> 2025-12-19T17:00:00Z"));
    }
}
