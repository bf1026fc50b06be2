package org.humdash.local.postgres;

/** PostgreSQL could not be unpacked, started, stopped or prepared; the message says why and, where there is one, the remedy. */
public final class LocalPostgresException extends RuntimeException {

    LocalPostgresException(String message) {
        super(message);
    }

    LocalPostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
