package org.humdash.kit.ingest;

/** An import that cannot be done now or at all, for a reason that whoever sent it has to know; nothing of it is kept. */
public final class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason a sentence for the person who sent the file */
    public ImportRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
