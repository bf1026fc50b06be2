package org.humdash.gateway.peer;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.humdash.gateway.trace.CurrentTrace;

/**
 * Asks a service a question and reads its answer whole, within a time and a size. Each service has connections of its
 * own, so that a slow one cannot hold up the other.
 *
 * <p>A question is asked once more, within the same time-out, if there was no connection to be had for it, or if the
 * service closes it before it says anything: it was closing a connection kept from before, as when it restarts. Nothing
 * else is tried again, because the caller can.
 *
 * <p>Vert.x is used directly because the declarative REST client reads an answer of any size into memory.
 */
@ApplicationScoped
public class PeerClient {

    private static final int WAITING_PER_CONNECTION = 8;

    private final Vertx vertx;
    private final PeerAddresses addresses;
    private final PeerBreakers breakers;
    private final long maxAnswer;
    private final Map<Peer, HttpClient> clients = new EnumMap<>(Peer.class);

    PeerClient(Vertx vertx, PeerAddresses addresses, PeerBreakers breakers, ComposingConfig config) {
        this.vertx = vertx;
        this.breakers = breakers;
        this.addresses = addresses;
        this.maxAnswer = config.maxAnswer().asLongValue();
        int connections = config.connections();
        Duration connecting = config.sectionTimeout();
        for (Peer peer : Peer.values()) {
            clients.put(
                    peer,
                    vertx.createHttpClient(new HttpClientOptions()
                            .setConnectTimeout(Math.toIntExact(connecting.toMillis()))
                            .setMaxPoolSize(connections)
                            .setMaxWaitQueueSize(connections * WAITING_PER_CONNECTION)));
        }
    }

    /**
     * Sends a GET.
     *
     * @param target path and query, already encoded
     * @param token what the service is told about the caller; without one it answers what everybody may see
     * @param timeout from asking to the last byte
     * @return completed on an event loop, exceptionally only with a {@link PeerFailure}
     */
    public CompletableFuture<PeerAnswer> ask(Peer peer, String target, Optional<String> token, Duration timeout) {
        Question question = new Question(peer, target, token, timeout);
        Context context = vertx.getOrCreateContext();
        context.runOnContext(start -> question.send());
        return question.answer;
    }

    @PreDestroy
    void close() {
        clients.values().forEach(HttpClient::close);
    }

    private static void tell(PeerCall call, PeerFailure failure) {
        if (failure.isOfTheService()) {
            call.failed();
        } else if (failure.kind() == PeerFailure.Kind.BUSY) {
            call.abandoned();
        } else {
            call.reached();
        }
    }

    /** One question under way. Everything happens on one event loop, so nothing is locked. */
    private final class Question {

        private final Peer peer;
        private final String target;
        private final Optional<String> token;
        private final Duration timeout;
        private final CompletableFuture<PeerAnswer> answer = new CompletableFuture<>();
        private final Buffer body = Buffer.buffer();
        private Optional<PeerCall> call = Optional.empty();
        private HttpClientRequest request;
        private long timer;
        private boolean askedAgain;

        Question(Peer peer, String target, Optional<String> token, Duration timeout) {
            this.peer = peer;
            this.target = target;
            this.token = token;
            this.timeout = timeout;
        }

        void send() {
            call = breakers.begin(peer, PeerBreakers.Use.SECTION);
            if (call.isEmpty()) {
                fail(PeerFailure.suspended(peer));
                return;
            }
            timer = vertx.setTimer(timeout.toMillis(), late -> fail(PeerFailure.timeout(peer, timeout)));
            connect();
        }

        private void connect() {
            RequestOptions asked =
                    addresses.request(peer, HttpMethod.GET, target).putHeader("Accept", "application/json");
            token.ifPresent(signed -> asked.putHeader("Authorization", "Bearer " + signed));
            clients.get(peer).request(asked).onSuccess(this::connected).onFailure(this::notConnected);
        }

        private void notConnected(Throwable cause) {
            if (cause instanceof ConnectionPoolTooBusyException) {
                fail(PeerFailure.busy(peer));
            } else {
                askAgainOr(PeerFailure.unreachable(peer));
            }
        }

        private void connected(HttpClientRequest connected) {
            request = connected;
            if (answer.isDone()) {
                request.reset();
                return;
            }
            CurrentTrace.addTo(request.headers());
            request.send().onSuccess(this::answered).onFailure(cause -> askAgainOr(PeerFailure.brokenOff(peer)));
        }

        private void askAgainOr(PeerFailure failure) {
            if (answer.isDone() || askedAgain) {
                fail(failure);
            } else {
                askedAgain = true;
                connect();
            }
        }

        private void answered(HttpClientResponse response) {
            response.exceptionHandler(cause -> fail(PeerFailure.brokenOff(peer)));
            if (response.statusCode() != 200) {
                fail(refusal(response));
                return;
            }
            response.handler(chunk -> {
                if (body.length() + chunk.length() > maxAnswer) {
                    fail(PeerFailure.tooLarge(peer, maxAnswer));
                } else if (!answer.isDone()) {
                    body.appendBuffer(chunk);
                }
            });
            response.endHandler(end -> {
                vertx.cancelTimer(timer);
                call.ifPresent(begun -> begun.answered(response.statusCode()));
                answer.complete(new PeerAnswer(peer, body));
            });
        }

        private PeerFailure refusal(HttpClientResponse response) {
            String type = response.getHeader("Content-Type");
            // Anything else that says 404 is some other program under a wrong address, and proves nothing.
            boolean saysSo = type != null && type.startsWith("application/problem+json");
            return response.statusCode() == 404 && saysSo
                    ? PeerFailure.unknown(peer)
                    : PeerFailure.answered(peer, response.statusCode());
        }

        private void fail(PeerFailure failure) {
            vertx.cancelTimer(timer);
            call.ifPresent(begun -> tell(begun, failure));
            if (answer.completeExceptionally(failure) && request != null) {
                // Whatever the service still sends about this is not waited for.
                request.reset();
            }
        }
    }
}
