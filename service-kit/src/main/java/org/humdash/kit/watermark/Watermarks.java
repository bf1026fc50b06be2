package org.humdash.kit.watermark;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The watermark of this replica, in its memory: unknown until the database has told it, and while it cannot. */
@ApplicationScoped
class Watermarks {

    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private volatile Watermark current;

    Optional<Watermark> current() {
        return Optional.ofNullable(current);
    }

    /** @param watermark null while it is unknown */
    void set(Watermark watermark) {
        current = watermark;
        waiting.forEach(Runnable::run);
    }

    /** Runs whenever it changes, on a thread that must not be kept, until it is {@link #forget forgotten}. */
    void onChange(Runnable told) {
        waiting.add(told);
    }

    void forget(Runnable told) {
        waiting.remove(told);
    }

    int waiting() {
        return waiting.size();
    }
}
