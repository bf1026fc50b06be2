package org.humdash.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatedTest {

    @Test
    void medianIsTheMiddleOrHalfWayBetweenTheTwoInTheMiddle() {
        assertEquals(2, Repeated.median(9, 2, 1));
        assertEquals(2.5, Repeated.median(9, 2, 1, 3));
    }

    @Test
    void whatIsTimedIsWarmedUpBefore() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        new Repeated(3, 5).median(runs::incrementAndGet);
        assertEquals(8, runs.get());
    }
}
