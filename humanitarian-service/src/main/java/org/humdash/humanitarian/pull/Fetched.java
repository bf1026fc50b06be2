package org.humdash.humanitarian.pull;

import org.humdash.kit.ingest.SpooledFile;

/**
 * What an address answered.
 *
 * @param file null when it has not changed
 * @param etag null if the address gives none
 * @param lastModified null if the address gives none
 */
record Fetched(SpooledFile file, String etag, String lastModified) {

    static final Fetched UNCHANGED = new Fetched(null, null, null);

    boolean isUnchanged() {
        return file == null;
    }
}
