package org.humdash.gateway.peer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The watermark of each service, in the memory of this gateway. It is unknown until the service told it, while the service
 * does not answer, and for a moment after each write that this gateway handed on: the service hears of its own commit a little
 * later than the writer does, and whoever wrote is to read what they wrote.
 */
@ApplicationScoped
public class Watermarks {

    private final Map<Peer, State> states = new EnumMap<>(Peer.class);
    private final LongSupplier nanoTime;
    private final long doubt;

    @Inject
    Watermarks(WatermarkConfig config, MeterRegistry registry) {
        this(config.afterWrite(), System::nanoTime);
        for (Peer peer : Peer.values()) {
            Gauge.builder(
                            "humdash.gateway.watermark.known",
                            this,
                            known -> known.of(peer).map(watermark -> 1).orElse(0))
                    .description("Whether the gateway hears from a service what changes (1), or not (0)")
                    .tag("service", peer.serviceName())
                    .register(registry);
        }
    }

    Watermarks(Duration doubt, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.doubt = doubt.toNanos();
        for (Peer peer : Peer.values()) {
            states.put(peer, new State());
        }
    }

    private static final class State {
        volatile Watermark told;
        volatile long toldUntil;
        volatile boolean written;
        volatile long writtenAt;
    }

    /** Empty while it is unknown: then nothing may be said about what has not changed. */
    public Optional<Watermark> of(Peer peer) {
        State state = states.get(peer);
        Watermark told = state.told;
        if (told == null) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        boolean old = now - state.toldUntil > 0;
        boolean doubtful = state.written && now - state.writtenAt < doubt;
        return old || doubtful ? Optional.empty() : Optional.of(told);
    }

    /** A write was handed on, or its answer came. */
    public void written(Peer peer) {
        State state = states.get(peer);
        state.writtenAt = nanoTime.getAsLong();
        state.written = true;
    }

    /** @param believe how long this holds unless it is told again */
    void told(Peer peer, Watermark watermark, Duration believe) {
        State state = states.get(peer);
        state.toldUntil = nanoTime.getAsLong() + believe.toNanos();
        state.told = watermark;
    }

    void unknown(Peer peer) {
        states.get(peer).told = null;
    }
}
