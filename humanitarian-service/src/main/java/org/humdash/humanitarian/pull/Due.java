package org.humdash.humanitarian.pull;

/**
 * A pull whose turn has come.
 *
 * @param etag of the file that was imported last, as its address gave it; null for none
 * @param lastModified the same
 */
record Due(Pull pull, String etag, String lastModified) {}
