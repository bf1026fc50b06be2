package org.humdash.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void withoutArgumentsTheUsualSizesAreMeasured() {
        assertEquals(List.of(50_000L, 1_000_000L), Arguments.of().sizes());
    }

    @Test
    void sizesAreMeasuredInTheirOrder() {
        assertEquals(
                List.of(5_000_000L, 10L), Arguments.of("--rows", "5000000,10").sizes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rows",
                "--rows 0",
                "--rows 50000001",
                "--rows 1,,2",
                "--rows many",
                "--size 5",
                "--rows 1 2",
                "--rows -1"
            })
    void anythingElseIsRefused(String words) {
        assertThrows(IllegalArgumentException.class, () -> Arguments.of(words.split(" ")));
    }
}
