package org.humdash.gateway.apikey;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.gateway.account.Role;
import org.jboss.logging.Logger;

/**
 * When the first key of each role ends, so that its owner can be given another in time. It is read from the database, so every
 * gateway says the same. Whose key it is stands in the list of keys and in no metric.
 */
@ApplicationScoped
class ApiKeyMeters {

    private static final Logger LOG = Logger.getLogger(ApiKeyMeters.class);
    private static final double MILLIS = 1_000;

    private final ApiKeyRepository keys;
    private final Clock clock;
    private final MultiGauge expiries;
    private Map<Role, Instant> shown = Map.of();

    ApiKeyMeters(ApiKeyRepository keys, Clock clock, MeterRegistry registry) {
        this.keys = keys;
        this.clock = clock;
        this.expiries = MultiGauge.builder("humdash.gateway.key.next.expiry.timestamp")
                .description("When the first API key of a role ends that holds; no sample if none of them ends")
                .baseUnit("seconds")
                .register(registry);
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        List<Row<?>> rows = new ArrayList<>();
        try {
            Map<Role, Instant> expiring = keys.nextExpiries(clock.instant());
            if (expiring.equals(shown)) {
                // Rows that are registered anew are gone for a moment.
                return;
            }
            shown = expiring;
            expiring.forEach(
                    (role, ends) -> rows.add(Row.of(Tags.of("role", role.code()), ends.toEpochMilli() / MILLIS)));
        } catch (SQLException e) {
            shown = Map.of();
            LOG.debug("When keys end could not be read", e);
        }
        expiries.register(rows, true);
    }
}
