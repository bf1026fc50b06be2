package org.humdash.vocabulary.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook (ECMA-376) whose sheets go on where the one before is full, each with the header as its first row.
 *
 * <p>Texts are written as texts, which no spreadsheet program runs, so none is changed for that; dates and numbers are
 * real ones. What Excel cannot hold as such stays a text: a date before March 1900, a number of more than 15 digits. A
 * text longer than a cell may be is cut, and says so at its end.
 *
 * <p>Libraries for this write the time of writing into the file; the same table has to be the same bytes.
 */
final class XlsxTableWriter extends TableWriter {

    /** What fits a sheet: Excel's limit of rows, and ZIP's limit of an entry (4 GiB) with room for the last row. */
    record SheetLimit(int rows, long bytes) {

        static final SheetLimit EXCEL = new SheetLimit(1_048_576, 4_000_000_000L);
    }

    static final int LONGEST_TEXT = 32_767;

    /** Speed over size: harder compression halves the speed and saves a tenth. */
    private static final int COMPRESSION = 2;

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final long LARGEST_EXACT = 999_999_999_999_999L;
    private static final int LARGEST_PRECISION = 15;

    /** Day 0 of Excel, as seen from after the 29 February 1900 that it believes in. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final double MILLISECONDS_OF_A_DAY = 86_400_000;

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static final int BUFFER = 65_536;

    private static final String PLAIN = "\"><v>";

    /** With positions in the cell formats of {@link #STYLES}. */
    private static final String DATE = "\" s=\"1\"><v>";

    private static final String INSTANT = "\" s=\"2\"><v>";

    private static final String STYLES = XML + "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"2\">"
            + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd&quot;T&quot;hh:mm:ss&quot;Z&quot;\"/></numFmts>"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>"
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

    private final TableLayout layout;
    private final SheetLimit limit;
    private final Archive archive;
    private final Writer xml;
    private final String[] letters;
    private int sheets;
    private int row;
    private String rowNumber;
    private long sheetStart;

    XlsxTableWriter(OutputStream out, TableLayout layout, SheetLimit limit) {
        super(layout);
        this.layout = layout;
        this.limit = limit;
        archive = new Archive(out);
        xml = new BufferedWriter(new OutputStreamWriter(archive, StandardCharsets.UTF_8), BUFFER);
        letters = new String[layout.columns().size()];
        for (int column = 0; column < letters.length; column++) {
            letters[column] = letters(column);
        }
    }

    static TableWriter open(OutputStream out, TableLayout layout) throws IOException {
        return open(out, layout, SheetLimit.EXCEL);
    }

    static TableWriter open(OutputStream out, TableLayout layout, SheetLimit limit) throws IOException {
        XlsxTableWriter writer = new XlsxTableWriter(out, layout, limit);
        writer.startSheet();
        return writer;
    }

    @Override
    public void close() {
        archive.letGo();
    }

    @Override
    void writeText(int column, String text) throws IOException {
        startCell(column);
        xml.write("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        writeEscaped(Characters.shown(text.length() > LONGEST_TEXT ? cut(text) : text));
        xml.write("</t></is></c>");
    }

    @Override
    void writeNumber(int column, long number) throws IOException {
        if (Math.abs(number) > LARGEST_EXACT || number == Long.MIN_VALUE) {
            writeText(column, Long.toString(number));
            return;
        }
        writeValue(column, PLAIN, Long.toString(number));
    }

    @Override
    void writeNumber(int column, double number) throws IOException {
        writeValue(column, PLAIN, PlainNumber.of(number));
    }

    @Override
    void writeNumber(int column, BigDecimal number) throws IOException {
        BigDecimal shortest = number.stripTrailingZeros();
        if (shortest.precision() > LARGEST_PRECISION || Math.abs((long) shortest.scale()) > LARGEST_PRECISION) {
            writeText(column, shortest.toPlainString());
            return;
        }
        writeValue(column, PLAIN, PlainNumber.of(number));
    }

    @Override
    void writeDate(int column, LocalDate date) throws IOException {
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            writeText(column, date.toString());
            return;
        }
        writeValue(column, DATE, Long.toString(ChronoUnit.DAYS.between(EPOCH, date)));
    }

