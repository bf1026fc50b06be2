package org.humdash.vocabulary.provider;

/** A cell of a provider that cannot be read as what it should be. The message says why, and what would be right. */
public class ProviderFormatException extends IllegalArgumentException {

    private final String code;

    ProviderFormatException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** What is wrong, for programs. */
    public String code() {
        return code;
    }
}
