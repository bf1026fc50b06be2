package org.humdash.vocabulary.mapping;

/** A cell that cannot be taken over, and why. */
public final class Unreadable extends RuntimeException {

    private final String code;

    private Unreadable(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public static Unreadable because(String code, String message) {
        return new Unreadable(code, message);
    }

    public String code() {
        return code;
    }
}
