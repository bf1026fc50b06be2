package org.humdash.humanitarian.pull;

/** A file that could not be fetched, and why, in words for whoever set the pull up. */
final class PullFailed extends Exception {

    private static final long serialVersionUID = 1L;

    PullFailed(String reason) {
        super(reason);
    }

    PullFailed(String reason, Throwable cause) {
        super(reason, cause);
    }
}
