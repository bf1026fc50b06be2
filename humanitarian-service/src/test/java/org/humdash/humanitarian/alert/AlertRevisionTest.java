package org.humdash.humanitarian.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.UUID;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Sensitivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRevisionTest {

    private static final UUID SAME = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);

    @ParameterizedTest
    @CsvSource({"Public, , LOW", "Restricted, , HIGH", "Private, , HIGH", "Private, LOW, LOW", "Public, SEVERE, SEVERE"
    })
    void aNewAlertIsAsSensitiveAsItsScopeMeansUnlessItIsSaid(String scope, Sensitivity asked, Sensitivity expected) {
        AlertRevision first = AlertRevision.first(message(scope), SAME, asked);
        assertEquals(expected, first.sensitivity());
        assertEquals(1, first.number());
        assertEquals(RevisionReason.NEW, first.reason());
        assertEquals(HazardLink.GLIDE, first.hazardLink());
    }

    @Test
    void theSameMessageIsNoRevisionWhateverWasDecidedAboutIt() {
        assertNull(AlertRevision.next(known(RevisionReason.NEW, Sensitivity.LOW), message("Public"), SAME, null));
        assertNull(AlertRevision.next(
                known(RevisionReason.RECLASSIFICATION, Sensitivity.SEVERE), message("Public"), SAME, null));
        // Whoever lowered what was restricted is not overruled by the same file.
        assertNull(AlertRevision.next(
                known(RevisionReason.RECLASSIFICATION, Sensitivity.LOW), message("Private"), SAME, null));
        assertNull(
                AlertRevision.next(known(RevisionReason.RETRACTION, Sensitivity.LOW), message("Public"), SAME, null));
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, LOW, Public, false, , UPDATE, LOW",
        "NEW, HIGH, Public, false, , UPDATE, HIGH",
        "NEW, LOW, Private, false, , UPDATE, HIGH",
        "NEW, HIGH, Private, false, LOW, UPDATE, LOW",
        "NEW, LOW, Public, true, HIGH, RECLASSIFICATION, HIGH",
        "RETRACTION, LOW, Public, false, , UPDATE, LOW",
        "RETRACTION, LOW, Public, true, HIGH, RETRACTION, HIGH"
    })
    void aMessageThatSaysSomethingElseIsTheNextRevision(
            RevisionReason before,
            Sensitivity had,
            String scope,
            boolean isSame,
            Sensitivity asked,
            RevisionReason reason,
            Sensitivity sensitivity) {
        AlertRevision next = AlertRevision.next(known(before, had), message(scope), isSame ? SAME : OTHER, asked);
        assertNotNull(next);
        assertEquals(new UUID(9, 9), next.id());
        assertEquals(4, next.number());
        assertEquals(reason, next.reason());
        assertEquals(sensitivity, next.sensitivity());
        // What was decided by hand is not undone by the sender.
        assertEquals("STORM-BY-HAND", next.hazard());
        assertEquals(HazardLink.BY_HAND, next.hazardLink());
    }

    private static KnownAlert known(RevisionReason reason, Sensitivity sensitivity) {
        return new KnownAlert(7, new UUID(9, 9), 3, reason, sensitivity, HazardLink.BY_HAND, "STORM-BY-HAND", SAME);
    }

    private static AlertMessage message(String scope) {
        return Alerts.read(Alerts.cap("met@example.org", "a-1", "").replace("<scope>Public", "<scope>" + scope))
                .messages()
                .getFirst();
    }
}
