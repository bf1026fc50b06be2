package org.humdash.vocabulary.table;

import java.io.Closeable;
import org.humdash.vocabulary.hxl.TableException;

/** Reads records of one form one by one, in memory that does not grow with the file. */
interface RecordSource extends Closeable {

    /**
     * The next record, blank ones included or not; null at the end.
     *
     * @throws TableException if it cannot be read any further
     */
    RawRecord next();
}
