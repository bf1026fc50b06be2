package org.humdash.gateway.route;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.humdash.gateway.answer.Conditional;
import org.humdash.gateway.answer.PassedBody;
import org.humdash.gateway.peer.Peer;
import org.humdash.gateway.peer.PeerAddresses;
import org.humdash.gateway.peer.PeerBreakers;
import org.humdash.gateway.peer.PeerCall;
import org.humdash.gateway.peer.PeerFailure;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Refusal;
import org.humdash.gateway.route.RouteMeters.Outcome;
import org.humdash.gateway.trace.CurrentTrace;
import org.jboss.logging.Logger;

/**
 * One request on its way to a service and back. Bytes are passed on as they come and never gathered: whoever is slow
 * makes the other side wait. What the client said about itself is replaced by what the gateway says. Everything happens on the event loop of the request, so nothing is locked.
 */
final class Exchange {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    /** What is above it means nothing to anybody. */
    private static final int LAST_STATUS = 599;

    private final Vertx vertx;
    private final HttpClient client;
    private final PeerAddresses addresses;
    private final PeerBreakers breakers;
    private final RouteConfig limits;
    private final RouteMeters meters;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Peer peer;
    private final Optional<String> token;
    private final Conditional conditional;
    private final Refusal refusal;
    private final boolean read;

    private Optional<PeerCall> call = Optional.empty();
    private PassedBody body = PassedBody.PLAIN;
    private HttpClientRequest outgoing;
    private long received;
    /** Bytes of the answer that the client waits for; not nought while nobody knows. */
    private long owed = Long.MAX_VALUE;

    private boolean requestSent;
    private boolean answerBegun;
    private boolean connectedAgain;
    private boolean sentAgain;
    private boolean over;
    private final UploadPace pace;
    private long lastMove;
    private long watch;

    Exchange(
            Vertx vertx,
            HttpClient client,
            PeerAddresses addresses,
            PeerBreakers breakers,
            RouteConfig limits,
            RouteMeters meters,
            HttpServerRequest request,
            Peer peer,
            Optional<String> token,
            Conditional conditional) {
        this.vertx = vertx;
        this.client = client;
        this.addresses = addresses;
        this.breakers = breakers;
        this.limits = limits;
        this.meters = meters;
        this.request = request;
        this.response = request.response();
        this.peer = peer;
        this.token = token;
        this.conditional = conditional;
        this.refusal = new Refusal(vertx, request);
        this.pace =
                new UploadPace(limits.uploadPatience(), limits.uploadSlowest().asLongValue());
        this.read = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    }

    void start() {
        if (refusedForItsBody() || refusedForItsService()) {
            return;
        }
        request.pause();
        request.exceptionHandler(gone -> cancel());
        response.exceptionHandler(gone -> cancel());
        response.closeHandler(gone -> cancel());
        moved();
        watch(patience());
        connect();
    }

    private void connect() {
        String target = request.query() == null ? request.path() : request.path() + "?" + request.query();
        client.request(addresses.request(peer, request.method(), target))
                .onSuccess(this::connected)
                .onFailure(this::notConnected);
    }

    private boolean refusedForItsBody() {
        String length = request.getHeader("Content-Length");
        String encoding = request.getHeader("Transfer-Encoding");
        if (read && (encoding != null || length != null && Long.parseLong(length) > 0)) {
            refuse(ProblemType.BODY_NOT_EXPECTED, "A " + request.method() + " carries no body here.");
        } else if (length != null && Long.parseLong(length) > maxBody()) {
            meters.count(peer, Outcome.TOO_LARGE);
            refuse(ProblemType.BODY_TOO_LARGE, tooLarge());
        }
        return over;
    }

    private boolean refusedForItsService() {
        call = breakers.begin(peer, PeerBreakers.Use.ROUTE);
        if (call.isEmpty()) {
            meters.count(peer, Outcome.SUSPENDED);
            response.putHeader("Retry-After", Long.toString(breakers.retryAfterSeconds()));
            refuse(ProblemType.SERVICE_SUSPENDED, peer.serviceName() + " failed often and is left alone for a moment.");
        }
        return over;
    }

