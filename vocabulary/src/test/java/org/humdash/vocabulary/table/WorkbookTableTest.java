package org.humdash.vocabulary.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;
import org.humdash.vocabulary.table.Tables.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTableTest {

    private static final String HEADER = """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>value</t></is></c></row>""";

    @Test
    void cellsAreReadWhateverTheirType() {
        Read read = Tables.read(XlsxBuilder.workbook(HEADER + """
                <row r="3"><c r="A3"><v>7</v></c><c r="B3" t="s"><v>2</v></c><c r="C3" t="str"><f>A1</f><v>text</v></c></row>
                <row r="4"><c r="A4"><v>8.0</v></c><c r="C4" t="b"><v>1</v></c></row>
                <row><c><v>9</v></c><c s="1"/><c t="d"><v>2025-11-01</v></c></row>
                """).build());
        assertEquals(TableForm.XLSX, read.form());
        assertNull(read.encoding());
        assertEquals("Incidents", read.sheet());
        assertEquals(List.of("id", "place", "value"), read.columns());
        assertEquals(List.of("3: 7 | Gaza & Rafah\r | text", "4: 8 | ∅ | true", "5: 9 | ∅ | 2025-11-01"), read.rows());
        assertEquals(List.of(), read.problems());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 45939, 2025-10-09",
        "1, 45940.0, 2025-10-10",
        "2, 45940.5, 2025-10-10T12:00:00",
        "2, 45940.999999999, 2025-10-11",
        "2, 0.25, 06:00:00",
        "1, 59, 1900-02-28",
        "1, 61, 1900-03-01",
        "1, 2958465, 9999-12-31",
        "0, 45940, 45940",
        "3, 12, 12",
        "0, 31.433170000000001, 31.43317",
        "0, 1E3, 1000",
        "0, 1.5E-7, 0.00000015",
        "0, -0.0, 0"
    })
    void numberIsADateWhereItsFormatSaysSo(int style, String stored, String value) {
        Read read = Tables.read(XlsxBuilder.workbook(
                        HEADER + "<row r=\"2\"><c r=\"C2\" s=\"" + style + "\"><v>" + stored + "</v></c></row>")
                .build());
        assertEquals(List.of("2: ∅ | ∅ | " + value), read.rows());
        assertEquals(List.of(), read.problems());
    }

    @Test
    void datesCanCountFrom1904() {
        Read read = Tables.read(XlsxBuilder.workbook(HEADER + "<row r=\"2\"><c r=\"C2\" s=\"1\"><v>44478</v></c></row>")
                .with("xl/workbook.xml", """
                        <workbook xmlns:r="http://r"><workbookPr date1904="1"/><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>""")
                .build());
        assertEquals(List.of("2: ∅ | ∅ | 2025-10-10"), read.rows());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<c r=\"C2\" s=\"1\"><v>60</v></c>~ NOT_A_DATE~ 60 is no date, and the cell is formatted as one",
                "<c r=\"C2\" s=\"1\"><v>-3</v></c>~ NOT_A_DATE~ -3 is no date, and the cell is formatted as one",
                "<c r=\"C2\" t=\"e\"><v>#DIV/0!</v></c>~ ERROR_CELL~ The cell shows an error, #DIV/0!",
                "<c r=\"C2\"><f>A1+1</f></c>~ FORMULA_WITHOUT_VALUE~ There is a formula without its result; open the workbook,"
                        + " let it calculate, and save it"
            })
    void cellThatHoldsNoValueIsAProblemOfThatCellAlone(String cell, String code, String message) {
        Read read = Tables.read(XlsxBuilder.workbook(HEADER + "<row r=\"2\"><c r=\"A2\"><v>1</v></c>" + cell + "</row>")
                .build());
        assertEquals(List.of("2: 1 | ∅ | ∅"), read.rows());
        assertEquals(List.of(new RowProblem(2, "value", code, message)), read.problems());
    }

    @Test
    void cellOutsideTheTableIsAProblemOfItsRow() {
        Read read = Tables.read(XlsxBuilder.workbook(HEADER
                        + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"3\"><c r=\"XFD3\"><v>1</v></c></row>")
                .build());
        assertEquals(
                List.of(new RowProblem(
                        3, null, "WRONG_CELL_COUNT", "There are 3 columns, and this row has 16384 cells")),
                read.problems());
    }

    /** Each would otherwise be kept with its text, and a row may have any number of them. */
    @Test
    void errorsOutsideTheTableAreCountedAndNotKept() {
        Read read = Tables.read(XlsxBuilder.workbook(HEADER + "<row r=\"2\"><c r=\"A2\"><v>1</v></c>"
                        + "<c r=\"KX2\" t=\"e\"><v>#N/A</v></c><c t=\"e\"><v>#N/A</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\"><v>1</v></c></row>")
                .build());
        assertEquals(
                List.of(new RowProblem(2, null, "WRONG_CELL_COUNT", "There are 3 columns, and this row has 311 cells")),
                read.problems());
        assertEquals(
                Code.MALFORMED_XLSX,
                Tables.refusal(XlsxBuilder.workbook("<row>" + "<c/>".repeat(16_385) + "</row>")
                                .build())
                        .code());
    }

    @Test
    void sharedTextsAreFoundByWhateverNameTheirPartHas() {
        String table = "<row><c t=\"s\"><v>0</v></c></row>";
        Read read = Tables.read(XlsxBuilder.workbook(table)
                .with("xl/_rels/workbook.xml.rels", """
                        <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
                        <Relationship Id="rId2" Type="http://x/sharedStrings" Target="texts.xml"/></Relationships>""")
                .with("xl/texts.xml", "<sst><si><t>place</t></si></sst>")
                .build());
        assertEquals(List.of("place"), read.columns());
    }

    @Test
    void hiddenAndEmptySheetsArePassedOver() {
        byte[] workbook = XlsxBuilder.workbook(HEADER)
                .with("xl/workbook.xml", """
                        <workbook xmlns:r="http://r"><sheets><sheet name="Old" state="hidden" r:id="rId1"/>
                        <sheet name="Empty" r:id="rId2"/><sheet name="Data" r:id="rId3"/></sheets></workbook>""")
                .with("xl/_rels/workbook.xml.rels", """
                        <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
                        <Relationship Id="rId2" Target="worksheets/sheet2.xml"/>
                        <Relationship Id="rId3" Target="/xl/worksheets/sheet3.xml"/></Relationships>""")
                .with("xl/worksheets/sheet2.xml", "<worksheet><sheetData/></worksheet>")
                .with(
                        "xl/worksheets/sheet3.xml",
                        "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData></worksheet>")
                .build();
        Read read = Tables.read(workbook);
        assertEquals("Data", read.sheet());
        assertEquals(List.of("x"), read.columns());
        TableException e = assertThrows(
                TableException.class, () -> Tables.read(workbook, new TableOptions(null, null, "Nothing")));
        assertEquals(Code.UNKNOWN_OPTION, e.code());
        assertEquals("There is no sheet \"Nothing\" in the workbook, but \"Empty\", \"Data\"", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"2\"/><row r=\"2\"/>",
                "<row r=\"2\"/><row r=\"1\"/>",
                "<row r=\"1048577\"/>",
                "<row r=\"99999999999\"/>",
                "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"2\"><v>1</v></c></row>",
                "<row r=\"2\"><c t=\"s\"><v>99</v></c></row>",
                "<row r=\"2\"><c t=\"s\"><v>-1</v></c></row>",
                "<row r=\"2\"><c s=\"x\"><v>1</v></c></row>",
                "<row r=\"2\"><c><v>one</v></c></row>",
                "<row r=\"2\"><c><v>1e999</v></c></row>",
                "<row r=\"2\"><c></row>"
            })
    void sheetThatContradictsItselfIsRefused(String rows) {
        assertEquals(
                Code.MALFORMED_XLSX,
                Tables.refusal(XlsxBuilder.workbook(HEADER + rows).build()).code());
    }

    @Test
    void workbookThatIsOnlyHalfThereIsRefused() {
        byte[] workbook = XlsxBuilder.workbook(HEADER).build();
        assertEquals(
                Code.MALFORMED_XLSX,
                Tables.refusal(Arrays.copyOf(workbook, workbook.length / 2)).code());
    }

    @Test
    void otherZipFilesAreRefusedByName() {
        TableException e =
                Tables.refusal(new XlsxBuilder().with("data.csv", "id\n1\n").build());
        assertEquals(Code.UNKNOWN_FORM, e.code());
        assertEquals("This is a zip file but no workbook. Send the table itself", e.getMessage());
    }

    @Test
    void otherDocumentsAreRefusedByName() {
        TableException e =
                Tables.refusal(new XlsxBuilder().with("_rels/.rels", """
                        <Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>""").build());
        assertEquals(Code.UNKNOWN_FORM, e.code());
    }
}
