package org.humdash.gateway.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.humdash.gateway.change.ChangePage;
import org.humdash.gateway.peer.Peer;
import org.jboss.logging.Logger;

/**
 * How it stands with the webhooks. Attempts are counted by the gateway that made them; the rest is read from the database,
 * so every gateway says the same, and it must not be added up.
 */
@ApplicationScoped
class WebhookMeters {

    private static final Logger LOG = Logger.getLogger(WebhookMeters.class);

    /** What became of an attempt. */
    enum Outcome {
        ACCEPTED,
        FAILED,
        /** It was the last one. */
        DEAD,
        /** Nothing was left to be sent: all of it has changed since, and comes later. */
        EMPTY,
        /** A service did not answer, so it was put off. */
        PUT_OFF
    }

    private final DeliveryRepository deliveries;
    private final BacklogRepository backlog;
    private final Clock clock;
    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
    private volatile DeliveryRepository.Standing standing;
    private volatile Map<Peer, Instant> unread;

    WebhookMeters(DeliveryRepository deliveries, BacklogRepository backlog, Clock clock, MeterRegistry registry) {
        this.deliveries = deliveries;
        this.backlog = backlog;
        this.clock = clock;
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("humdash.gateway.webhook.attempts")
                            .description("Attempts to send a message to an endpoint, by what became of them")
                            .tag(
                                    "outcome",
                                    outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .register(registry));
        }
        Gauge.builder("humdash.gateway.webhook.paused", () -> standing == null ? Double.NaN : standing.paused())
                .description("Webhooks to which nothing is sent, for whatever reason")
                .register(registry);
        Gauge.builder("humdash.gateway.webhook.dead", () -> standing == null ? Double.NaN : standing.dead())
                .description("Messages that no endpoint accepted and that are not tried any more")
                .register(registry);
        Gauge.builder("humdash.gateway.webhook.oldest.waiting", this::oldestWaiting)
                .description("Age of the oldest message that waits to be accepted; 0 if none does")
                .baseUnit("seconds")
                .register(registry);
        for (Peer peer : Peer.values()) {
            Gauge.builder("humdash.gateway.feed.lag", () -> lag(peer))
                    .description(
                            "Age of the first change of a service that a webhook found and did not pass on; 0 if there is none")
                    .baseUnit("seconds")
                    .tag("service", peer.serviceName())
                    .register(registry);
        }
    }

    /** A webhook read on from where it is. */
    void found(String webhook, ChangePage page) throws SQLException {
        backlog.found(webhook, page);
    }

    /** What a webhook found was accepted, and there is no more. */
    void passedOn(String webhook, ChangePage page) throws SQLException {
        backlog.passedOn(webhook, page);
    }

    void count(Outcome outcome) {
        counters.get(outcome).increment();
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        try {
            standing = deliveries.standing();
            unread = backlog.oldest();
        } catch (SQLException e) {
            LOG.debug("How it stands with the webhooks could not be read", e);
            standing = null;
            unread = null;
        }
    }

    private double lag(Peer peer) {
        Map<Peer, Instant> known = unread;
        if (known == null) {
            return Double.NaN;
        }
        Instant since = known.get(peer);
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1_000.0);
    }

    private double oldestWaiting() {
        DeliveryRepository.Standing known = standing;
        if (known == null) {
            return Double.NaN;
        }
        return known.oldestWaiting() == null
                ? 0
                : Duration.between(known.oldestWaiting(), clock.instant()).toMillis() / 1_000.0;
    }
}
