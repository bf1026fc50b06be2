package org.humdash.gateway.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.humdash.gateway.GatewayConfig;
import org.humdash.gateway.peer.PeerBreakers.Use;
import org.humdash.gateway.testing.Configured;
import org.junit.jupiter.api.Test;

class PeerBreakersTest {

    private static final Consumer<PeerCall> WELL = call -> call.answered(200);

    private final MovingClock clock = new MovingClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final GatewayConfig config = Configured.with(Map.of(
            "humdash.gateway.limits.breaker.requests", "4",
            "humdash.gateway.limits.breaker.probes", "2",
            "humdash.gateway.limits.breaker.pause", "5s"));
    private final PeerBreakers breakers = new PeerBreakers(
            PeerBreakers.rules(config.limits().breaker(), Duration.ofSeconds(30))
                    .clock(clock)
                    .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                    .build(),
            Duration.ofSeconds(5),
            registry);

    @Test
    void aServiceThatFailsHalfOfTheTimeIsLeftAlone() {
        ask(WELL, PeerCall::failed, WELL);
        assertEquals(0, state(Use.ROUTE));
        ask(PeerCall::failed);

        assertTrue(breakers.begin(Peer.INCIDENT, Use.ROUTE).isEmpty());
        assertEquals(1, state(Use.ROUTE));
        assertEquals(5, breakers.retryAfterSeconds());
    }

    @Test
    void theOtherServiceAndTheOtherUseGoOn() {
        fail();

        assertTrue(breakers.begin(Peer.HUMANITARIAN, Use.ROUTE).isPresent());
        assertTrue(breakers.begin(Peer.INCIDENT, Use.SECTION).isPresent());
        assertEquals(0, state(Use.SECTION));
    }

    @Test
    void answersAreNoFailuresWhateverTheyRefuse() {
        for (int status : new int[] {400, 404, 409, 429, 500}) {
            ask(call -> call.answered(status), call -> call.answered(status));
        }
        assertTrue(breakers.begin(Peer.INCIDENT, Use.ROUTE).isPresent());
    }

    @Test
    void aServiceThatCannotDoItsWorkFailsByItsAnswer() {
        ask(
                call -> call.answered(502),
                call -> call.answered(503),
                call -> call.answered(504),
                call -> call.answered(503));

        assertTrue(breakers.begin(Peer.INCIDENT, Use.ROUTE).isEmpty());
    }

    @Test
    void afterAPauseAFewTryAndAllFollow() {
        fail();
        clock.pass(Duration.ofSeconds(6));

        PeerCall first = breakers.begin(Peer.INCIDENT, Use.ROUTE).orElseThrow();
        PeerCall second = breakers.begin(Peer.INCIDENT, Use.ROUTE).orElseThrow();
        assertTrue(breakers.begin(Peer.INCIDENT, Use.ROUTE).isEmpty());
        assertEquals(0.5, state(Use.ROUTE));

        first.answered(200);
        second.answered(404);
        assertEquals(0, state(Use.ROUTE));
        assertTrue(breakers.begin(Peer.INCIDENT, Use.ROUTE).isPresent());
    }

    @Test
    void whoTriesInVainOpensItAgain() {
        fail();
        clock.pass(Duration.ofSeconds(6));

        ask(PeerCall::failed, PeerCall::failed);

        assertTrue(breakers.begin(Peer.INCIDENT, Use.ROUTE).isEmpty());
        assertEquals(1, state(Use.ROUTE));
    }

    @Test
    void whoTriesAndGoesAwayLeavesTheTryToOthers() {
        fail();
        clock.pass(Duration.ofSeconds(6));

        for (int i = 0; i < 5; i++) {
            ask(PeerCall::abandoned);
        }

        assertTrue(breakers.begin(Peer.INCIDENT, Use.ROUTE).isPresent());
    }

    @Test
    void whatACallCameToIsSaidOnce() {
        ask(
                call -> {
                    call.answered(200);
                    call.failed();
                    call.failed();
                },
                call -> {
                    call.answered(200);
                    call.failed();
                },
                WELL,
                WELL);

        assertEquals(0, state(Use.ROUTE));
    }

    private void fail() {
        ask(PeerCall::failed, PeerCall::failed, PeerCall::failed, PeerCall::failed);
    }

    @SafeVarargs
    private void ask(Consumer<PeerCall>... outcomes) {
        for (Consumer<PeerCall> outcome : outcomes) {
            outcome.accept(breakers.begin(Peer.INCIDENT, Use.ROUTE).orElseThrow());
        }
    }

    private double state(Use use) {
        return registry.get("humdash.gateway.breaker.open")
                .tag("service", "incident-service")
                .tag("use", use.name().toLowerCase(java.util.Locale.ROOT))
                .gauge()
                .value();
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2025-12-19T18:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
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
}