    private void notConnected(Throwable cause) {
        if (cause instanceof ConnectionPoolTooBusyException) {
            response.putHeader("Retry-After", "1");
            fail(
                    Outcome.BUSY,
                    ProblemType.SERVICE_BUSY,
                    "Too many requests to " + peer.serviceName() + " are waiting.");
        } else if (over || connectedAgain) {
            fail(Outcome.UNREACHABLE, ProblemType.SERVICE_UNREACHABLE, peer.serviceName() + " could not be reached.");
        } else {
            // It may have been a connection kept from before that was just closing. Nothing was sent, so a write may go
            // again too.
            connectedAgain = true;
            connect();
        }
    }

    private void connected(HttpClientRequest connected) {
        outgoing = connected;
        if (over) {
            outgoing.reset();
            return;
        }
        moved();
        PassedHeaders.request(request.headers(), outgoing.headers());
        conditional.ask(outgoing.headers());
        CurrentTrace.addTo(outgoing.headers());
        token.ifPresent(signed -> outgoing.putHeader("Authorization", "Bearer " + signed));
        // Whatever goes wrong is told by the answer too, first by its absence and then by its end.
        outgoing.exceptionHandler(told -> {});
        outgoing.response().onSuccess(this::answered).onFailure(this::notAnswered);
        String length = request.getHeader("Content-Length");
        boolean nothingToSend = read || length == null && !hasBodyOfUnknownLength();
        if (nothingToSend) {
            if (!read) {
                outgoing.putHeader("Content-Length", "0");
            }
            requestSent = true;
            outgoing.end();
            request.resume();
            return;
        }
        if (length != null) {
            outgoing.putHeader("Content-Length", length);
        } else {
            outgoing.setChunked(true);
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            response.writeContinue();
        }
        if (request.isEnded()) {
            sent();
        } else {
            request.handler(this::passOn);
            request.endHandler(end -> sent());
            pace.waits(System.nanoTime());
            request.resume();
        }
    }

    /** HTTP/2 has no header for it: there a body may follow any POST. */
    private boolean hasBodyOfUnknownLength() {
        return request.getHeader("Transfer-Encoding") != null || request.version() == HttpVersion.HTTP_2;
    }

    private void passOn(Buffer chunk) {
        if (over) {
            return;
        }
        moved();
        pace.arrived(lastMove, chunk.length());
        received += chunk.length();
        if (received > maxBody()) {
            fail(Outcome.TOO_LARGE, ProblemType.BODY_TOO_LARGE, tooLarge());
            return;
        }
        outgoing.write(chunk);
        if (outgoing.writeQueueFull()) {
            request.pause();
            outgoing.drainHandler(drained -> {
                moved();
                pace.waits(lastMove);
                request.resume();
            });
        } else {
            pace.waits(lastMove);
        }
    }

    private void sent() {
        requestSent = true;
        if (!over) {
            moved();
            pace.rests(lastMove);
            outgoing.end();
        }
    }

    private void answered(HttpClientResponse answer) {
        if (over) {
            return;
        }
        if (answer.statusCode() > LAST_STATUS) {
            brokenOff(new IOException("Status " + answer.statusCode()));
            return;
        }
        moved();
        pace.rests(lastMove);
        answerBegun = true;
        call.ifPresent(begun -> begun.answered(answer.statusCode()));
        response.setStatusCode(answer.statusCode());
        PassedHeaders.response(answer.headers(), addresses.origin(peer), response.headers());
        body = conditional.head(answer.statusCode(), response);
        boolean lengthKnown = response.headers().contains("Content-Length");
        boolean bodiless =
                request.method() == HttpMethod.HEAD || answer.statusCode() == 204 || answer.statusCode() == 304;
        if (!lengthKnown && !bodiless) {
            response.setChunked(true);
        } else if (!bodiless) {
            owed = Long.parseLong(response.headers().get("Content-Length"));
        }
        answer.exceptionHandler(this::brokenOff);
        answer.handler(chunk -> {
            if (over) {
                return;
            }
            moved();
            Buffer ready = body.add(chunk);
            owed -= ready.length();
            if (ready.length() > 0) {
                response.write(ready);
            }
            if (response.writeQueueFull()) {
                answer.pause();
                response.drainHandler(drained -> {
                    moved();
                    answer.resume();
                });
            }
        });
        answer.endHandler(end -> passed(lengthKnown || bodiless));
    }

