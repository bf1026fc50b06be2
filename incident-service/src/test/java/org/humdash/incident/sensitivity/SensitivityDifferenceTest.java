package org.humdash.incident.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.humdash.incident.Installation;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everything that can be asked is asked twice: before records beyond the caller's clearance exist, and after. Not a byte
 * of any answer may differ, its headers included, of whatever instant is asked.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SensitivityDifferenceTest {

    @ParameterizedTest
    @CsvSource({
        "LOW, MODERATE, PUBLIC",
        "HIGH, HIGH, PUBLIC PARTNER",
        "LOW, HIGH, PUBLIC PARTNER",
        "LOW, SEVERE, PUBLIC PARTNER STAFF"
    })
    void whatIsHiddenChangesNoAnswerOfThoseItIsHiddenFrom(String begins, String level, String readers) {
        Installation at = Installation.named("DIFFER" + begins + level);
        Records records = new Records(at);
        Map<String, String> ids = records.visible();
        Reads reads = new Reads(at, ids);
        List<Reader> asking =
                List.of(readers.split(" ")).stream().map(Reader::valueOf).toList();
        Map<Reader, Map<String, String>> before = new EnumMap<>(Reader.class);
        Map<Reader, Map<String, String>> beforeNow = new EnumMap<>(Reader.class);
        Map<Reader, Set<String>> known = new EnumMap<>(Reader.class);
        for (Reader reader : asking) {
            before.put(reader, reads.all(reader));
            beforeNow.put(reader, reads.knownAt(reader, null));
            known.put(reader, new HashSet<>(before.get(reader).values()));
        }

        Records.Hidden hidden = records.hidden(begins, level);

        for (Reader reader : asking) {
            Map<String, String> after = reads.all(reader);
            if (!begins.equals(level)) {
                // Whoever took a record while it was shown is told to drop it: see the test below.
                before.get(reader).keySet().removeIf(question -> question.startsWith(Reads.FEED));
                after.keySet().removeIf(question -> question.startsWith(Reads.FEED));
            }
            assertSame(before.get(reader), after, reader + " of " + level);
            assertSame(beforeNow.get(reader), reads.knownAt(reader, null), reader + " now");
            for (String instant : Set.copyOf(hidden.instants())) {
                assertSame(beforeNow.get(reader), reads.knownAt(reader, instant), reader + " at " + instant);
            }
            hidden.ids().forEach((kind, all) -> {
                Map<String, String> nobody = Reads.aboutNobody(reader, kind);
                assertFalse(nobody.isEmpty(), kind);
                all.stream()
                        .filter(id -> known.get(reader).stream().noneMatch(answer -> answer.contains(id)))
                        .forEach(id -> assertSame(nobody, Reads.about(reader, kind, id), reader + " of " + kind));
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"HIGH, PUBLIC", "HIGH, PARTNER", "SEVERE, STAFF"})
    void theFeedSaysOfWhatWasRaisedThatItIsToBeDroppedAndNothingElse(String level, Reader reader) {
        Installation at = Installation.named("FEED" + level + reader);
        Records records = new Records(at);
        Records.Entry raised = records.incident("h-1", "").record();
        String begin =
                Reader.STAFF.request().get(Records.INCIDENTS + "/" + raised.id).path("revision.recordedAt");
        raised.sensitivity("HIGH").revise();
        if (level.equals("SEVERE")) {
            raised.sensitivity(level).revise();
        }
        List<Map<String, ?>> items =
                reader.request().queryParam("from", begin).get(Reads.FEED).path("items");
        assertEquals(1, items.size(), items.toString());
        assertEquals(
                Set.of("change", "id", "recordedAt", "reason"), items.getFirst().keySet());
        assertEquals("TOMBSTONE", items.getFirst().get("change"));
        assertEquals("WITHHELD", items.getFirst().get("reason"));
        assertEquals(raised.id, items.getFirst().get("id"));
    }

    private static void assertSame(Map<String, String> before, Map<String, String> after, String who) {
        assertTrue(before.size() > 2, who);
        Map<String, String> changed = new HashMap<>();
        before.forEach((question, answer) -> {
            if (!answer.equals(after.get(question))) {
                changed.put(question, answer + "\n --- became ---\n" + after.get(question));
            }
        });
        assertEquals(Map.of(), changed, who + ": " + changed.size() + " of " + before.size() + " answers changed");
        assertEquals(before.keySet(), after.keySet(), who);
    }
}
