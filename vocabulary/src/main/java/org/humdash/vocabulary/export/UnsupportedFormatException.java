package org.humdash.vocabulary.export;

/** A format was asked for that is not offered. The message is for the caller: what was asked, and what there is. */
public class UnsupportedFormatException extends RuntimeException {

    /** Where it was asked for. */
    public enum Asked {
        /** By {@code ?format=}: a bad request. */
        BY_NAME,
        /** By the header Accept: not acceptable. */
        BY_ACCEPT
    }

    private final Asked asked;

    UnsupportedFormatException(Asked asked, String message) {
        super(message);
        this.asked = asked;
    }

    public Asked asked() {
        return asked;
    }
}
