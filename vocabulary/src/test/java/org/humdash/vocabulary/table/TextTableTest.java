package org.humdash.vocabulary.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;
import org.humdash.vocabulary.table.Tables.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {

    private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void separatorIsFoundThoughTheOthersStandInCells(String separator) {
        String text = String.join(separator, "id", "place", "notes") + "\n"
                + String.join(separator, "1", "Rafah", "\"two; three, four|five\tsix\"") + "\n"
                + String.join(separator, "2", "Gaza", "\"line one\nline two\"") + "\n";
        Read read = Tables.read(text);
        assertEquals(separator.charAt(0), read.separator());
        assertEquals(List.of("id", "place", "notes"), read.columns());
        assertEquals(
                List.of("2: 1 | Rafah | two; three, four|five\tsix", "3: 2 | Gaza | line one\nline two"), read.rows());
    }

    @Test
    void decimalCommasDoNotMakeASemicolonFileOneOfCommas() {
        Read read = Tables.read("id;lat;lon\nA;31,4;34,3\nB;31,5;34,4\n");
        assertEquals(';', read.separator());
        assertEquals(List.of("2: A | 31,4 | 34,3", "3: B | 31,5 | 34,4"), read.rows());
    }

    @Test
    void singleColumnIsATableToo() {
        Read read = Tables.read("place\nRafah\nGaza\n");
        assertEquals(',', read.separator());
        assertEquals(List.of("2: Rafah", "3: Gaza"), read.rows());
    }

    @Test
    void separatorThatIsToldIsTaken() {
        Read read = Tables.read("[a:b\n1:2\n".getBytes(UTF_8), new TableOptions(null, ':', null));
        assertEquals(List.of("[a", "b"), read.columns());
        assertEquals(List.of("2: 1 | 2"), read.rows());
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256"})
    void arabicIsReadFromEveryEncodingItIsWrittenIn(Charset charset) {
        String text = "المرجع,المكان\r\nأ-1,مدينة غزة\r\nأ-2,خان يونس\r\n";
        Read read = Tables.read(text.getBytes(charset));
        assertEquals(charset, read.encoding());
        assertEquals(List.of("المرجع", "المكان"), read.columns());
        assertEquals(List.of("2: أ-1 | مدينة غزة", "3: أ-2 | خان يونس"), read.rows());
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarkIsNoPartOfTheFirstName(Charset charset) {
        Read read = Tables.read("\uFEFFid,place\n1,غزة\n".getBytes(charset));
        assertEquals(charset, read.encoding());
        assertEquals(List.of("id", "place"), read.columns());
    }

    @Test
    void westernTextIsReadThoughItsFirstAccentIsInItsLastRow() {
        String text = "id,notes\n" + "1,plain\n".repeat(100_000) + "2,blessés à Gaza – “trêve”\n";
        Read read = Tables.read(text.getBytes(WINDOWS_1252));
        assertEquals(WINDOWS_1252, read.encoding());
        assertEquals("100002: 2 | blessés à Gaza – “trêve”", read.rows().getLast());
    }

    @Test
    void bytesTheWesternCodePageLacksMakeItLatin1AndTheCellAProblem() {
        Read read = Tables.read("id,notes\n1,bless\u00E9s \u0081\n".getBytes(ISO_8859_1));
        assertEquals(ISO_8859_1, read.encoding());
        assertEquals(
                List.of(new RowProblem(
                        2, "notes", "CONTROL_CHARACTER", "There is an invisible control character in \"blessés ?\"")),
                read.problems());
    }

    @Test
    void damagedByteInAUtf8TextIsToldByItsRowAndNotReadAsSomethingElse() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("id,place\n" + "1,غزة\n".repeat(50_000) + "2,").getBytes(UTF_8));
        bytes.write(0xE9);
        bytes.writeBytes("\n".getBytes(UTF_8));
        TableException e = Tables.refusal(bytes.toByteArray());
        assertEquals(Code.WRONG_ENCODING, e.code());
        assertEquals(50_002, e.row());
        assertEquals(
                "Row 50002: This is not UTF-8 text here, as it is elsewhere; say which encoding it is in, or save the file"
                        + " anew as UTF-8",
                e.getMessage());
    }

    @Test
    void encodingThatIsToldIsTakenOrRefused() {
        byte[] text = "id,place\n1,غزة\n".getBytes(WINDOWS_1256);
        assertEquals(
                List.of("2: 1 | غزة"),
                Tables.read(text, new TableOptions(WINDOWS_1256, null, null)).rows());
        TableException e =
                assertThrows(TableException.class, () -> Tables.read(text, new TableOptions(UTF_8, null, null)));
        assertEquals(Code.WRONG_ENCODING, e.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,place\n1,\0\0\0\n2,x\n", "id,place\n1,a\0\n2,x\n", "id,place\n1,\0b\n2,x\n"})
    void zerosOutsideUtf16AreRefused(String text) {
        assertEquals(Code.WRONG_ENCODING, Tables.refusal(text).code());
    }

    @Test
    void tagsAreFoundBelowSeveralRowsOfHeadersAndSomeColumnsNeedNone() {
        Read read = Tables.read("Incidents of the week,,,\n,,,\nWhere,When,,\nPlace,Day,Seen by,Killed\n"
                + "#Loc +NAME,#date+occurred,,# affected + killed\nRafah,2025-11-01,x,3\n");
        assertEquals(List.of("Place", "Day", "Seen by", "Killed"), read.columns());
        assertEquals(List.of("#loc+name", "#date+occurred", "", "#affected+killed"), read.tags());
        assertEquals(List.of("6: Rafah | 2025-11-01 | x | 3"), read.rows());
    }

    @Test
    void tagsWithoutAHeaderNameTheColumns() {
        Read read = Tables.read("#loc+name,#affected+killed\nRafah,3\n");
        assertEquals(List.of("#loc+name", "#affected+killed"), read.columns());
        assertEquals(List.of("2: Rafah | 3"), read.rows());
    }

    @Test
    void tagsInRow25AreFoundAndThoseInRow26AreData() {
        String title = "Title of a sheet,\n";
        String table = "Place,Killed\n#loc+name,#affected+killed\nRafah,3\n";
        assertEquals(
                List.of("#loc+name", "#affected+killed"),
                Tables.read(title.repeat(23) + table).tags());
        assertEquals(List.of("", ""), Tables.read(title.repeat(24) + table).tags());
    }

    @Test
    void titleAboveTheHeaderIsPassedOver() {
        Read read = Tables.read("Incidents of the week,,\n\nid,place,killed\n1,Rafah,\n2,Gaza,1\n");
        assertEquals(List.of("id", "place", "killed"), read.columns());
        assertEquals(List.of("4: 1 | Rafah | ∅", "5: 2 | Gaza | 1"), read.rows());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Date,Killed,,Place\\n,Men,Women,\\n2025-11-01,1,2,Rafah~ Date|Killed Men|Killed Women|Place~ 3: 2025-11-01 | 1 | 2 | Rafah",
                "Week 45,,,\\nDate,Killed,,Place\\n,Men,Women,\\n2025-11-01,1,2,Rafah~ Date|Killed Men|Killed Women|Place~ 4: 2025-11-01 | 1 | 2 | Rafah",
                // Rows of data, though a name is missing.
                "Date,Killed,,Place\\n,1,2,\\n2025-11-01,1,2,Rafah~ Date|Killed|(column 3)|Place~ 2: ∅ | 1 | 2 | ∅",
                "Place,Kind,,Note\\nRafah,a,b,\\nGaza,c,d,e~ Place|Kind|(column 3)|Note~ 2: Rafah | a | b | ∅"
            })
    void namesInTwoRowsAreJoinedSoThatAPartDoesNotPassForTheWhole(String text, String columns, String first) {
        Read read = Tables.read(text.replace("\\n", "\n") + "\n");
        assertEquals(List.of(columns.split("\\|")), read.columns());
        assertEquals(first, read.rows().getFirst());
    }

    @Test
    void columnsOfOneNameAreKeptApartAndThoseWithoutOneAreNumbered() {
        Read read = Tables.read("id,Killed,killed,,KILLED\n1,2,3,4,5\n");
        assertEquals(List.of("id", "Killed", "killed (2)", "(column 4)", "KILLED (3)"), read.columns());
        assertEquals(List.of("2: 1 | 2 | 3 | 4 | 5"), read.rows());
    }

    @Test
    void columnTheHeaderForgotIsReadWhereEveryRowHasIt() {
        Read read = Tables.read("id,place\n1,Rafah,x\n2,Gaza,\n");
        assertEquals(List.of("id", "place", "(column 3)"), read.columns());
        assertEquals(List.of("2: 1 | Rafah | x", "3: 2 | Gaza | ∅"), read.rows());
    }

    @Test
    void rowOfTooManyOrTooFewCellsIsAProblemButForEmptyOnesAtItsEnd() {
        Read read = Tables.read("id,place,killed\n1,Rafah,2\n2,Rafah,2,9\n3,Rafah\n4,Rafah,2,,\n");
        assertEquals(List.of("2: 1 | Rafah | 2", "3: ∅ | ∅ | ∅", "4: ∅ | ∅ | ∅", "5: 4 | Rafah | 2"), read.rows());
        assertEquals(
                List.of(
                        new RowProblem(3, null, "WRONG_CELL_COUNT", "There are 3 columns, and this row has 4 cells"),
                        new RowProblem(4, null, "WRONG_CELL_COUNT", "There are 3 columns, and this row has 2 cells")),
                read.problems());
    }

    @Test
    void rowsAreNumberedAsASpreadsheetDoes() {
        Read read = Tables.read("\nid,notes\n1,\"two\nlines\"\n\n,\n2,x\n");
        assertEquals(List.of("3: 1 | two\nlines", "6: 2 | x"), read.rows());
    }

    @Test
    void cellThatTurnsLettersAroundIsAProblemOfThatCellAlone() {
        Read read = Tables.read("id,place\n1,a\u202Eb\n");
        assertEquals(List.of("2: 1 | ∅"), read.rows());
        assertEquals(
                List.of(new RowProblem(
                        2, "place", "CONTROL_CHARACTER", "There is an invisible control character in \"a?b\"")),
                read.problems());
    }

    @Test
    void cellThatIsTooLongIsAProblemOfThatCellAlone() {
        Read read = Tables.read("id,place\n1," + "x".repeat(10_001) + "\n2," + "y".repeat(10_000) + "\n");
        assertEquals(List.of("2: 1 | ∅", "3: 2 | " + "y".repeat(10_000)), read.rows());
        assertEquals(List.of(new RowProblem(2, "place", "TOO_LONG", "At most 10000 characters")), read.problems());
    }

    @Test
    void apostropheThatKeepsASpreadsheetFromRunningACellIsNoPartOfIt() {
        Read read = Tables.read("id,notes\n1,'=1+1\n2,'t Hart\n3,''-x\n");
        assertEquals(List.of("2: 1 | =1+1", "3: 2 | 't Hart", "4: 3 | '-x"), read.rows());
    }

    @Test
    void lineThatTellsSpreadsheetsTheSeparatorIsPassedOver() {
        Read read = Tables.read("sep=;\nid;place;notes\n1;Rafah;x\n");
        assertEquals(';', read.separator());
        assertEquals(List.of("id", "place", "notes"), read.columns());
        assertEquals(List.of("3: 1 | Rafah | x"), read.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n", ",,\n , \n", "   "})
    void fileWithNothingInItIsRefused(String text) {
        TableException e = Tables.refusal(text);
        assertEquals(Code.EMPTY_FILE, e.code());
        assertNull(e.row());
    }

    @Test
    void headerAloneIsATableWithoutRows() {
        Read read = Tables.read("id,place\n");
        assertEquals(List.of("id", "place"), read.columns());
        assertEquals(List.of(), read.rows());
    }

    @ParameterizedTest
    @CsvSource({
        "'<html><table><tr><td>1</td></tr></table>', XML or a web page",
        "'%PDF-1.7 x', a PDF",
        "'SQLite format 3 x', a database",
        "'PAR1 x', a Parquet file",
        "'BZh91AY&SYx', is compressed"
    })
    void otherFormsAreRefusedByName(String text, String named) {
        TableException e = Tables.refusal(text);
        assertEquals(Code.UNKNOWN_FORM, e.code());
        assertTrue(e.getMessage().contains(named), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "1F8B0800, is compressed",
        "FD377A585A0000, is compressed",
        "28B52FFD0400, is compressed",
        "FFFE000069000000, UTF-32",
        "0000FEFF00000069, UTF-32"
    })
    void otherBytesAreRefusedByName(String bytes, String named) {
        TableException e = Tables.refusal(HexFormat.of().parseHex(bytes));
        assertEquals(Code.UNKNOWN_FORM, e.code());
        assertTrue(e.getMessage().contains(named), e.getMessage());
    }
}
