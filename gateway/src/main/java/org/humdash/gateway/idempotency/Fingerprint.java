package org.humdash.gateway.idempotency;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of what comes piece by piece. */
final class Fingerprint {

    private final MessageDigest digest;
    private long length;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Under this the answer is kept; an account's keys are nobody else's. */
    static byte[] ofKey(String account, IdempotencyKey key) {
        return new Fingerprint().text(account).text(key.value()).value();
    }

    /** What a request asks for, but for its body. */
    static byte[] ofHead(HttpServerRequest request) {
        return new Fingerprint()
                .text(request.method().name())
                .text(request.path())
                .text(request.query())
                .text(request.getHeader("Content-Type"))
                .value();
    }

    void add(Buffer piece) {
        length += piece.length();
        digest.update(piece.getBytes());
    }

    /** Bytes so far. */
    long length() {
        return length;
    }

    /** To be asked once, at the end. */
    byte[] value() {
        return digest.digest();
    }

    /** Preceded by its length, so that no two lists of texts are the same bytes. */
    private Fingerprint text(String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update((text == null ? "-" : bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        return this;
    }
}
