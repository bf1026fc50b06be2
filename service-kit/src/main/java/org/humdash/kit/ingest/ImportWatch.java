package org.humdash.kit.ingest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.humdash.vocabulary.lint.Finding;

/** Follows an import while it runs. */
public interface ImportWatch extends RowWatch {

    /** A record of the sources and subjects in the table is not in it. Called only if the table is to be complete. */
    void missing(UUID record, String reference);

    /** The rows are read and checked; from now on it is one transaction's work in the database. */
    void applying();

    /** Whether somebody wants the import to end; nothing of it is kept then. */
    boolean isCancelled();

    /** The records of this import carry this instant. */
    default void recorded(Instant recordedAt) {}

    /** Whether the report is to say what is odd about rows that were taken in, and so few were that there is time to look. */
    default boolean isToWarn() {
        return false;
    }

    /** From here on it is known that somebody looked, even if nothing is noticed. */
    default void beginWarnings() {}

    /** Something was noticed about a row that was taken in. */
    default void warn(long row, List<Finding> findings) {}
}
