package org.humdash.local;

/** Why a command cannot go on, in words for the person at the terminal: what is wrong and what to do. */
final class LocalException extends RuntimeException {

    private final ExitCode exitCode;

    LocalException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    LocalException(String message, Throwable cause) {
        super(message, cause);
        this.exitCode = ExitCode.FAILED;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
