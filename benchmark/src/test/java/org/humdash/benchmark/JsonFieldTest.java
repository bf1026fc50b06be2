package org.humdash.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonFieldTest {

    @Test
    void textOfAFieldIsFoundWhereItStandsFirst() {
        assertEquals(
                Optional.of("READING"),
                JsonField.named("status").in("{\"job\":{\"status\":\"READING\",\"x\":{\"status\":\"OTHER\"}}}"));
    }

    @Test
    void nullIsNoText() {
        assertEquals(Optional.empty(), JsonField.named("nextCursor").in("{\"items\":[],\"nextCursor\":null}"));
    }
}
