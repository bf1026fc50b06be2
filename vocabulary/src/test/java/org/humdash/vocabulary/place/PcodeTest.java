package org.humdash.vocabulary.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcodeTest {

    @Test
    void levelAndParentAreInTheCode() {
        Pcode gaza = new Pcode("PS0260");
        assertEquals(2, gaza.level());
        assertEquals(Optional.of(new Pcode("PS02")), gaza.parent());
        assertEquals(Optional.of(new Pcode("PS")), new Pcode("PS02").parent());
        assertEquals(0, new Pcode("PS").level());
        assertEquals(Optional.empty(), new Pcode("PS").parent());
        assertEquals("PS0260", gaza.toString());
    }

    @Test
    void codesSortByTheirText() {
        assertEquals(
                List.of(new Pcode("PS"), new Pcode("PS01"), new Pcode("PS0275")),
                Stream.of("PS0275", "PS", "PS01").map(Pcode::new).sorted().toList());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "P", "ps02", "PS2", "PS026", "PS02600", "PS0260\n", " PS02", "PS٠٢", "PSAB"})
    void anyOtherFormIsRefused(String value) {
        assertThrows(IllegalArgumentException.class, () -> new Pcode(value));
    }
}
