package org.humdash.gateway.idempotency;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/** A request whose fingerprint is taken while its body is passed on, and whose answer is kept. */
final class RecordedRequest extends HttpServerRequestWrapper {

    private final Attempt attempt;
    private final RecordedResponse response;
    private Handler<Buffer> onPiece = piece -> {};
    private Handler<Void> onEnd = end -> {};

    RecordedRequest(HttpServerRequest request, Attempt attempt, long most) {
        super((HttpServerRequestInternal) request);
        this.attempt = attempt;
        this.response = new RecordedResponse(request.response(), attempt, most);
        if (request.isEnded()) {
            attempt.bodyEnded();
            return;
        }
        request.handler(piece -> {
            attempt.bodyPiece(piece);
            onPiece.handle(piece);
        });
        request.endHandler(end -> {
            attempt.bodyEnded();
            onEnd.handle(end);
        });
    }

    @Override
    public HttpServerResponse response() {
        return response;
    }

    /** Without what the client can unpack: the same answer may be for another client next time. */
    @Override
    public MultiMap headers() {
        return MultiMap.caseInsensitiveMultiMap().addAll(super.headers()).remove("Accept-Encoding");
    }

    @Override
    public HttpServerRequest handler(Handler<Buffer> handler) {
        onPiece = handler == null ? piece -> {} : handler;
        return this;
    }

    @Override
    public HttpServerRequest endHandler(Handler<Void> handler) {
        onEnd = handler == null ? end -> {} : handler;
        return this;
    }

    @Override
    public HttpServerRequest exceptionHandler(Handler<Throwable> handler) {
        super.exceptionHandler(handler == null ? null : failure -> response.gone(() -> handler.handle(failure)));
        return this;
    }

    /** Whoever takes hold of the connection in the middle of an answer breaks it off. */
    @Override
    public HttpConnection connection() {
        response.aborted();
        return super.connection();
    }
}
