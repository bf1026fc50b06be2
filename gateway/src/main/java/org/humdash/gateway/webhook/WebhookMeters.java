package org.humdash.gateway.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
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
    private final Clock clock;
    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
    private volatile DeliveryRepository.Standing standing;

    WebhookMeters(DeliveryRepository deliveries, Clock clock, MeterRegistry registry) {
        this.deliveries = deliveries;
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
    }

    void count(Outcome outcome) {
        counters.get(outcome).increment();
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        try {
            standing = deliveries.standing();
        } catch (SQLException e) {
            LOG.debug("How it stands with the webhooks could not be read", e);
            standing = null;
        }
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
