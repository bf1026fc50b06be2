package org.humdash.kit.revision;

import static org.humdash.kit.problem.ProblemType.REVISION_REQUIRED;
import static org.humdash.kit.problem.ProblemType.REVISION_SUPERSEDED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.humdash.kit.revision.Recorder.Recorded;

/** Records what a thing that has a key of its own is from now on: its first revision, or the next one. */
@ApplicationScoped
public class Reviser {

    private final EntityManager entityManager;
    private final ChangeClock changeClock;

    Reviser(EntityManager entityManager, ChangeClock changeClock) {
        this.entityManager = entityManager;
        this.changeClock = changeClock;
    }

    /**
     * @param current looks the key up; asked only when no other writer can come between
     * @param same whether the record found says what is to be recorded: then nothing changes
     * @param fresh makes the record as it is to be
     * @param expected the number of the revision that is changed; empty for a thing that is new
     * @param name names the record in the 412 that answers a change of another revision, and in the 428
     */
    @Transactional
    public <E extends RevisionedEntity> Recorded<E> put(
            Supplier<Optional<E>> current,
            Predicate<E> same,
            Supplier<E> fresh,
            Optional<Integer> expected,
            String name) {
        Instant recordedAt = changeClock.tick();
        Optional<E> known = current.get();
        if (known.isPresent() && expected.isEmpty() && !same.test(known.get())) {
            throw REVISION_REQUIRED.because(
                    name + " is recorded already. Send its ETag as you read it in the header If-Match.");
        }
        if (expected.isPresent()
                && expected.get()
                        != known.map(entity -> entity.revision).orElse(0).intValue()) {
            throw REVISION_SUPERSEDED.because(name + " is at revision "
                    + known.map(entity -> entity.revision).orElse(0) + " by now.");
        }
        if (known.isPresent() && same.test(known.get())) {
            return new Recorded<>(known.get(), false);
        }
        E next = fresh.get();
        next.begin(recordedAt, next.sensitivity);
        known.ifPresent(entity -> {
            entity.supersededAt = recordedAt;
            // The index that allows one current revision for each key must see the old one closed first.
            entityManager.flush();
            next.id = entity.id;
            next.revision = entity.revision + 1;
            next.revisionReason = RevisionReason.UPDATE;
            next.sensitivity = entity.sensitivity;
        });
        entityManager.persist(next);
        return new Recorded<>(next, known.isEmpty());
    }
}
