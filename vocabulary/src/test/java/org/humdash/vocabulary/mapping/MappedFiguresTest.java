package org.humdash.vocabulary.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.vocabulary.table.TableFile;
import org.humdash.vocabulary.table.TableOptions;
import org.junit.jupiter.api.Test;

class MappedFiguresTest {

    private static final Conversions CONVERSIONS = Conversions.commonAnd();

    private static final TableMapping WIDE = new TableMapping(
            Map.of(
                    "reference", FieldMapping.of(CommonConversion.TEXT, "day"),
                    "date", FieldMapping.of(CommonConversion.FIRST_DAY, "day"),
                    "unit", FieldMapping.constant("people")),
            Map.of(
                    "DEAD", Map.of("value", FieldMapping.of(CommonConversion.COUNT, "dead")),
                    "TENTS",
                            Map.of(
                                    "value", FieldMapping.of(CommonConversion.COUNT, "tents"),
                                    "unit", FieldMapping.constant("tents"))),
            null);

    @Test
    void aRowGivesTheFiguresThatSaySomethingEachUnderItsOwnReference() throws IOException {
        assertEquals(
                List.of(
                        Map.of("reference", "2025-12-10:DEAD", "date", "2025-12-10", "unit", "people", "value", "3"),
                        Map.of("reference", "2025-12-10:TENTS", "date", "2025-12-10", "unit", "tents", "value", "0"),
                        Map.of("reference", "2025-12-12:TENTS", "date", "2025-12-12", "unit", "tents", "value", "9")),
                rows("day,dead,tents\n2025-12-10,3,0\n2025-12-11,,n/a\n2025-12-12,,9\n", WIDE).stream()
                        .map(MappedRow::cells)
                        .toList());
    }

    @Test
    void aFigureThatCannotBeReadIsRefusedAndTheOthersStand() throws IOException {
        List<MappedRow> rows = rows("day,dead,tents\n2025-12-10,many,4\n", WIDE);
        assertEquals(2, rows.size());
        assertEquals("dead", rows.get(0).problems().getFirst().column());
        assertEquals("NOT_A_NUMBER", rows.get(0).problems().getFirst().code());
        assertEquals(List.of(), rows.get(1).problems());
    }

    @Test
    void whatSaysThatThereIsNothingIsNoFigure() throws IOException {
        for (String nothing : List.of("N/A", "n.a.", "-", "..", "…", "NaN", "<NA>", "\\N", "#N/A", "غير متوفر")) {
            assertEquals(List.of(), rows("day,dead,tents\n2025-12-10," + nothing + ",\n", WIDE), nothing);
        }
        for (String unclear : List.of("none", "nil", "#REF!")) {
            assertEquals(
                    "NOT_A_NUMBER",
                    rows("day,dead,tents\n2025-12-10," + unclear + ",\n", WIDE)
                            .getFirst()
                            .problems()
                            .getFirst()
                            .code(),
                    unclear);
        }
    }

    @Test
    void theOrderOfDayAndMonthIsSoughtInAllOfTheFileWhenADateNeedsIt() throws IOException {
        String rows = "day,dead,tents\n" + "2025-12-10,3,\n".repeat(300) + "06/07/2025,4,\n";
        assertEquals(
                "AMBIGUOUS_DATE",
                rows(rows, WIDE).getLast().problems().getFirst().code());
        assertEquals(
                "2025-07-06",
                rows(rows + "13/07/2025,5,\n", WIDE).get(300).cells().get("date"));
    }

    @Test
    void whatAllFiguresNeedIsRefusedOnce() throws IOException {
        List<MappedRow> rows = rows("day,dead,tents\nsomeday,3,4\n", WIDE);
        assertEquals(1, rows.size());
        assertEquals("day", rows.getFirst().problems().getFirst().column());
    }

    @Test
    void anAreaIsTheFinestThatIsNamedAndNeverTheOneAroundAnUnknownOne() throws IOException {
        TableMapping mapping = new TableMapping(
                Map.of("area", FieldMapping.of(CommonConversion.AREA, "adm2", "adm1", "country")), null);
        assertEquals(
                List.of("PS0270", "PS02", "Nowhere", "PS"),
                rows(
                                "adm2,adm1,country\nKhan Yunis,Gaza Strip,PSE\nNot available,Gaza Strip,PSE\nNowhere,PS02,PSE\n,,PSE\n",
                                mapping)
                        .stream()
                        .map(row -> row.cells().get("area"))
                        .toList());
    }

    @Test
    void aConversionThatIsNoneIsNamed() {
        TableMapping mapping = new TableMapping(
                Map.of("a", new FieldMapping(List.of("x"), "MAGIC", null)),
                Map.of("F", Map.of("b", new FieldMapping(List.of("x"), "ALCHEMY", null))),
                null);
        assertEquals(List.of("ALCHEMY", "MAGIC"), CONVERSIONS.unknownIn(mapping));
        assertThrows(IllegalArgumentException.class, () -> rows("x\n1\n", mapping));
    }

    private static List<MappedRow> rows(String text, TableMapping mapping) throws IOException {
        try (TableFile file =
                        TableFile.spool(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1_000_000);
                MappedTable table = MappedTable.open(
                        file.path(), TableOptions.detect(), mapping, ZoneId.of("Asia/Gaza"), CONVERSIONS)) {
            List<MappedRow> rows = new ArrayList<>();
            table.forEach(rows::add);
            return rows;
        }
    }
}
