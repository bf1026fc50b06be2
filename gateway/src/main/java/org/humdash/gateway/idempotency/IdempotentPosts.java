package org.humdash.gateway.idempotency;

import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.idempotency.IdempotencyMeters.Outcome;
import org.humdash.gateway.idempotency.KeptAnswerRepository.Found;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Refusal;
import org.jboss.logging.Logger;

/**
 * Does what is asked with an Idempotency-Key once. The first answer is kept in the database, for all instances of the
 * gateway; the same request of the same account gets it again. A body is never held: it is hashed while it passes on, or,
 * when an answer is known already, while it is thrown away.
 */
@ApplicationScoped
public class IdempotentPosts {

    private static final Logger LOG = Logger.getLogger(IdempotentPosts.class);
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String RETRY_AFTER_SECONDS = "2";

    private final Vertx vertx;
    private final KeptAnswerRepository answers;
    private final IdempotencyMeters meters;
    private final Clock clock;
    private final IdempotencyConfig config;
    private final Map<UUID, Instant> underWay = new ConcurrentHashMap<>();
    private final Attempt.Book book = new BookOfAttempts();

    IdempotentPosts(
            Vertx vertx,
            KeptAnswerRepository answers,
            IdempotencyMeters meters,
            Clock clock,
            IdempotencyConfig config) {
        this.vertx = vertx;
        this.answers = answers;
        this.meters = meters;
        this.clock = clock;
        this.config = config;
    }

    /** Hands a request on, unless it was answered before; a request without a key or an account as it is. */
    public void forward(HttpServerRequest request, Optional<Account> account, Consumer<HttpServerRequest> further) {
        if (!isKeyed(request, account)) {
            further.accept(request);
            return;
        }
        key(request).ifPresent(key -> {
            request.pause();
            begin(request, account.get(), key, attempt -> {
                if (request.response().closed()) {
                    attempt.giveUp();
                } else {
                    further.accept(new RecordedRequest(
                            request, attempt, config.maxAnswer().asLongValue()));
                }
            });
        });
    }

    /**
     * Lets the gateway itself answer, unless it did before. Its answers hold secrets that are shown once, so it is only kept
     * that they were given.
     */
    public void answer(RoutingContext ctx, Optional<Account> account) {
        HttpServerRequest request = ctx.request();
        if (!isKeyed(request, account)) {
            ctx.next();
            return;
        }
        key(request)
                .ifPresent(key -> new BodyReader(
                                vertx, request, config.maxOwnBody().asLongValue())
                        .read(body -> begin(request, account.get(), key, body, attempt -> {
                            attempt.bodyPiece(body);
                            attempt.bodyEnded();
                            HttpServerResponse response = request.response();
                            ctx.addEndHandler(done -> {
                                if (done.succeeded() && response.getStatusCode() < 300) {
                                    attempt.answered(response.getStatusCode(), response.headers(), null);
                                } else {
                                    attempt.giveUp();
                                }
                            });
                            ((RoutingContextInternal) ctx).setBody(body);
                            ctx.next();
                        })));
    }

    private static boolean isKeyed(HttpServerRequest request, Optional<Account> account) {
        return request.method() == HttpMethod.POST
                && account.isPresent()
                && request.headers().contains(IdempotencyKey.HEADER);
    }

    private Optional<IdempotencyKey> key(HttpServerRequest request) {
        try {
            return Optional.of(IdempotencyKey.of(request.headers().getAll(IdempotencyKey.HEADER)));
        } catch (IllegalArgumentException e) {
            new Refusal(vertx, request).send(ProblemType.INVALID_IDEMPOTENCY_KEY, e.getMessage());
            return Optional.empty();
        }
    }

    private void begin(HttpServerRequest request, Account account, IdempotencyKey key, Consumer<Attempt> first) {
        begin(request, account, key, null, first);
    }

    /** @param body null if it is still to be read */
    private void begin(
            HttpServerRequest request, Account account, IdempotencyKey key, Buffer body, Consumer<Attempt> first) {
        byte[] id = Fingerprint.ofKey(account.name(), key);
        byte[] head = Fingerprint.ofHead(request);
        UUID number = UUID.randomUUID();
        underWay.put(number, clock.instant());
        vertx.executeBlocking(() -> take(id, account, number, head), false)
                .onSuccess(before -> {
                    if (before.isEmpty()) {
                        meters.count(Outcome.FIRST);
                        start(new Attempt(id, number, book), first);
                    } else {
                        underWay.remove(number);
                        again(request, head, before.get(), body);
                    }
                })
                .onFailure(failure -> {
                    underWay.remove(number);
                    LOG.error("The kept answers cannot be read, so a write was refused", failure);
                    new Refusal(vertx, request)
                            .send(
                                    ProblemType.KEPT_ANSWERS_UNAVAILABLE,
                                    "Nothing was done. Try again later, with the same Idempotency-Key.");
                });
    }

