package org.humdash.vocabulary.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClearanceTest {

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, true, false, false",
        "PARTNER, true, true, false",
        "STAFF, true, true, true",
    })
    void readsUpToItsOwnLevel(Clearance clearance, boolean low, boolean moderate, boolean high) {
        assertEquals(low, clearance.mayRead(Sensitivity.LOW));
        assertEquals(moderate, clearance.mayRead(Sensitivity.MODERATE));
        assertEquals(high, clearance.mayRead(Sensitivity.HIGH));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyReadsWhatIsSevere(Clearance clearance) {
        assertEquals(false, clearance.mayRead(Sensitivity.SEVERE));
        assertEquals(false, clearance.mayRead().contains(Sensitivity.SEVERE));
    }

    @ParameterizedTest
    @EnumSource
    void whatMayBeReadCannotBeWidened(Clearance clearance) {
        Set<Sensitivity> mayRead = clearance.mayRead();
        assertThrows(UnsupportedOperationException.class, () -> mayRead.add(Sensitivity.SEVERE));
    }
}
