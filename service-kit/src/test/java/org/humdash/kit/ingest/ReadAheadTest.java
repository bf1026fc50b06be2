package org.humdash.kit.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    @Test
    void elementsComeInTheirOrderAndThenTheEnd() {
        List<Integer> read = new ArrayList<>();
        try (ReadAhead<Integer> ahead =
                ReadAhead.of(IntStream.range(0, 1_000).boxed().iterator(), 2)) {
            ahead.forEachRemaining(read::add);
            assertFalse(ahead.hasNext());
            assertThrows(NoSuchElementException.class, ahead::next);
        }
        assertEquals(IntStream.range(0, 1_000).boxed().toList(), read);
    }

    @Test
    void whatIsMadeOfTheElementsComesInTheirOrderAndSoDoesWhatFails() {
        List<String> read = new ArrayList<>();
        try (ReadAhead<String> ahead =
                ReadAhead.of(List.of(3, 1, 0).iterator(), n -> "six by " + n + ": " + 6 / n, 1)) {
            assertThrows(ArithmeticException.class, () -> ahead.forEachRemaining(read::add));
        }
        assertEquals(List.of("six by 3: 2", "six by 1: 6"), read);
    }

    @Test
    void theSourceIsReadWhileNobodyAsks() throws InterruptedException {
        Semaphore given = new Semaphore(0);
        try (ReadAhead<Integer> ahead = ReadAhead.of(told(given), 3)) {
            given.acquire(3);
            assertTrue(ahead.hasNext());
        }
    }

    @Test
    void whatTheSourceThrowsComesInTheOrderOfItsElements() {
        IllegalArgumentException failure = new IllegalArgumentException("row 3");
        Iterator<Integer> source = new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Integer next() {
                if (++given == 3) {
                    throw failure;
                }
                return given;
            }
        };
        try (ReadAhead<Integer> ahead = ReadAhead.of(source, 8)) {
            assertEquals(1, ahead.next());
            assertEquals(2, ahead.next());
            assertSame(failure, assertThrows(IllegalArgumentException.class, ahead::next));
            assertSame(failure, assertThrows(IllegalArgumentException.class, ahead::hasNext));
        }
    }

    @Test
    void whoeverClosesBeforeTheEndIsNotReadForAnyMore() {
        AtomicInteger given = new AtomicInteger();
        ReadAhead<Integer> ahead =
                ReadAhead.of(IntStream.generate(given::incrementAndGet).boxed().iterator(), 2);
        ahead.next();

        ahead.close();

        int then = given.get();
        assertTrue(then < 10, () -> then + " were read, although two were to wait");
        ahead.close();
        assertEquals(then, given.get());
    }

    private static Iterator<Integer> told(Semaphore given) {
        return IntStream.generate(() -> {
                    given.release();
                    return 1;
                })
                .boxed()
                .iterator();
    }
}
