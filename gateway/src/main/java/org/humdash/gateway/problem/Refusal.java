package org.humdash.gateway.problem;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** Says no to a request whose body may still be on its way. */
public final class Refusal {

    /** How long the rest of a refused upload is read and thrown away, so that the client gets to read the refusal. */
    private static final long LINGER_MILLIS = 10_000;

    private final Vertx vertx;
    private final HttpServerRequest request;

    public Refusal(Vertx vertx, HttpServerRequest request) {
        this.vertx = vertx;
        this.request = request;
    }

    /** Answers with the problem; headers of the answer set before stay. */
    public void send(ProblemType type, String detail) {
        boolean read = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        boolean unread = !read && !request.isEnded();
        if (unread && request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader("Connection", "close");
        }
        Problems.send(request, type, detail);
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
