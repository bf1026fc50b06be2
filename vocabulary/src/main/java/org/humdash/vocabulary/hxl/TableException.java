package org.humdash.vocabulary.hxl;

/** A file that cannot be read as a table at all. The message is for the person who sent it: where, what, and the cure. */
public class TableException extends RuntimeException {

    /** What is wrong, for programs. */
    public enum Code {
        EMPTY_FILE,
        NOT_UTF8,
        UNKNOWN_COLUMN,
        MISSING_COLUMN,
        DUPLICATE_COLUMN,
        MALFORMED_CSV,
        CELL_TOO_LONG,
        TOO_MANY_COLUMNS,
        /** Not one of the forms that are read at all. */
        UNKNOWN_FORM,
        /** Text that is not in the encoding it was taken for. */
        WRONG_ENCODING,
        MALFORMED_JSON,
        MALFORMED_XLSX,
        /** A sheet or an encoding that was asked for and is not there. */
        UNKNOWN_OPTION,
        /** Unpacks to far more than it is, or carries what no table needs. */
        UNSAFE_FILE,
        FILE_TOO_LARGE
    }

    private final Code code;
    private final Long row;

    /** @param row null where the trouble is not in one row */
    public TableException(Code code, Long row, String message) {
        this(code, row, message, null);
    }

    /** @param row null where the trouble is not in one row */
    public TableException(Code code, Long row, String message, Throwable cause) {
        super(row == null ? message : "Row " + row + ": " + message, cause);
        this.code = code;
        this.row = row;
    }

    public Code code() {
        return code;
    }

    /** The row as a spreadsheet numbers it, the header being row 1; null where the trouble is not in one row. */
    public Long row() {
        return row;
    }
}
