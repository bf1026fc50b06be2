package org.humdash.incident.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.humdash.vocabulary.access.Clearance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownPlaceTest {

    @ParameterizedTest
    @CsvSource({
        "31.50, 31.505",
        "31.509999, 31.505",
        "31.51, 31.515",
        "-0.001, -0.005",
        "-0.01, -0.005",
        "0, 0.005",
        "-90, -89.995"
    })
    void partnersSeeTheMiddleOfTheCellWhereverInItAPointLies(double degrees, double shown) {
        Place place = new Place("Clinic", "PS02", "PS0260", degrees, degrees, 1);
        ShownPlace partner = ShownPlace.of(place, Clearance.PARTNER);
        assertEquals(shown, partner.lat());
        assertEquals(shown, partner.lon());
        assertEquals(2, partner.precision());
        assertNull(partner.name());
    }

    @Test
    void thePublicSeesTheGovernorateAndNoFinerPrecision() {
        ShownPlace shown = ShownPlace.of(new Place("Clinic", "PS02", "PS0260", 31.5, 34.4, 1), Clearance.PUBLIC);
        assertEquals("PS0260", shown.adm2());
        assertNull(shown.lat());
        assertNull(shown.lon());
        assertNull(shown.name());
        assertEquals(3, shown.precision());
        assertEquals(
                4,
                ShownPlace.of(new Place(null, "PS02", null, null, null, 4), Clearance.PUBLIC)
                        .precision());
        assertNull(ShownPlace.of(Place.UNKNOWN, Clearance.PUBLIC).precision());
    }
}
