package org.humdash.gateway.idempotency;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Refusal;

/** Reads a small body whole. */
final class BodyReader {

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final long most;
    private final Buffer body = Buffer.buffer();
    private boolean refused;

    BodyReader(Vertx vertx, HttpServerRequest request, long most) {
        this.vertx = vertx;
        this.request = request;
        this.most = most;
    }

    void read(Consumer<Buffer> whole) {
        if (request.isEnded()) {
            whole.accept(body);
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.exceptionHandler(gone -> {});
        request.handler(this::piece);
        request.endHandler(end -> {
            if (!refused) {
                whole.accept(body);
            }
        });
        request.resume();
    }

    private void piece(Buffer piece) {
        if (body.length() + piece.length() <= most) {
            body.appendBuffer(piece);
        } else if (!refused) {
            refused = true;
            new Refusal(vertx, request)
                    .send(
                            ProblemType.BODY_TOO_LARGE,
                            "A request with an Idempotency-Key may carry " + most + " bytes here.");
        }
    }
}
