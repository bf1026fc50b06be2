package org.humdash.vocabulary.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.humdash.vocabulary.hxl.CsvTable;
import org.humdash.vocabulary.hxl.Shown;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;

/**
 * Rows of a sheet of a workbook. A cell is what the sheet shows, but for numbers, which are written in full, and dates,
 * which are in ISO 8601. Of a formula it is the result the workbook stores.
 */
final class SheetRecords implements RecordSource {

    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;

    private final SafeXml xml;
    private final SharedStrings strings;
    private final CellStyles styles;
    private long number;

    SheetRecords(SafeXml xml, SharedStrings strings, CellStyles styles) {
        this.xml = xml;
        this.strings = strings;
        this.styles = styles;
    }

    @Override
    public RawRecord next() {
        while (xml.advance()) {
            if (xml.isStart("row")) {
                number = rowNumber();
                return row();
            }
            if (xml.isEnd("sheetData")) {
                return null;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }

    private long rowNumber() {
        String given = xml.attribute("r");
        long row = given == null ? number + 1 : wholeNumber(given);
        if (row <= number || row > LAST_ROW) {
            throw malformed("The rows of the sheet are not in their order");
        }
        return row;
    }

    private RawRecord row() {
        RowBuilder row = new RowBuilder();
        while (xml.advance() && !xml.isEnd("row")) {
            if (xml.isStart("c")) {
                cell(row);
            }
        }
        return row.build(number);
    }

    private void cell(RowBuilder row) {
        String reference = xml.attribute("r");
        int position = reference == null ? row.end : column(reference);
        if (position < row.end) {
            throw malformed("The cells of a row are not in their order");
        }
        String type = xml.attribute("t");
        int style = xml.attribute("s") == null ? -1 : wholeNumber(xml.attribute("s"));
        boolean isFormula = false;
        StringBuilder stored = new StringBuilder();
        String text = null;
        boolean isValue = false;
        while (xml.advance() && !xml.isEnd("c")) {
            if (xml.isStart("is")) {
                text = SharedStrings.richText(xml, "is");
            } else if (xml.isStart("f")) {
                isFormula = true;
            } else if (xml.isStart("v") || xml.isEnd("v")) {
                isValue = xml.isStart();
            } else if (isValue) {
                xml.appendText(stored);
            }
        }
        if (position >= LAST_COLUMN) {
            throw malformed("A cell has no place in the sheet");
        }
        row.end = position + 1;
        if (text != null) {
            row.set(position, text);
        } else {
            take(row, position, type == null ? "n" : type, style, isFormula, CellText.of(stored.toString()));
        }
    }

    private void take(RowBuilder row, int position, String type, int style, boolean isFormula, String stored) {
        if (stored.isEmpty()) {
            if (isFormula && !type.equals("str")) {
                row.fault(
                        position,
                        "FORMULA_WITHOUT_VALUE",
                        "There is a formula without its result; open the workbook, let it calculate, and save it");
            }
            return;
        }
        switch (type) {
            case "s" -> {
                String shared = strings.get(wholeNumber(stored));
                if (shared == null) {
                    throw malformed("A cell refers to a text that is not in the workbook");
                }
                row.set(position, shared);
            }
            case "b" -> row.set(position, stored.equals("1") ? "true" : "false");
            case "e" -> row.fault(position, "ERROR_CELL", "The cell shows an error, " + Shown.cut(stored));
            case "n" -> number(row, position, style, stored);
            default -> row.set(position, Escapes.resolved(stored));
        }
    }

    private void number(RowBuilder row, int position, int style, String stored) {
        String number = CellStyles.number(stored);
        if (number == null) {
            throw malformed("A number in the sheet is none");
        }
        String date = styles.isDate(style) ? styles.date(Double.parseDouble(stored)) : null;
        if (date == null && styles.isDate(style)) {
            row.fault(position, "NOT_A_DATE", number + " is no date, and the cell is formatted as one");
        } else {
            row.set(position, date == null ? number : date);
        }
    }

    private int column(String reference) {
        int column = 0;
        int i = 0;
        while (i < reference.length() && i < 4 && Character.isLetter(reference.charAt(i))) {
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
            i++;
        }
        if (column < 1 || column > LAST_COLUMN) {
            throw malformed("A cell has no place in the sheet");
        }
        return column - 1;
    }

    private int wholeNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw malformed("A number in the sheet is none");
        }
    }

    private TableException malformed(String message) {
        return new TableException(Code.MALFORMED_XLSX, number + 1, message);
    }

    /** Cells of a row, of which a sheet stores only those that hold something. */
    private static final class RowBuilder {

        private final List<String> cells = new ArrayList<>();
        private final List<RawRecord.Fault> faults = new ArrayList<>();
        private int count;
        private int end;

        void set(int position, String text) {
            if (text.isEmpty()) {
                return;
            }
            if (position < CsvTable.MOST_COLUMNS) {
                while (cells.size() < position) {
                    cells.add("");
                }
                cells.add(text);
            }
            count = position + 1;
        }

        void fault(int position, String code, String message) {
            if (position < CsvTable.MOST_COLUMNS) {
                faults.add(new RawRecord.Fault(position, code, message));
            } else {
                count = position + 1;
            }
        }

        RawRecord build(long number) {
            return new RawRecord(number, cells, Math.max(count, cells.size()), faults);
        }
    }
}
