package org.humdash.incident.mapping;

/** A cell that cannot be taken over, and why. */
final class Unreadable extends RuntimeException {

    private final String code;

    private Unreadable(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static Unreadable because(String code, String message) {
        return new Unreadable(code, message);
    }

    String code() {
        return code;
    }
}
