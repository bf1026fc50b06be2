package org.humdash.humanitarian.hazard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlideNumberTest {

    @Test
    void aGlideNumberTellsItsKindOfHazard() {
        assertEquals(Optional.of(new GlideNumber("ST-2025-000123-PSE", "ST")), GlideNumber.find("ST-2025-000123-PSE"));
        assertEquals(HazardType.STORM, HazardType.ofGlide("ST"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "123",
                "ZZ-2025-000123-PSE",
                "ST-2025-123-PSE",
                "ST-2125-000123-PSE",
                "ST-2025-000000-PSE",
                "st-2025-000123-pse",
                "ST-2025-000123-PS",
                "ST-2025-000123-PSE "
            })
    void whatCannotBeOneIsNone(String text) {
        assertEquals(Optional.empty(), GlideNumber.find(text));
    }
}
