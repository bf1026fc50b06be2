package org.humdash.incident.incident;

/** An import ended because somebody wanted it to; nothing of it was kept. */
public final class ImportCancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportCancelled() {
        super("The import was cancelled");
    }
}
