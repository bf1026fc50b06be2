package org.humdash.vocabulary.table;

import java.util.ArrayList;
import java.util.List;
import org.humdash.vocabulary.export.Formulas;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.hxl.Shown;

/** Makes rows of records: what can be taken from the cells, and what is wrong with them. */
final class RowChecks {

    private final boolean isText;
    private final List<TableColumn> columns;

    /** @param form in text a cell that is missing may be any of them; elsewhere it is the last ones that are */
    RowChecks(TableForm form, List<TableColumn> columns) {
        this.isText = form == TableForm.TEXT;
        this.columns = columns;
    }

    RawRow row(RawRecord record) {
        String[] values = new String[columns.size()];
        List<RowProblem> problems = new ArrayList<>();
        boolean isTooNarrow = isText && record.count() < columns.size();
        if (isTooNarrow || record.isFilledFrom(columns.size())) {
            // Which value belongs to which column is anybody's guess, so none is taken.
            problems.add(new RowProblem(
                    record.number(),
                    null,
                    "WRONG_CELL_COUNT",
                    "There are " + columns.size() + " columns, and this row has " + record.count() + " cells"));
            return new RawRow(record.number(), shown(record), values, problems);
        }
        for (int i = 0; i < Math.min(values.length, record.cells().size()); i++) {
            values[i] = value(record, i, problems);
        }
        for (RawRecord.Fault fault : record.faults()) {
            if (fault.position() < values.length) {
                values[fault.position()] = null;
            }
            problems.add(problem(record, fault.position(), fault.code(), fault.message()));
        }
        return new RawRow(record.number(), problems.isEmpty() ? record.cells() : shown(record), values, problems);
    }

    private static List<String> shown(RawRecord record) {
        return record.cells().stream().map(CellText::shown).toList();
    }

    private String value(RawRecord record, int position, List<RowProblem> problems) {
        String cell = unescaped(record.cells().get(position));
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.length() > CellText.LONGEST) {
            problems.add(problem(record, position, "TOO_LONG", "At most " + CellText.LONGEST + " characters"));
            return null;
        }
        if (CellText.hasControl(cell)) {
            problems.add(problem(
                    record,
                    position,
                    "CONTROL_CHARACTER",
                    "There is an invisible control character in " + Shown.quoted(cell)));
            return null;
        }
        return cell;
    }

    /** What was written into a text with an apostrophe in front, lest a spreadsheet run it, is read without. */
    private String unescaped(String cell) {
        return isText && cell.startsWith("'") ? CellText.of(Formulas.undo(cell)) : cell;
    }

    private RowProblem problem(RawRecord record, int position, String code, String message) {
        String column = position < columns.size() ? columns.get(position).name() : null;
        return new RowProblem(record.number(), column, code, message);
    }
}
