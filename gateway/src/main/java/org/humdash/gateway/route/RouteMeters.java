package org.humdash.gateway.route;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.humdash.gateway.peer.Peer;

/** Counts what became of the requests handed on. Every series exists from the start, at zero. */
@Startup
@ApplicationScoped
class RouteMeters {

    /** How a request that was handed on ended, seen from the gateway. */
    enum Outcome {
        /** The service answered, with whatever status, and the answer was passed on whole. */
        PASSED,
        UNREACHABLE,
        TIMEOUT,
        BUSY,
        /** The service failed often and was not asked. */
        SUSPENDED,
        /** The service closed the connection in the middle. */
        BROKEN_OFF,
        /** An upload or download stood still for too long. */
        STALLED,
        /** The client sent something now and then, and too little. */
        SLOW,
        TOO_LARGE,
        /** The client went away. */
        CANCELLED
    }

    private final Map<Peer, Map<Outcome, Counter>> counters = new EnumMap<>(Peer.class);

    RouteMeters(MeterRegistry registry) {
        for (Peer peer : Peer.values()) {
            Map<Outcome, Counter> ofPeer = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                ofPeer.put(
                        outcome,
                        Counter.builder("humdash.gateway.route")
                                .description("Requests handed on to a service, by how they ended")
                                .tag("service", peer.serviceName())
                                .tag(
                                        "outcome",
                                        outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .register(registry));
            }
            counters.put(peer, ofPeer);
        }
    }

    void count(Peer peer, Outcome outcome) {
        counters.get(peer).get(outcome).increment();
    }
}
