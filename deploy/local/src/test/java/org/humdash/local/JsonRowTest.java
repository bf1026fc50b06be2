package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonRowTest {

    private static final StartingDataFile CEASEFIRES = file("/api/v1/ceasefires");
    private static final StartingDataFile PHASES = file("/api/v1/ceasefires/{ceasefire}/phases", "number");

    @Test
    void aColumnIsThePathOfAField() {
        JsonRow row = JsonRow.of(CEASEFIRES, cells("code", "A", "name.en", "Truce", "name.ar", "هدنة"));

        assertEquals("/api/v1/ceasefires", row.path());
        assertEquals(
                "{\"code\":\"A\",\"name\":{\"en\":\"Truce\",\"ar\":\"هدنة\"}}",
                row.body().toString());
    }

    @Test
    void aListIsSplitAtItsBars() {
        JsonRow row =
                JsonRow.of(CEASEFIRES, cells("parties[]", "One side | the other|  a third, too ", "x.of[]", "only"));

        assertEquals(
                "{\"parties\":[\"One side\",\"the other\",\"a third, too\"],\"x\":{\"of\":[\"only\"]}}",
                row.body().toString());
    }

    @Test
    void anEmptyCellIsLeftOut() {
        JsonRow row = JsonRow.of(CEASEFIRES, cells("code", "A", "name.ar", "", "parties[]", " ", "url", ""));

        assertEquals("{\"code\":\"A\"}", row.body().toString());
    }

    @Test
    void whatStandsInThePathIsNotInTheBody() {
        JsonRow row = JsonRow.of(PHASES, cells("ceasefire", "GAZA 2025/10", "number", "2", "status", "1"));

        assertEquals("/api/v1/ceasefires/GAZA%202025%2F10/phases", row.path());
        assertEquals("{\"number\":2,\"status\":\"1\"}", row.body().toString());
    }

    @Test
    void aDecimalNumberIsKeptAsItIsWritten() {
        assertEquals(
                "{\"number\":0.10}",
                JsonRow.of(PHASES, cells("ceasefire", "A", "number", " 0.10 "))
                        .body()
                        .toString());
    }

    @Test
    void aCellThatIsNoNumberIsNamed() {
        assertEquals(
                "column number: two is not a number",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> JsonRow.of(PHASES, cells("ceasefire", "A", "number", "two")))
                        .getMessage());
    }

    @Test
    void anEmptyPartOfThePathIsNamed() {
        assertEquals(
                "column ceasefire is empty",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> JsonRow.of(PHASES, cells("ceasefire", " ", "number", "1")))
                        .getMessage());
    }

    private static StartingDataFile file(String path, String... numbers) {
        return new StartingDataFile("rows.csv", path, StartingDataFile.Kind.ROWS, Set.of(numbers));
    }

    private static Map<String, String> cells(String... namesAndValues) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            cells.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return cells;
    }
}
