package org.humdash.gateway.change;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.humdash.gateway.peer.Peer;
import org.jboss.logging.Logger;

/**
 * Reads what is new for all streams of one clearance, while there are any: however many listen, the services are asked
 * once. It lives in the memory of one gateway; each stream can go on at another one by its cursor.
 */
final class ChangeTail {

    private static final Logger LOG = Logger.getLogger(ChangeTail.class);

    /** What was just read, and the event that tells of it, which is the same for all. */
    record News(ChangePage page, Buffer event) {}

    /** Is told of news in their order, by one thread at a time. It must not wait for anything. */
    @FunctionalInterface
    interface Listener {
        void hear(News news);
    }

    private final Function<ChangePosition, ChangePage> reading;
    private final Function<ChangePage, Buffer> writing;
    private final Executor threads;
    private final Duration interval;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Set<Listener> listeners = new HashSet<>();
    private final Map<Listener, CompletableFuture<Void>> joining = new HashMap<>();
    private Map<Peer, String> missing = Map.of();
    /** Null while nobody listens. */
    private ChangePosition position;

    private boolean wake;

    ChangeTail(
            Function<ChangePosition, ChangePage> reading,
            Function<ChangePage, Buffer> writing,
            Executor threads,
            Duration interval) {
        this.reading = reading;
        this.writing = writing;
        this.threads = threads;
        this.interval = interval;
    }

    /**
     * Joins whoever stands exactly where the tail does, or is the first.
     *
     * @param own a position behind which there was nothing
     * @return whether it joined, and hears all that comes after its position
     */
    boolean joinAt(ChangePosition own, Listener listener) {
        lock.lock();
        try {
            if (position == null) {
                position = own;
                missing = Map.of();
                threads.execute(this::run);
            } else if (!position.equals(own)) {
                return false;
            }
            listeners.add(listener);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Joins whoever stands elsewhere, for two positions cannot be compared: at the next moment when nothing is behind the
     * tail. What the listener reads by itself after that moment, and hears from then on, leaves nothing out; some of it may
     * be the same.
     *
     * @return completed when it joined, cancelled if it left; empty if there is no tail any more
     */
    Optional<CompletableFuture<Void>> joinAtNextEnd(Listener listener) {
        lock.lock();
        try {
            if (position == null) {
                return Optional.empty();
            }
            CompletableFuture<Void> joined = new CompletableFuture<>();
            joining.put(listener, joined);
            wake();
            return Optional.of(joined);
        } finally {
            lock.unlock();
        }
    }

    void leave(Listener listener) {
        lock.lock();
        try {
            listeners.remove(listener);
            CompletableFuture<Void> joined = joining.remove(listener);
            if (joined != null) {
                joined.cancel(false);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Reads at once and not only at the next turn. */
    void wake() {
        lock.lock();
        try {
            wake = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        boolean more = false;
        while (true) {
            ChangePosition from = next(more);
            if (from == null) {
                return;
            }
            more = false;
            try {
                ChangePage page = reading.apply(from);
                tell(page);
                more = page.more();
            } catch (RuntimeException e) {
                LOG.warn("What changed could not be read; it is tried again", e);
            }
        }
    }

    /** Waits for the next turn; null when nobody listens any more. */
    private ChangePosition next(boolean atOnce) {
        lock.lock();
        try {
            long left = atOnce ? 0 : interval.toNanos();
            while (!wake && left > 0) {
                left = woken.awaitNanos(left);
            }
            wake = false;
            if (listeners.isEmpty() && joining.isEmpty()) {
                position = null;
            }
            return position;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            position = null;
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void tell(ChangePage page) {
        lock.lock();
        try {
            position = page.next();
            if (!page.entries().isEmpty() || !page.missing().keySet().equals(missing.keySet())) {
                missing = page.missing();
                News news = new News(page, writing.apply(page));
                listeners.forEach(listener -> listener.hear(news));
            }
            if (page.isTheEnd()) {
                joining.forEach((listener, joined) -> {
                    listeners.add(listener);
                    joined.complete(null);
                });
                joining.clear();
            }
        } finally {
            lock.unlock();
        }
    }
}
