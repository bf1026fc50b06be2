package org.humdash.kit.revision;

import static org.humdash.kit.problem.ProblemType.ALREADY_EXISTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Records a thing that has a key of its own, once: said again in the same words it changes nothing. */
@ApplicationScoped
public class Recorder {

    private final EntityManager entityManager;
    private final ChangeClock changeClock;

    Recorder(EntityManager entityManager, ChangeClock changeClock) {
        this.entityManager = entityManager;
        this.changeClock = changeClock;
    }

    /** What was recorded, and whether it is new. */
    public record Recorded<E>(E entity, boolean created) {}

    /**
     * @param current looks the key up; asked only when no other writer can come between
     * @param same whether the record found says what is to be recorded
     * @param fresh makes the new record
     * @param name names the record in the 409 that answers a different record under the same key
     */
    @Transactional
    public <E extends RevisionedEntity> Recorded<E> once(
            Supplier<Optional<E>> current, Predicate<E> same, Supplier<E> fresh, String name) {
        var recordedAt = changeClock.tick();
        Optional<E> known = current.get();
        if (known.isPresent()) {
            if (!same.test(known.get())) {
                throw ALREADY_EXISTS.because(name + " is recorded already, with other details.");
            }
            return new Recorded<>(known.get(), false);
        }
        E entity = fresh.get();
        entity.begin(recordedAt, entity.sensitivity);
        entityManager.persist(entity);
        return new Recorded<>(entity, true);
    }
}