    /** To the millisecond: there is no more in a cell. */
    @Override
    void writeInstant(int column, Instant instant) throws IOException {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_A_DAY));
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            writeText(column, instant.toString());
            return;
        }
        long millisecond =
                Math.floorMod(instant.getEpochSecond(), SECONDS_OF_A_DAY) * 1000 + instant.getNano() / 1_000_000;
        writeValue(
                column,
                INSTANT,
                PlainNumber.of(ChronoUnit.DAYS.between(EPOCH, date) + millisecond / MILLISECONDS_OF_A_DAY));
    }

    @Override
    void writeNothing(int column) throws IOException {
        if (column == 0) {
            startRow();
        }
    }

    @Override
    void writeRowEnd() throws IOException {
        xml.write("</row>");
    }

    @Override
    void writeEnd() throws IOException {
        endSheet();
        writeParts();
        archive.finish();
        archive.flush();
    }

    private void startSheet() throws IOException {
        sheets++;
        row = 0;
        startPart("xl/worksheets/sheet" + sheets + ".xml");
        sheetStart = archive.written();
        xml.write(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                + "</sheetView></sheetViews><sheetData>");
        writeHeader();
    }

    private void writeHeader() throws IOException {
        row++;
        rowNumber = Integer.toString(row);
        xml.write("<row r=\"1\">");
        for (int column = 0; column < letters.length; column++) {
            xml.write("<c r=\"" + letters[column] + "1\" s=\"3\" t=\"inlineStr\"><is><t>"
                    + layout.columns().get(column).name() + "</t></is></c>");
        }
        xml.write("</row>");
    }

    private void endSheet() throws IOException {
        xml.write("</sheetData></worksheet>");
        endPart();
    }

    private void startRow() throws IOException {
        if (row == limit.rows() || archive.written() - sheetStart > limit.bytes()) {
            endSheet();
            startSheet();
        }
        row++;
        rowNumber = Integer.toString(row);
        xml.write("<row r=\"");
        xml.write(rowNumber);
        xml.write("\">");
    }

    private void startCell(int column) throws IOException {
        if (column == 0) {
            startRow();
        }
        xml.write("<c r=\"");
        xml.write(letters[column]);
        xml.write(rowNumber);
    }

    private void writeValue(int column, String format, String value) throws IOException {
        startCell(column);
        xml.write(format);
        xml.write(value);
        xml.write("</v></c>");
    }

    private void writeEscaped(String text) throws IOException {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            String escape = escape(text, i);
            if (escape != null) {
                xml.write(text, written, i - written);
                xml.write(escape);
                written = i + 1;
            }
        }
        xml.write(text, written, text.length() - written);
    }

    /** What stands for a character, or null where it stands for itself. */
    private static String escape(String text, int at) {
        return switch (text.charAt(at)) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            // A bare one would be read as a line feed.
            case '\r' -> "&#13;";
            case '_' -> looksLikeACharacter(text, at) ? "_x005F_" : null;
            default -> null;
        };
    }

    /** Excel reads {@code _x000D_} as the character of that number. */
    private static boolean looksLikeACharacter(String text, int at) {
        if (at + 7 > text.length() || text.charAt(at + 1) != 'x' || text.charAt(at + 6) != '_') {
            return false;
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String cut(String text) {
        String notice = " … [cut: " + text.length() + " characters]";
        int end = LONGEST_TEXT - notice.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + notice;
    }

    private void writeParts() throws IOException {
        StringBuilder types = new StringBuilder();
        StringBuilder names = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int sheet = 1; sheet <= sheets; sheet++) {
            String name = sheet == 1 ? layout.name() : layout.name() + " " + sheet;
            types.append("<Override PartName=\"/xl/worksheets/sheet" + sheet + ".xml\" ContentType=\"" + TYPE
                    + "worksheet+xml\"/>");
            names.append("<sheet name=\"" + name + "\" sheetId=\"" + sheet + "\" r:id=\"rId" + sheet + "\"/>");
            relations.append(relation(sheet, "worksheet", "worksheets/sheet" + sheet + ".xml"));
        }
        writePart("xl/styles.xml", STYLES);
        writePart(
                "xl/workbook.xml",
                XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                        + "\"><bookViews><workbookView/></bookViews><sheets>" + names + "</sheets></workbook>");
        writePart(
                "xl/_rels/workbook.xml.rels", relationships(relations + relation(sheets + 1, "styles", "styles.xml")));
        writePart("_rels/.rels", relationships(relation(1, "officeDocument", "xl/workbook.xml")));
        writePart(
                "[Content_Types].xml",
                XML + "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                        + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>" + types
                        + "</Types>");
    }

    private static String relationships(String relations) {
        return XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private void writePart(String name, String content) throws IOException {
        startPart(name);
        xml.write(content);
        endPart();
    }

    private void startPart(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        archive.putNextEntry(entry);
    }

    private void endPart() throws IOException {
        xml.flush();
        archive.closeEntry();
    }

    /** A, …, Z, AA, AB, … */
    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    /** A ZIP file that can be given up, without its end being written. */
    private static final class Archive extends ZipOutputStream {

        private long written;

        Archive(OutputStream out) {
            super(out, StandardCharsets.UTF_8);
            setLevel(COMPRESSION);
        }

        /** How many bytes went in, before compression. */
        long written() {
            return written;
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
            super.write(bytes, offset, length);
            written += length;
        }

        void letGo() {
            def.end();
        }
    }
}
