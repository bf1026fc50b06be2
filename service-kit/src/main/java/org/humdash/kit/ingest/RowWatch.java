package org.humdash.kit.ingest;

import java.util.List;
import org.humdash.vocabulary.hxl.RowProblem;

/** Follows the rows of a table while they are read. */
public interface RowWatch {

    /** A row was read. Called for every one, so it has to be quick. */
    void read();

    /** A row was refused, with everything that is wrong with it. */
    void refused(List<RowProblem> problems);
}
