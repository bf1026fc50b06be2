package org.humdash.gateway.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.humdash.vocabulary.access.Clearance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountTest {

    @Test
    void eachRoleIncludesThoseBelowIt() {
        assertEquals(Set.of("partner"), new Account("a", Role.PARTNER, Clearance.PARTNER).groups());
        assertEquals(Set.of("staff"), new Account("a", Role.PARTNER, Clearance.STAFF).groups());
        assertEquals(Set.of("contributor", "staff"), new Account("a", Role.CONTRIBUTOR, Clearance.STAFF).groups());
        assertEquals(
                Set.of("contributor", "reviewer", "staff"), new Account("a", Role.REVIEWER, Clearance.STAFF).groups());
        assertEquals(
                Set.of("administrator", "contributor", "reviewer", "staff"),
                new Account("a", Role.ADMINISTRATOR, Clearance.STAFF).groups());
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTRIBUTOR", "REVIEWER", "ADMINISTRATOR"})
    void whoeverWritesSeesWhatTheyWriteOver(Role role) {
        for (Clearance less : List.of(Clearance.PUBLIC, Clearance.PARTNER)) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> new Account("a", role, less));
            assertEquals("A " + role.code() + " has to be cleared for what staff may see", refused.getMessage());
        }
    }

    @Test
    void nobodyNeedsAnAccountForWhatIsPublic() {
        assertThrows(IllegalArgumentException.class, () -> new Account("a", Role.PARTNER, Clearance.PUBLIC));
    }
}
