package org.humdash.kit.ingest;

/** An import ended because somebody wanted it to; nothing of it was kept. */
public final class ImportCancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImportCancelled() {
        super("The import was cancelled");
    }
}
