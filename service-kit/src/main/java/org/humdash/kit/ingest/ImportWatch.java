package org.humdash.kit.ingest;

import java.util.UUID;

/** Follows an import while it runs. */
public interface ImportWatch extends RowWatch {

    /** A record of the sources and subjects in the table is not in it. Called only if the table is to be complete. */
    void missing(UUID record, String reference);

    /** The rows are read and checked; from now on it is one transaction's work in the database. */
    void applying();

    /** Whether somebody wants the import to end; nothing of it is kept then. */
    boolean isCancelled();
}