    private void passed(boolean clientSeesItsEnd) {
        if (over) {
            return;
        }
        Buffer rest = body.end();
        end(Outcome.PASSED);
        response.end(rest);
        if (!clientSeesItsEnd && request.version() == HttpVersion.HTTP_1_0) {
            // HTTP/1.0 knows no chunks: there the end of the connection is the end of the answer.
            request.connection().close();
        } else if (!requestSent) {
            // Answered before all was sent, such as a refusal of an upload.
            outgoing.reset();
            refusal.throwAwayTheRest();
        }
    }

    /**
     * A read is sent once more: the service was closing a connection kept from before, as when it restarts. A write may
     * have been done, and is the client's to repeat.
     */
    private void notAnswered(Throwable cause) {
        if (over || !read || sentAgain) {
            brokenOff(cause);
        } else {
            sentAgain = true;
            connect();
        }
    }

    private void brokenOff(Throwable cause) {
        LOG.debugf(cause, "%s broke off", peer.serviceName());
        fail(
                Outcome.BROKEN_OFF,
                ProblemType.SERVICE_UNREACHABLE,
                peer.serviceName() + " closed the connection before it had answered.");
    }

    private void cancel() {
        if (!over) {
            // Who has the whole answer may go before the service's last word is here.
            end(owed == 0 ? Outcome.PASSED : Outcome.CANCELLED);
            if (outgoing != null) {
                outgoing.reset();
            }
        }
    }

    private void fail(Outcome outcome, ProblemType type, String detail) {
        if (over) {
            return;
        }
        end(outcome);
        if (outgoing != null) {
            outgoing.reset();
        }
        if (answerBegun) {
            refusal.abort();
        } else {
            refuse(type, detail);
        }
    }

    private void refuse(ProblemType type, String detail) {
        over = true;
        refusal.send(type, detail);
    }

    private void end(Outcome outcome) {
        over = true;
        body.close();
        conditional.ended();
        vertx.cancelTimer(watch);
        meters.count(peer, outcome);
        call.ifPresent(begun -> {
            switch (outcome) {
                case UNREACHABLE, TIMEOUT, BROKEN_OFF -> begun.failed();
                default -> begun.abandoned();
            }
        });
    }

    private void moved() {
        lastMove = System.nanoTime();
    }

    private void watch(Duration delay) {
        // Looking no later than the shortest patience, because the next phase may have less than this one.
        long longest =
                Math.min(limits.readTimeout().toMillis(), limits.stallTimeout().toMillis());
        watch = vertx.setTimer(Math.clamp(delay.toMillis(), 1, longest), this::look);
    }

    /** One timer for each exchange, set again for what is left since something last moved. */
    private void look(long timer) {
        long now = System.nanoTime();
        Duration left = patience().minusNanos(now - lastMove);
        Duration client = pace.left(now);
        if (!client.isPositive()) {
            fail(
                    Outcome.SLOW,
                    ProblemType.REQUEST_TIMEOUT,
                    "The body arrives too slowly: at least "
                            + PeerFailure.words(limits.uploadSlowest().asLongValue()) + " a second is asked for.");
        } else if (left.isPositive()) {
            watch(left.compareTo(client) < 0 ? left : client);
        } else if (outgoing == null || requestSent && !answerBegun) {
            fail(
                    Outcome.TIMEOUT,
                    ProblemType.SERVICE_TIMEOUT,
                    peer.serviceName() + " did not answer within " + PeerFailure.words(patience()) + ".");
        } else if (!answerBegun && outgoing.writeQueueFull()) {
            fail(
                    Outcome.STALLED,
                    ProblemType.SERVICE_TIMEOUT,
                    peer.serviceName() + " stopped reading for " + PeerFailure.words(patience()) + ".");
        } else {
            fail(
                    Outcome.STALLED,
                    ProblemType.REQUEST_TIMEOUT,
                    "Nothing more arrived for " + PeerFailure.words(patience()) + ".");
        }
    }

    private Duration patience() {
        if (outgoing == null) {
            return limits.readTimeout();
        }
        if (answerBegun || !requestSent) {
            return limits.stallTimeout();
        }
        return read ? limits.readTimeout() : limits.writeTimeout();
    }

    private long maxBody() {
        return limits.maxRequestBody().asLongValue();
    }

    private String tooLarge() {
        return "A request may carry " + PeerFailure.words(maxBody()) + " at most.";
    }
}
