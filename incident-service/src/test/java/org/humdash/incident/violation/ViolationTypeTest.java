package org.humdash.incident.violation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViolationTypeTest {

    @Test
    void bombardmentContainsItsSubTypesAndASubTypeOnlyItself() {
        assertEquals(
                EnumSet.of(ViolationType.BOMBARDMENT, ViolationType.AIR_STRIKE, ViolationType.ARTILLERY_SHELLING),
                ViolationType.withSubTypes(Set.of(ViolationType.BOMBARDMENT)));
        assertEquals(
                EnumSet.of(ViolationType.AIR_STRIKE), ViolationType.withSubTypes(Set.of(ViolationType.AIR_STRIKE)));
    }
}
