package org.humdash.vocabulary.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to do harm. */
class HostileTableTest {

    private static final int GIGABYTE = 1 << 30;

    @Test
    void workbookThatUnpacksToAGigabyteIsRefusedOnTheWay() throws IOException {
        byte[] bomb = bomb(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>",
                "<row><c><v>1</v></c>" + " ".repeat(2000) + "</row>");
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertEquals(Code.UNSAFE_FILE, Tables.refusal(bomb).code()));
    }

    @Test
    void textWithoutEndInsideAWorkbookIsRefused() throws IOException {
        byte[] bomb = bomb("xl/sharedStrings.xml", "<sst><si><t>", "xxxxxxxxxxxxxxxxxx");
        assertEquals(Code.UNSAFE_FILE, Tables.refusal(bomb).code());
    }

    @Test
    void tagWithoutEndInsideAWorkbookIsRefused() throws IOException {
        byte[] bomb = bomb("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"", "1111111111");
        assertEquals(Code.UNSAFE_FILE, Tables.refusal(bomb).code());
    }

    @Test
    void elementsInsideElementsWithoutEndAreRefused() throws IOException {
        byte[] bomb = bomb("xl/worksheets/sheet1.xml", "<worksheet>", "<a>");
        assertEquals(Code.MALFORMED_XLSX, Tables.refusal(bomb).code());
    }

    @Test
    void workbookOfTenThousandPartsIsRefused() {
        XlsxBuilder workbook = XlsxBuilder.workbook("<row/>");
        for (int i = 0; i < 10_000; i++) {
            workbook.with("x" + i, "");
        }
        assertEquals(Code.UNSAFE_FILE, Tables.refusal(workbook.build()).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>",
                "<!DOCTYPE x [<!ENTITY c SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">"
            })
    void documentTypesAndTheirEntitiesAreRefused(String type) {
        byte[] workbook = XlsxBuilder.workbook("<row/>")
                .with("xl/sharedStrings.xml", type + "<sst><si><t>&c;</t></si></sst>")
                .build();
        assertEquals(Code.UNSAFE_FILE, Tables.refusal(workbook).code());
    }

    @Test
    void entityNobodyDeclaredIsRefused() {
        byte[] workbook = XlsxBuilder.workbook("<row><c t=\"inlineStr\"><is><t>&c;</t></is></c></row>")
                .build();
        assertThrows(TableException.class, () -> Tables.read(workbook));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":["})
    void deepJsonIsRefused(String level) {
        assertEquals(Code.UNSAFE_FILE, Tables.refusal(level.repeat(100_000)).code());
    }

    @Test
    void numberAndNameAndTextWithoutEndInJsonAreRefused() {
        assertEquals(
                Code.UNSAFE_FILE,
                Tables.refusal("[{\"a\":" + "9".repeat(1_000_000) + "}]").code());
        assertEquals(
                Code.UNSAFE_FILE,
                Tables.refusal("[{\"" + "a".repeat(1_000_000) + "\":1}]").code());
        assertEquals(
                Code.UNSAFE_FILE,
                Tables.refusal("[{\"a\":\"" + "x".repeat(2_000_000) + "\"}]").code());
    }

    @Test
    void hugeExponentStaysText() {
        assertEquals(
                List.of("1: 1e999999999"), Tables.read("[{\"a\":1e999999999}]").rows());
    }

    @Test
    void jsonOfManyDifferentNamesIsRefused() {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < 201; i++) {
            json.append(i == 0 ? "" : ",").append("{\"a").append(i).append("\":1}");
        }
        assertEquals(
                Code.TOO_MANY_COLUMNS,
                Tables.refusal(json.append("]").toString()).code());
    }

    @Test
    void tableOf300ColumnsIsRefused() {
        TableException e = Tables.refusal("x" + ",x".repeat(299) + "\n");
        assertEquals(Code.TOO_MANY_COLUMNS, e.code());
        assertEquals("Row 1: 300 columns; at most 200 are read", e.getMessage());
    }

    @Test
    void quoteThatIsNeverClosedIsToldByItsRow() {
        TableException e = Tables.refusal("id,notes\n1,x\n2,\"never closed\n" + "3,x\n".repeat(100_000));
        assertEquals(Code.CELL_TOO_LONG, e.code());
        assertEquals(3, e.row());
        assertEquals(
                Code.MALFORMED_CSV,
                Tables.refusal("id,notes\n1,x\n2,\"never closed\n").code());
    }

    @Test
    void rowsBeforeADamagedOneAreHandedOutFirst() throws IOException {
        try (TableFile file = TableFile.spool(
                        new ByteArrayInputStream("id,notes\n1,x\n2,\"never closed\n".getBytes(UTF_8)), 100);
                DetectedTable table = DetectedTable.open(file.path(), TableOptions.detect())) {
            var rows = table.iterator();
            assertEquals("1", rows.next().value(0));
            assertEquals(3, assertThrows(TableException.class, rows::hasNext).row());
        }
    }

    @Test
    void fileThatIsTooLargeIsRefusedAndLeavesNothingBehind() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        TableException e = assertThrows(
                TableException.class, () -> TableFile.spool(new ByteArrayInputStream(new byte[4097]), 4096));
        assertEquals(Code.FILE_TOO_LARGE, e.code());
        Path path;
        try (TableFile file = TableFile.spool(new ByteArrayInputStream(new byte[4096]), 4096)) {
            path = file.path();
            assertEquals(4096, file.size());
            assertEquals(folder, path.getParent());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        }
        assertFalse(Files.exists(path));
    }

    /** In a program of its own, that has less memory than a thirtieth of the line. */
    @Test
    void lineOfAGigabyteIsRefusedInSmallMemory() {
        assertEquals(
                List.of("CELL_TOO_LONG", "TOO_MANY_COLUMNS", "CELL_TOO_LONG"),
                Stream.of("x", "x,", "\"\"")
                        .map(HostileTableTest::refusalInSmallMemory)
                        .toList());
    }

    private static String refusalInSmallMemory(String piece) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx32m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            GigabyteLine.class.getName(),
                            piece)
                    .redirectErrorStream(true)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset()).strip();
            process.waitFor();
            return out;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bomb(String part, String start, String repeated) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] innocent = XlsxBuilder.workbook("<row/>").build();
        byte[] megabyte = repeated.repeat((1 << 20) / repeated.length() + 1).getBytes(UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                var parts = new ZipInputStream(new ByteArrayInputStream(innocent))) {
            for (ZipEntry entry = parts.getNextEntry(); entry != null; entry = parts.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(part)) {
                    zip.write(start.getBytes(UTF_8));
                    for (int written = 0; written < GIGABYTE / 4; written += megabyte.length) {
                        zip.write(megabyte);
                    }
                } else {
                    parts.transferTo(zip);
                }
            }
        }
        return bytes.toByteArray();
    }
}
