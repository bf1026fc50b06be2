package org.humdash.vocabulary.estimate;

/** The answer to a question about uncertain numbers (Kleene's three-valued logic). */
public enum Trilean {
    FALSE,
    UNKNOWN,
    TRUE;

    public static Trilean of(boolean answer) {
        return answer ? TRUE : FALSE;
    }

    /** The falser of the two: {@link #FALSE} settles it. */
    public Trilean and(Trilean other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The truer of the two: {@link #TRUE} settles it. */
    public Trilean or(Trilean other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Trilean not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }
}
