package org.humdash.kit.ingest;

import java.util.List;
import java.util.UUID;
import org.humdash.vocabulary.hxl.RowProblem;

/** Follows an import while it runs. */
public interface ImportWatch {

    /** A row was read. Called for every one, so it has to be quick. */
    void read();

    /** A row was refused, with everything that is wrong with it. */
    void refused(List<RowProblem> problems);

    /** A record of the sources and subjects in the table is not in it. Called only if the table is to be complete. */
    void missing(UUID record, String reference);

    /** The rows are read and checked; from now on it is one transaction's work in the database. */
    void applying();

    /** Whether somebody wants the import to end; nothing of it is kept then. */
    boolean isCancelled();
}
