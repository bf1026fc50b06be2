package org.humdash.gateway.idempotency;

import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * An answer that is kept while it is passed on. If the client goes away after it has sent everything, whoever writes the
 * answer does not hear of it and goes on: the client will ask what became of it.
 */
final class RecordedResponse extends AbstractResponseWrapper {

    private static final Handler<Void> NOBODY = nothing -> {};

    private final Attempt attempt;
    private final long most;
    private Buffer kept = Buffer.buffer();
    private boolean begun;
    private boolean ended;
    private boolean clientGone;
    private Handler<Void> onClose = NOBODY;
    private Handler<Throwable> onException = failure -> {};
    private Handler<Void> onDrain = NOBODY;

    RecordedResponse(HttpServerResponse delegate, Attempt attempt, long most) {
        super(delegate);
        this.attempt = attempt;
        this.most = most;
        super.closeHandler(closed -> gone(() -> onClose.handle(null)));
        super.exceptionHandler(failure -> gone(() -> onException.handle(failure)));
    }

    /** The client went away. */
    void gone(Runnable tell) {
        if (ended) {
            return;
        }
        if (attempt.hasWholeBody()) {
            clientGone = true;
            onDrain.handle(null);
        } else {
            attempt.giveUp();
            tell.run();
        }
    }

    /** The answer was broken off. */
    void aborted() {
        if (begun && !ended) {
            attempt.giveUp();
        }
    }

    @Override
    public HttpServerResponse closeHandler(Handler<Void> handler) {
        onClose = handler == null ? NOBODY : handler;
        return this;
    }

    @Override
    public HttpServerResponse exceptionHandler(Handler<Throwable> handler) {
        onException = handler == null ? failure -> {} : handler;
        return this;
    }

    @Override
    public HttpServerResponse drainHandler(Handler<Void> handler) {
        onDrain = handler == null ? NOBODY : handler;
        super.drainHandler(handler);
        return this;
    }

    @Override
    public boolean writeQueueFull() {
        return !clientGone && super.writeQueueFull();
    }

    @Override
    public boolean closed() {
        return !clientGone && super.closed();
    }

    @Override
    public boolean headWritten() {
        return begun;
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public Future<Void> write(Buffer piece) {
        keep(piece);
        return clientGone ? Future.succeededFuture() : super.write(piece);
    }

    @Override
    public Future<Void> end(Buffer piece) {
        keep(piece);
        finish();
        return clientGone ? Future.succeededFuture() : super.end(piece);
    }

    @Override
    public Future<Void> end() {
        begun = true;
        finish();
        return clientGone ? Future.succeededFuture() : super.end();
    }

    @Override
    public boolean reset() {
        attempt.giveUp();
        return super.reset();
    }

    @Override
    public boolean reset(long code) {
        attempt.giveUp();
        return super.reset(code);
    }

    private void keep(Buffer piece) {
        begun = true;
        if (kept != null && kept.length() + piece.length() <= most) {
            kept.appendBuffer(piece);
        } else {
            kept = null;
        }
    }

    private void finish() {
        ended = true;
        attempt.answered(getStatusCode(), headers(), kept == null ? null : kept.getBytes());
    }
}
