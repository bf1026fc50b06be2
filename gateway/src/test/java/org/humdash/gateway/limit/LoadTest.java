package org.humdash.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void noMoreBeginThanMayBeUnderWay() {
        Load load = new Load(2, 2);

        assertTrue(load.begins(false));
        assertTrue(load.begins(true));
        assertFalse(load.begins(false));
        assertEquals(2, load.underWay());

        load.ended(false);
        assertTrue(load.begins(false));
    }

    @Test
    void bodiesLeaveRoomForReads() {
        Load load = new Load(3, 1);

        assertTrue(load.begins(true));
        assertFalse(load.begins(true));
        assertTrue(load.begins(false));
        assertEquals(2, load.underWay());

        load.ended(true);
        assertTrue(load.begins(true));
    }
}
