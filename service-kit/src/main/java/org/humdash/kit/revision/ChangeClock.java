package org.humdash.kit.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Hands out {@code recordedAt}. The row it locks puts all writers in one order until they commit, so recorded instants
 * never repeat and never run backwards, even with several replicas whose clocks differ.
 */
@ApplicationScoped
public class ChangeClock {

    private final EntityManager entityManager;
    private final Clock clock;

    ChangeClock(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /**
     * The instant under which the running transaction records its changes. Waits for a writer that came first; call it
     * as late in the transaction as possible.
     */
    @Transactional(TxType.MANDATORY)
    public Instant tick() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return (Instant) entityManager
                .createNativeQuery("""
                        update change_clock
                        set last_recorded_at = greatest(:now, last_recorded_at + interval '1 microsecond')
                        returning last_recorded_at""", Instant.class)
                .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .getSingleResult();
    }
}
