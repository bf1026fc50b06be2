package org.humdash.humanitarian.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everything that can be asked is asked twice: before records beyond the caller's clearance exist, and after. Not a byte
 * of any answer may differ, its headers included, of whatever instant is asked.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class SensitivityDifferenceTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ParameterizedTest
    @CsvSource({
        "1, LOW, MODERATE, PUBLIC, PARTNER",
        "2, HIGH, HIGH, PUBLIC PARTNER, STAFF",
        "3, LOW, HIGH, PARTNER, STAFF",
        "4, LOW, SEVERE, STAFF,"
    })
    void whatIsHiddenChangesNoAnswerOfThoseItIsHiddenFrom(
            int number, String begins, String level, String readers, Reader cleared) throws SQLException {
        Records records = Records.named(begins + level, number);
        records.visible();
        Reads reads = new Reads(records.scene());
        List<Reader> asking = Stream.of(readers.split(" ")).map(Reader::valueOf).toList();
        Map<Reader, Map<String, String>> before = new EnumMap<>(Reader.class);
        Map<Reader, Map<String, String>> beforeNow = new EnumMap<>(Reader.class);
        for (Reader reader : asking) {
            before.put(reader, reads.all(reader));
            beforeNow.put(reader, reads.knownAt(reader, null));
        }
        Map<String, List<String>> views = views(records.scene());
        Map<String, String> ofCleared = cleared == null ? Map.of() : reads.knownAt(cleared, null);

        Records.Hidden hidden = records.hidden(begins, level);

        for (Reader reader : asking) {
            Map<String, String> after = reads.all(reader);
            if (!begins.equals(level)) {
                // Whoever took a record while it was shown is told to drop it, which ObservationChangeResourceTest
                // holds.
                before.get(reader).keySet().removeIf(Reads.FEED.asMatchPredicate());
                after.keySet().removeIf(Reads.FEED.asMatchPredicate());
            }
            assertSame(before.get(reader), after, reader + " of " + level);
            assertSame(beforeNow.get(reader), reads.knownAt(reader, null), reader + " now");
            for (String instant : hidden.instants()) {
                assertSame(beforeNow.get(reader), reads.knownAt(reader, instant), reader + " at " + instant);
            }
            hidden.ids().forEach((kind, all) -> {
                Map<String, String> nobody = reads.aboutNobody(reader, kind);
                assertFalse(nobody.isEmpty(), kind);
                all.forEach(id -> assertSame(nobody, reads.about(reader, kind, id), reader + " of " + kind));
            });
        }
        if (cleared != null) {
            // Whoever may see the records finds them in all these answers, or the test above would prove nothing of
            // them.
            Map<String, String> seen = reads.knownAt(cleared, null);
            assertEquals(
                    List.of(),
                    telling(records.scene())
                            .filter(path -> seen.get(path).equals(ofCleared.get(path)))
                            .toList());
        }
        if (asking.contains(Reader.PARTNER)) {
            assertEquals(views, views(records.scene()));
        }
    }

    private static Stream<String> telling(Records.Scene scene) {
        String indicator = "/api/v1/indicators/" + scene.at().indicator;
        return Stream.of(
                "/api/v1/alerts",
                "/api/v1/alerts/" + scene.ids().get("alerts"),
                "/api/v1/commitments",
                "/api/v1/hazards",
                "/api/v1/hazards/" + scene.hazard("SEEN") + "/impacts",
                "/api/v1/headlines",
                "/api/v1/headlines/sum",
                indicator + "/series",
                indicator + "/series csv",
                "/api/v1/observations",
                "/api/v1/observations/findings",
                "/api/v1/unreported-days");
    }

    /** Every row of every view that is about the scene. */
    private Map<String, List<String>> views(Records.Scene scene) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String view : read("select table_name from information_schema.views where table_schema = 'reporting'")) {
            rows.put(
                    view,
                    read("select to_jsonb(v)::text from reporting." + view + " v").stream()
                            .filter(row -> row.contains(scene.name()))
                            .sorted()
                            .toList());
        }
        assertTrue(
                rows.size() > 5 && rows.values().stream().filter(List::isEmpty).count() < 4, rows.toString());
        return rows;
    }

    private List<String> read(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(database, PostgresResource.READER, PostgresResource.PASSWORD);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
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
