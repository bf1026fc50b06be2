package org.humdash.vocabulary.table;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;
import org.humdash.vocabulary.table.Tables.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTableTest {

    private static final List<String> ROWS = List.of("1: A | 3 | ∅", "2: B | ∅ | 2.50");

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "[{\"id\":\"A\",\"killed\":3},{\"id\":\"B\",\"killed\":null,\"x\":2.50}]~ JSON_OBJECTS",
                "{\"status\":200,\"data\":[{\"id\":\"A\",\"killed\":3},{\"id\":\"B\",\"x\":2.50}],\"more\":[]}~ JSON_OBJECTS",
                "{\"count\":2,\"messages\":[],\"tags\":[\"a\"],\"data\":[{\"id\":\"A\",\"killed\":3},{\"id\":\"B\",\"x\":2.50}]}~ JSON_OBJECTS",
                "{\"success\":true,\"result\":{\"fields\":[{\"id\":\"n\"}],\"records\":[{\"id\":\"A\",\"killed\":3},{\"id\":\"B\",\"x\":2.50}]}}~ JSON_OBJECTS",
                "{\"id\":\"A\",\"killed\":3}{\"id\":\"B\",\"x\":2.50}~ NDJSON"
            })
    void recordsAreFoundWhereverTheyStand(String json, TableForm form) {
        Read read = Tables.read(json);
        assertEquals(form, read.form());
        assertEquals(List.of("id", "killed", "x"), read.columns());
        assertEquals(ROWS, read.rows());
    }

    @Test
    void behindTheLastRecordNothingComesHoweverOftenItIsAsked() throws IOException {
        byte[] json = "{\"data\":[{\"id\":\"A\"}],\"more\":[]}".getBytes(UTF_8);
        try (TableFile file = TableFile.spool(new ByteArrayInputStream(json), 100);
                DetectedTable table = DetectedTable.open(file.path(), TableOptions.detect())) {
            Iterator<RawRow> rows = table.iterator();
            assertEquals("A", rows.next().value(0));
            assertFalse(rows.hasNext());
            assertFalse(rows.hasNext());
        }
    }

    @Test
    void objectsInsideAreTakenApartAndArraysAreOneText() {
        Read read = Tables.read(
                "[{\"id\":1,\"place\":{\"name\":\"Rafah\",\"at\":{\"lat\":31.2}},\"sources\":[\"a\",\"b\",{\"c\":1}]}]");
        assertEquals(List.of("id", "place.name", "place.at.lat", "sources"), read.columns());
        assertEquals(List.of("1: 1 | Rafah | 31.2 | a; b; 1"), read.rows());
    }

    @Test
    void fieldTwiceInARecordIsAProblem() {
        Read read = Tables.read("[{\"id\":1,\"killed\":2,\"killed\":3}]");
        assertEquals(List.of("1: 1 | ∅"), read.rows());
        assertEquals(
                List.of(new RowProblem(1, "killed", "DUPLICATE_FIELD", "The record has this field twice")),
                read.problems());
    }

    @Test
    void keysThatAreTagsAreTags() {
        Read read = Tables.read("[{\"\":\"1\",\"#loc+name\":\"Rafah\",\"#affected +killed\":3}]");
        assertEquals(List.of("(column 1)", "#loc+name", "#affected +killed"), read.columns());
        assertEquals(List.of("", "#loc+name", "#affected+killed"), read.tags());
    }

    @Test
    void arraysHaveTheirHeaderAndTagsInTheirFirstRows() {
        Read read =
                Tables.read("[[\"Place\",\"Killed\"],[\"#loc+name\",\"#affected+killed\"],[\"Rafah\",3],[\"Gaza\"]]");
        assertEquals(TableForm.JSON_ARRAYS, read.form());
        assertEquals(List.of("Place", "Killed"), read.columns());
        assertEquals(List.of("#loc+name", "#affected+killed"), read.tags());
        assertEquals(List.of("3: Rafah | 3", "4: Gaza | ∅"), read.rows());
    }

    @Test
    void onlyPointsHaveCoordinates() {
        Read read = Tables.read("""
                {"type": "FeatureCollection", "name": "x", "features": [
                  {"type": "Feature", "id": 7, "properties": {"Date": "2025/11/01", "more": {"n": 1}},
                   "geometry": {"type": "Point", "coordinates": [34.25, 31.5, 12]}},
                  {"type": "Feature", "properties": {"Date": "2025/11/02"},
                   "geometry": {"coordinates": [[[34, 31], [35, 31], [35, 32], [34, 31]]], "type": "Polygon"}},
                  {"type": "Feature", "properties": {"Date": "2025/11/03"}, "geometry": null},
                  {"type": "Feature", "properties": null, "geometry": {"type": "Point", "coordinates": []}}
                ]}
                """);
        assertEquals(TableForm.GEOJSON, read.form());
        assertEquals(List.of("id", "Date", "more.n", "longitude", "latitude", "geometry_type"), read.columns());
        assertEquals(
                List.of(
                        "1: 7 | 2025/11/01 | 1 | 34.25 | 31.5 | Point",
                        "2: ∅ | 2025/11/02 | ∅ | ∅ | ∅ | Polygon",
                        "3: ∅ | 2025/11/03 | ∅ | ∅ | ∅ | ∅",
                        "4: ∅ | ∅ | ∅ | ∅ | ∅ | Point"),
                read.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\n%s\n", "[%s,%s]", "{\"features\":[%s,%s]}"})
    void featuresAreFoundOutsideACollectionToo(String form) {
        Read read = Tables.read(form.formatted(
                "{\"type\":\"Feature\",\"properties\":{\"id\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[34,31]}}",
                "{\"type\":\"Feature\",\"properties\":{\"id\":2},\"geometry\":null}"));
        assertEquals(List.of("id", "longitude", "latitude", "geometry_type"), read.columns());
        assertEquals(List.of("1: 1 | 34 | 31 | Point", "2: 2 | ∅ | ∅ | ∅"), read.rows());
    }

    /** A web map answers so; whether its numbers x and y are degrees it says elsewhere. */
    @Test
    void featuresOfAWebMapHaveTheirAttributesRead() {
        Read read = Tables.read("{\"spatialReference\":{\"wkid\":102100},\"features\":[{\"attributes\":{\"id\":7},"
                + "\"geometry\":{\"x\":3813000.5,\"y\":3661000.25}}]}");
        assertEquals(List.of("1: 7 | ∅ | ∅ | ∅"), read.rows());
    }

    @Test
    void numbersAreReadAsProgramsWriteThem() {
        assertEquals(
                List.of("1: 120 | 0.000031 | NaN | -Infinity | 1e400"),
                Tables.read("[{\"a\":1.2e2,\"b\":3.1E-5,\"c\":NaN,\"d\":-Infinity,\"e\":1e400}]")
                        .rows());
    }

    @Test
    void whatNoDatabaseKeepsIsAProblemAndNotHandedBack() throws IOException {
        byte[] json = "[{\"a\\u0000\":\"x\\u0000\",\"b\":\"\\ud83dy\",\"c\":\"\\ude00\",\"d\":\"\\ud83d\\ude00\"}]"
                .getBytes(UTF_8);
        Read read = Tables.read(json);
        assertEquals(List.of("a\uFFFD", "b", "c", "d"), read.columns());
        assertEquals(List.of("1: ∅ | ∅ | ∅ | 😀"), read.rows());
        assertEquals(
                List.of("CONTROL_CHARACTER", "CONTROL_CHARACTER", "CONTROL_CHARACTER"),
                read.problems().stream().map(RowProblem::code).toList());
        try (TableFile file = TableFile.spool(new ByteArrayInputStream(json), 100);
                DetectedTable table = DetectedTable.open(file.path(), TableOptions.detect())) {
            assertEquals(
                    List.of("x\uFFFD", "\uFFFDy", "\uFFFD", "😀"),
                    table.iterator().next().cells());
        }
    }

    @Test
    void propertyNamedLikeACoordinateIsKeptApartFromIt() {
        Read read = Tables.read("{\"features\":[{\"properties\":{\"latitude\":1},"
                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[2,3]}}]}");
        assertEquals(List.of("latitude", "longitude", "latitude (2)", "geometry_type"), read.columns());
        assertEquals(List.of("1: 1 | 2 | 3 | Point"), read.rows());
    }

    @Test
    void encodingIsDetectedAsInAnyOtherText() {
        assertEquals(
                List.of("1: غزة"),
                Tables.read("[{\"place\":\"غزة\"}]".getBytes(UTF_16LE)).rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"features\":[]}", "{\"status\":200,\"data\":[]}", "[{}]"})
    void jsonWithoutRecordsIsRefusedAsEmpty(String json) {
        assertEquals(Code.EMPTY_FILE, Tables.refusal(json).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1,2]",
                "[{\"a\":1},2]",
                "{\"a\":1} 2",
                "[{\"a\":1}",
                "[{\"a\":1},{\"a\":}]",
                "{\"a\"",
                "[[\"a\"],{}]"
            })
    void whatIsNotATableInJsonIsRefused(String json) {
        assertEquals(Code.MALFORMED_JSON, Tables.refusal(json).code());
    }

    @Test
    void faultIsToldByItsRecordAndPlaceWithoutQuotingTheFile() {
        TableException e = Tables.refusal("[{\"a\":1},\n{\"a\":\"secret\",,}]");
        assertEquals(2, e.row());
        assertEquals("Row 2: This is not JSON in line 2, column 15", e.getMessage());
    }
}
