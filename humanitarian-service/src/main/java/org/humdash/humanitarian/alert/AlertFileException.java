package org.humdash.humanitarian.alert;

/** A file that cannot be read as alerts at all. The message is for the person who sent it. */
final class AlertFileException extends RuntimeException {

    /** What is wrong, for programs. */
    enum Code {
        EMPTY_FILE,
        FILE_TOO_LARGE,
        /** Neither a CAP alert nor a feed or event of GDACS. */
        UNKNOWN_FORM,
        WRONG_ENCODING,
        MALFORMED_XML,
        MALFORMED_JSON,
        /** Carries what no alert needs: a document type, entities, an archive, hundreds of levels, endless texts. */
        UNSAFE_FILE,
        TOO_MANY_ALERTS
    }

    private final Code code;
    private final int line;
    private final int column;

    /** @param line where the trouble is, from 1, or 0 where it is the file as a whole */
    AlertFileException(Code code, int line, int column, String message) {
        super(line > 0 ? "Line " + line + ", column " + column + ": " + message : message);
        this.code = code;
        this.line = line;
        this.column = column;
    }

    Code code() {
        return code;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
