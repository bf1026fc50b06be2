package org.humdash.vocabulary.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.humdash.vocabulary.text.BilingualText;
import org.junit.jupiter.api.Test;

class AreaTest {

    private static final BilingualText NAME = new BilingualText("Rafah", "رفح");
    private static final Pcode STRIP = new Pcode("PS02");

    @Test
    void levelThatIsNotTheCodesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> area("PS0275", 1, STRIP));
    }

    @Test
    void onlyACountryHasNoParent() {
        assertEquals("PS0275", area("PS0275", 2, STRIP).pcode().value());
        assertEquals("PS", area("PS", 0, null).pcode().value());
        assertThrows(IllegalArgumentException.class, () -> area("PS0275", 2, null));
        assertThrows(IllegalArgumentException.class, () -> area("PS", 0, STRIP));
    }

    @Test
    void centroidOffTheEarthIsRefused() {
        assertEquals(new Centroid(-90, 180), new Centroid(-90, 180));
        assertThrows(IllegalArgumentException.class, () -> new Centroid(90.1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Centroid(0, -180.1));
        assertThrows(IllegalArgumentException.class, () -> new Centroid(Double.NaN, 0));
    }

    private static Area area(String pcode, int level, Pcode parent) {
        return new Area(new Pcode(pcode), level, NAME, parent, null, null, List.of());
    }
}
