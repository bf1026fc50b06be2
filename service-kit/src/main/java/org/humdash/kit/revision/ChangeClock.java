package org.humdash.kit.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/**
 * Hands out {@code recordedAt}. The row it locks puts all writers in one order until they commit, so recorded instants
 * never repeat and never run backwards. The time is the database's, read after the table was locked: {@link ReadClock}
 * then knows that who is not there yet will take a later one, also with several replicas whose clocks differ.
 */
@ApplicationScoped
public class ChangeClock {

    private final EntityManager entityManager;

    ChangeClock(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * The instant under which the running transaction records its changes. Waits for a writer that came first; call it
     * as late in the transaction as possible.
     */
    @Transactional(TxType.MANDATORY)
    public Instant tick() {
        // The key of the second lock tells readers the instant, which nobody sees in the row before the commit.
        return (Instant) entityManager.createNativeQuery("""
                        with ticked as (
                            update change_clock
                            set last_recorded_at = greatest(clock_timestamp(), last_recorded_at + interval '1 microsecond')
                            returning last_recorded_at)
                        select last_recorded_at from ticked
                        cross join lateral pg_advisory_xact_lock(
                            cast(extract(epoch from last_recorded_at) * 1000000 as bigint))""", Instant.class).getSingleResult();
    }
}
