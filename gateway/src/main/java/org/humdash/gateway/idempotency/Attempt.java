package org.humdash.gateway.idempotency;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.UUID;

/** A request that is done under a key for the first time. What became of it is said once. On one event loop. */
final class Attempt {

    /** Where it is written down, later and elsewhere. */
    interface Book {
        void finish(Attempt attempt, byte[] body, long bodyLength, KeptAnswer answer);

        void giveUp(Attempt attempt);
    }

    private final byte[] id;
    private final UUID number;
    private final Book book;
    private final Fingerprint body = new Fingerprint();
    private boolean bodyEnded;
    private boolean over;

    Attempt(byte[] id, UUID number, Book book) {
        this.id = id;
        this.number = number;
        this.book = book;
    }

    byte[] id() {
        return id;
    }

    UUID number() {
        return number;
    }

    void bodyPiece(Buffer piece) {
        body.add(piece);
    }

    void bodyEnded() {
        bodyEnded = true;
    }

    boolean hasWholeBody() {
        return bodyEnded;
    }

    /** @param answer null if it is not kept */
    void answered(int status, MultiMap headers, byte[] answer) {
        if (!bodyEnded || !KeptAnswer.isFinal(status)) {
            // Of a request that was refused halfway nobody could tell whether another one is the same.
            giveUp();
        } else if (!over) {
            over = true;
            byte[] shown = KeptAnswer.isSecret(headers) ? null : answer;
            book.finish(this, body.value(), body.length(), new KeptAnswer(status, KeptAnswer.kept(headers), shown));
        }
    }

    /** Nothing was answered that would hold for a retry. */
    void giveUp() {
        if (!over) {
            over = true;
            book.giveUp(this);
        }
    }
}
