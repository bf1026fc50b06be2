package org.humdash.vocabulary.estimate;

/** Numbers or words that do not make an {@link Estimate}. The message says what is wrong and what would be right. */
public class EstimateFormatException extends IllegalArgumentException {

    /** What is wrong, for programs. */
    public enum Reason {
        /** Not a form an estimate has. */
        NOT_AN_ESTIMATE,
        LOWER_ABOVE_UPPER,
        NEGATIVE,
        /** Above {@link Estimate#MAX}. */
        TOO_LARGE
    }

    private final Reason reason;

    EstimateFormatException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
