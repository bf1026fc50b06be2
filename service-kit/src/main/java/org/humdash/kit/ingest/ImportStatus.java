package org.humdash.kit.ingest;

/** The stage a job is in. */
public enum ImportStatus {
    QUEUED,

    /** Rows are read and checked. */
    READING,

    /** The rows are written, in one transaction. */
    APPLYING,
    SUCCEEDED,

    /** The file as a whole was refused and nothing of it was written, or something broke and all of it was written or nothing. */
    FAILED,
    CANCELLED,

    /** The service stopped on the way; nothing of the file was written. Send it again. */
    INTERRUPTED;

    public boolean isOver() {
        return compareTo(APPLYING) > 0;
    }
}
