package org.humdash.gateway.change;

import static org.humdash.gateway.change.StreamSlots.Answer.ALL_TAKEN;
import static org.humdash.gateway.change.StreamSlots.Answer.GRANTED;
import static org.humdash.gateway.change.StreamSlots.Answer.TOO_MANY_OF_ONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StreamSlotsTest {

    private final StreamSlots slots = new StreamSlots(3, 2);

    @Test
    void oneReaderHasNoMoreThanItsShare() {
        assertEquals(GRANTED, slots.take("one"));
        assertEquals(GRANTED, slots.take("one"));
        assertEquals(TOO_MANY_OF_ONE, slots.take("one"));
        assertEquals(GRANTED, slots.take("other"));
        assertEquals(ALL_TAKEN, slots.take("third"));
        assertEquals(TOO_MANY_OF_ONE, slots.take("one"));
        assertEquals(3, slots.taken());
    }

    @Test
    void whatIsGivenBackCanBeTaken() {
        slots.take("one");
        slots.take("one");
        slots.giveBack("one");

        assertEquals(1, slots.taken());
        assertEquals(GRANTED, slots.take("one"));
        assertEquals(TOO_MANY_OF_ONE, slots.take("one"));
    }
}
