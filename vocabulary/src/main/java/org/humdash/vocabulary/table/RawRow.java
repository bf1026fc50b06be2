package org.humdash.vocabulary.table;

import java.util.List;
import org.humdash.vocabulary.hxl.RowProblem;

/** A row as it was read, before anybody says what its columns mean. */
public final class RawRow {

    private final long number;
    private final List<String> cells;
    private final String[] values;
    private final List<RowProblem> problems;

    RawRow(long number, List<String> cells, String[] values, List<RowProblem> problems) {
        this.number = number;
        this.cells = cells;
        this.values = values;
        this.problems = List.copyOf(problems);
    }

    /** The row as a spreadsheet shows it; of JSON objects and of features, the how manieth it is, from 1. */
    public long number() {
        return number;
    }

    /**
     * What stands in the file, to be shown or handed back: without surrounding white space, empty for nothing, cut if
     * it is too long; not always as many as there are columns.
     */
    public List<String> cells() {
        return cells;
    }

    /** What can be taken from a column; null for nothing and for what is a problem. */
    public String value(TableColumn column) {
        return value(column.position());
    }

    /** What can be taken from the column at a position from 0; null for nothing and for what is a problem. */
    public String value(int position) {
        return values[position];
    }

    /**
     * Problems of cells by the name of their column, so that those of columns nobody needs can be passed over, and of the
     * row as a whole. Codes: WRONG_CELL_COUNT, TOO_LONG, CONTROL_CHARACTER, DUPLICATE_FIELD, ERROR_CELL,
     * FORMULA_WITHOUT_VALUE, NOT_A_DATE, OUT_OF_RANGE.
     */
    public List<RowProblem> problems() {
        return problems;
    }
}
