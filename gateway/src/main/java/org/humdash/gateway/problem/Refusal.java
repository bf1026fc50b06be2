package org.humdash.gateway.problem;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Says no to a request whose body may still be on its way. */
public final class Refusal {

    /** How long the rest of a refused upload is read and thrown away, so that the client gets to read the refusal. */
    private static final long LINGER_MILLIS = 10_000;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final Optional<ProblemPage> page;

    public Refusal(Vertx vertx, HttpServerRequest request) {
        this(vertx, request, Optional.empty());
    }

    /** Where somebody may be looking at a page. */
    public Refusal(Vertx vertx, RoutingContext ctx) {
        this(vertx, ctx.request(), ProblemPage.of(ctx));
    }

    private Refusal(Vertx vertx, HttpServerRequest request, Optional<ProblemPage> page) {
        this.vertx = vertx;
        this.request = request;
        this.page = page;
    }

    /** Answers with the problem; headers of the answer set before stay. */
    public void send(ProblemType type, String detail) {
        boolean read = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        boolean unread = !read && !request.isEnded();
        if (unread && request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader("Connection", "close");
        }
        page.ifPresentOrElse(shown -> shown.send(request, type), () -> Problems.send(request, type, detail));
        if (unread) {
            throwAwayTheRest();
        } else {
            request.resume();
        }
    }

    /** Closing at once would take the answer from under a client that is still sending. */
    public void throwAwayTheRest() {
        if (request.isEnded()) {
            return;
        }
        long limit = vertx.setTimer(LINGER_MILLIS, late -> abort());
        request.exceptionHandler(gone -> vertx.cancelTimer(limit));
        request.handler(ignored -> {});
        request.endHandler(end -> vertx.cancelTimer(limit));
        request.resume();
    }

    /** Breaks an answer off that was begun: only that tells the client that it is not whole. */
    public void abort() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            // Resetting the response does as much, but then the framework never learns that the request is over, and
            // waits for it when the program is to end. Closing the connection itself waits for a client that takes
            // nothing any more, since it first sends what it holds.
            ((ConnectionBase) request.connection()).channelHandlerContext().close();
        }
    }
}
