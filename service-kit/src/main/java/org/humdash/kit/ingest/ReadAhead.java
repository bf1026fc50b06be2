package org.humdash.kit.ingest;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/**
 * Goes through an iterator on a thread of its own, a few elements ahead of whoever asks: reading a file and writing to
 * the database then happen at the same time. What the iterator throws is thrown where its next element would come.
 *
 * <p>Whoever is done, even before the end, closes it: after that the other thread does nothing any more.
 */
public final class ReadAhead<T> implements Iterator<T>, AutoCloseable {

    private static final Duration A_MOMENT = Duration.ofMillis(10);

    /** What the reading thread hands over: an element, or the end, by a failure or without one. */
    private record Handed<T>(T element, boolean isEnd, Throwable failure) {}

    private final BlockingQueue<Handed<T>> queue;
    private final Thread thread;
    private volatile boolean closed;
    private Handed<T> next;

    private <S> ReadAhead(Iterator<S> source, Function<? super S, ? extends T> form, int ahead) {
        this.queue = new ArrayBlockingQueue<>(ahead);
        this.thread = Thread.ofVirtual().name("read-ahead").start(() -> read(source, form));
    }

    /**
     * Begins to read.
     *
     * @param ahead how many elements may wait
     */
    public static <T> ReadAhead<T> of(Iterator<T> source, int ahead) {
        return of(source, Function.identity(), ahead);
    }

    /**
     * Begins to read.
     *
     * @param form what is made of each element, on the other thread too
     * @param ahead how many may wait
     */
    public static <S, T> ReadAhead<T> of(Iterator<S> source, Function<? super S, ? extends T> form, int ahead) {
        return new ReadAhead<>(source, form, ahead);
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = take();
        }
        switch (next.failure()) {
            case null -> {
                return !next.isEnd();
            }
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            default -> throw new IllegalStateException(next.failure());
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T element = next.element();
        next = null;
        return element;
    }

    /** Waits for the other thread to end. It is not interrupted, because it may be writing to a database just then. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            // Makes room for what it is about to hand over.
            queue.clear();
            try {
                thread.join(A_MOMENT);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Handed<T> take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the next element", e);
        }
    }

    private <S> void read(Iterator<S> source, Function<? super S, ? extends T> form) {
        Throwable failure = null;
        try {
            while (!closed && source.hasNext()) {
                queue.put(new Handed<>(form.apply(source.next()), false, null));
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            failure = e;
        }
        handEnd(failure);
    }

    private void handEnd(Throwable failure) {
        try {
            queue.put(new Handed<>(null, true, failure));
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts this thread", e);
        }
    }
}
