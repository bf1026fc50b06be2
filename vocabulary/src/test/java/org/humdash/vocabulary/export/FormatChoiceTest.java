package org.humdash.vocabulary.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.humdash.vocabulary.export.UnsupportedFormatException.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatChoiceTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final FormatChoice all = new FormatChoice(List.of(ExportFormat.values()));
    private final FormatChoice few = new FormatChoice(List.of(ExportFormat.JSON, ExportFormat.CSV));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json | JSON
            text/csv | CSV
            TEXT/CSV; charset=utf-8 | CSV
            application/geo+json | GEOJSON
            application/x-ndjson | NDJSON
            application/vnd.openxmlformats-officedocument.spreadsheetml.sheet | XLSX
            text/* | CSV
            */* | JSON
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | JSON
            application/json;q=0.5, text/csv | CSV
            text/csv;q=0.5, application/json | JSON
            text/csv, application/json | CSV
            */*, text/csv | CSV
            */*;q=1, application/json;q=0 | CSV
            application/*, application/json;q=0.1 | XLSX
            text/csv;q=7, application/json | CSV
            text/csv;q=0.1;q=0.9, application/json;q=0.5 | JSON
            """)
    void acceptHeaderChoosesByWeightThenExactness(String accept, ExportFormat format) {
        assertEquals(format, all.choose(null, accept));
        assertEquals(format, all.choose(" ", accept));
    }

    @ParameterizedTest
    @CsvSource({
        "json,JSON",
        "csv,CSV",
        "hxl,HXL",
        "xlsx,XLSX",
        "geojson,GEOJSON",
        "ndjson,NDJSON",
        "CSV,CSV",
        "' csv ',CSV"
    })
    void wordWinsOverTheAcceptHeader(String word, ExportFormat format) {
        assertEquals(format, all.choose(word, "image/png"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "''", "' '", "';q=1'", "','", "'json'", "'/'", "'*/csv'"},
            nullValues = "null")
    void headerThatSaysNothingChoosesTheFirstOnOffer(String accept) {
        assertEquals(ExportFormat.JSON, few.choose(null, accept));
    }

    @Test
    void hxlIsOnlyWhatCsvMeansWhereThereIsNoPlainCsv() {
        assertEquals(ExportFormat.HXL, new FormatChoice(List.of(ExportFormat.HXL)).choose(null, "text/csv"));
    }

    @Test
    void unknownWordIsToldWhatThereIs() {
        UnsupportedFormatException refusal =
                assertThrows(UnsupportedFormatException.class, () -> few.choose("xlsx", null));
        assertEquals(Asked.BY_NAME, refusal.asked());
        assertEquals("\"xlsx\" is not one of the formats json, csv", refusal.getMessage());
    }

    @Test
    void unknownWordIsShownShortAndWithoutControlCharacters() {
        assertEquals(
                "\"a??b" + "x".repeat(36) + "…\" is not one of the formats json, csv",
                assertThrows(
                                UnsupportedFormatException.class,
                                () -> few.choose("a\u0000\u202Eb" + "x".repeat(500), null))
                        .getMessage());
    }

    @Test
    void unknownWordIsNotCutInTheMiddleOfACharacter() {
        assertEquals(
                "\"" + "x".repeat(39) + "…\" is not one of the formats json, csv",
                assertThrows(UnsupportedFormatException.class, () -> few.choose("x".repeat(39) + "😀😀", null))
                        .getMessage());
    }

    @Test
    void headerThatNoFormatMeetsIsToldWhatThereIs() {
        UnsupportedFormatException refusal =
                assertThrows(UnsupportedFormatException.class, () -> few.choose(null, XLSX + ", text/csv;q=0"));
        assertEquals(Asked.BY_ACCEPT, refusal.asked());
        assertEquals(
                "None of the formats is acceptable; there are json (application/json), csv (text/csv),"
                        + " to be named by ?format= too",
                refusal.getMessage());
    }
}
