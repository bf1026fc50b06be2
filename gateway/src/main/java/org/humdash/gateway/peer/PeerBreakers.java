package org.humdash.gateway.peer;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Leaves a service alone for a moment once most of the latest requests to it failed, so that nobody waits for what will not
 * come and the service can recover. Then a few requests try whether it is back. What is composed and what is handed on is
 * judged apart, because their patience differs. Each instance of the gateway judges for itself.
 */
@ApplicationScoped
public class PeerBreakers {

    /** What a service is asked for. */
    public enum Use {
        /** A request is handed on. */
        ROUTE,
        /** A section of the situation is composed. */
        SECTION
    }

    private static final Logger LOG = Logger.getLogger(PeerBreakers.class);

    private final Map<Peer, Map<Use, CircuitBreaker>> breakers = new EnumMap<>(Peer.class);
    private final Duration pause;
    private final MeterRegistry registry;
    private final List<Gauge> gauges = new ArrayList<>();

    @Inject
    PeerBreakers(BreakerConfig config, ReadTimeoutConfig routes, MeterRegistry registry) {
        this(rules(config, routes.readTimeout()).build(), config.pause(), registry);
    }

    PeerBreakers(CircuitBreakerConfig rules, Duration pause, MeterRegistry registry) {
        this.pause = pause;
        this.registry = registry;
        for (Peer peer : Peer.values()) {
            Map<Use, CircuitBreaker> ofPeer = new EnumMap<>(Use.class);
            for (Use use : Use.values()) {
                ofPeer.put(use, breaker(peer, use, rules));
            }
            breakers.put(peer, ofPeer);
        }
    }

    /** @param patience how long it may take those who try to tell whether the service is back */
    static CircuitBreakerConfig.Builder rules(BreakerConfig config, Duration patience) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(config.requests())
                .minimumNumberOfCalls(config.requests())
                .failureRateThreshold(config.failures())
                .waitDurationInOpenState(config.pause())
                .permittedNumberOfCallsInHalfOpenState(config.probes())
                .maxWaitDurationInHalfOpenState(patience);
    }

    /** Whether the service may be asked; if so, what it came to has to be said. */
    public Optional<PeerCall> begin(Peer peer, Use use) {
        CircuitBreaker breaker = breakers.get(peer).get(use);
        return breaker.tryAcquirePermission() ? Optional.of(new PeerCall(breaker)) : Optional.empty();
    }

    /** When to ask again, in whole seconds. */
    public long retryAfterSeconds() {
        return Math.max(1, Math.ceilDiv(pause.toMillis(), 1000L));
    }

    /** The registry may outlive what is shown here, as when the program is started anew in development. */
    @PreDestroy
    void hide() {
        gauges.forEach(registry::remove);
    }

    private CircuitBreaker breaker(Peer peer, Use use, CircuitBreakerConfig rules) {
        String label = use.name().toLowerCase(Locale.ROOT);
        CircuitBreaker breaker = CircuitBreaker.of(peer.serviceName() + "-" + label, rules);
        gauges.add(Gauge.builder("humdash.gateway.breaker.open", breaker, PeerBreakers::isOpen)
                .description("1 while a service that failed is left alone, 0.5 while it is tried whether it is back")
                .tag("service", peer.serviceName())
                .tag("use", label)
                .register(registry));
        breaker.getEventPublisher().onStateTransition(event -> {
            switch (event.getStateTransition().getToState()) {
                case OPEN ->
                    LOG.warnf("%s failed too often and is left alone for a moment (%s)", peer.serviceName(), label);
                case CLOSED -> LOG.infof("%s answers again (%s)", peer.serviceName(), label);
                default -> LOG.debugf("It is tried whether %s is back (%s)", peer.serviceName(), label);
            }
        });
        return breaker;
    }

    private static double isOpen(CircuitBreaker breaker) {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> 1;
            case HALF_OPEN -> 0.5;
            default -> 0;
        };
    }
}