    private static void start(Attempt attempt, Consumer<Attempt> first) {
        try {
            first.accept(attempt);
        } catch (RuntimeException e) {
            attempt.giveUp();
            throw e;
        }
    }

    private Optional<Found> take(byte[] id, Account account, UUID number, byte[] head) throws SQLException {
        Instant now = clock.instant();
        return answers.begin(
                id, account.name(), number, head, now, now.minus(config.lostAfter()), now.minus(config.keep()));
    }

    private void again(HttpServerRequest request, byte[] head, Found before, Buffer body) {
        String length = request.getHeader("Content-Length");
        boolean otherLength =
                before.answer() != null && length != null && !length.equals(Long.toString(before.bodyLength()));
        if (!Arrays.equals(head, before.request()) || otherLength) {
            reused(request);
        } else if (before.answer() == null) {
            meters.count(Outcome.UNDER_WAY);
            request.response().putHeader("Retry-After", RETRY_AFTER_SECONDS);
            new Refusal(vertx, request)
                    .send(ProblemType.IDEMPOTENCY_KEY_IN_USE, "Ask again later what became of it, with the same key.");
        } else {
            Fingerprint sent = new Fingerprint();
            if (body != null) {
                sent.add(body);
                compare(request, before, sent);
            } else {
                read(request, before, sent);
            }
        }
    }

    /** Reads a body for nothing but its fingerprint, and no further than it could be the same. */
    private void read(HttpServerRequest request, Found before, Fingerprint sent) {
        if (request.isEnded()) {
            compare(request, before, sent);
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.exceptionHandler(gone -> {});
        request.endHandler(end -> compare(request, before, sent));
        request.handler(piece -> {
            sent.add(piece);
            if (sent.length() > before.bodyLength()) {
                reused(request);
            }
        });
        request.resume();
    }

    private void compare(HttpServerRequest request, Found before, Fingerprint sent) {
        KeptAnswer answer = before.answer();
        HttpServerResponse response = request.response();
        if (!Arrays.equals(before.body(), sent.value())) {
            reused(request);
            return;
        }
        response.putHeader(REPLAYED, "true");
        if (answer.body() == null) {
            meters.count(Outcome.NOT_KEPT);
            String location = answer.headers().getString("Location");
            if (location != null) {
                response.putHeader("Location", location);
            }
            new Refusal(vertx, request)
                    .send(
                            ProblemType.ANSWER_NOT_KEPT,
                            "The first request with this key was answered with " + answer.status()
                                    + ". It is not done again; what it answered was shown once or was too large to keep.");
        } else {
            meters.count(Outcome.REPLAYED);
            answer.headers().forEach(header -> response.putHeader(header.getKey(), (String) header.getValue()));
            response.setStatusCode(answer.status()).end(Buffer.buffer(answer.body()));
        }
    }

    private void reused(HttpServerRequest request) {
        meters.count(Outcome.REUSED);
        new Refusal(vertx, request)
                .send(
                        ProblemType.IDEMPOTENCY_KEY_REUSED,
                        "The first request with this Idempotency-Key had another path, query, format or body. Nothing was"
                                + " done. Every request that is to be done needs a key of its own.");
    }

    /** Tells other gateways that this one is still at it. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void alive() throws SQLException {
        // Nothing takes as long as an answer is kept; a key is not to be blocked by what ended without a word.
        Instant limit = clock.instant().minus(config.keep());
        underWay.values().removeIf(begun -> begun.isBefore(limit));
        List<UUID> attempts = List.copyOf(underWay.keySet());
        if (!attempts.isEmpty()) {
            answers.alive(attempts, clock.instant());
        }
    }

    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        answers.forgetBegunBefore(clock.instant().minus(config.keep()));
    }

    private final class BookOfAttempts implements Attempt.Book {

        @Override
        public void finish(Attempt attempt, byte[] body, long bodyLength, KeptAnswer answer) {
            write(
                    attempt,
                    () -> answers.finish(attempt.id(), attempt.number(), body, bodyLength, answer, clock.instant()));
        }

        @Override
        public void giveUp(Attempt attempt) {
            write(attempt, () -> answers.giveUp(attempt.id(), attempt.number()));
        }

        private void write(Attempt attempt, Writing writing) {
            vertx.executeBlocking(
                            () -> {
                                writing.run();
                                return null;
                            },
                            false)
                    .onFailure(failure ->
                            LOG.warn("What became of a request with an Idempotency-Key could not be kept", failure))
                    .onComplete(done -> underWay.remove(attempt.number()));
        }
    }

    private interface Writing {
        void run() throws SQLException;
    }
}
