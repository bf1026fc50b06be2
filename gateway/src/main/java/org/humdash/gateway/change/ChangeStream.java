package org.humdash.gateway.change;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.humdash.gateway.problem.Refusal;
import org.humdash.vocabulary.access.Clearance;
import org.jboss.logging.Logger;

/**
 * One reader that listens. It first catches up by itself, waiting for its reader to take each page, and then hears what the
 * tail reads for all. What its reader has not taken is counted, and beyond a limit the reader is dropped: it comes back
 * with the last id it got, and misses nothing.
 */
final class ChangeStream implements ChangeTail.Listener {

    private static final Logger LOG = Logger.getLogger(ChangeStream.class);

    /** How much may happen between catching up and hearing; a reader for whom it is more begins again from its last id. */
    private static final int MOST_REMEMBERED = 2_000;

    private static final int MOST_WAITING = 100;

    /** Why a stream ended; a closed list, so that it can label a meter. */
    enum End {
        /** The reader went away. */
        LEFT,
        /** The reader took too little for too long. */
        SLOW,
        /** The key was revoked or has expired. */
        KEY_ENDED,
        /** It was open for as long as streams are. */
        AGE,
        /** The gateway is ending. */
        SHUTDOWN,
        FAILED
    }

    /** What a stream has to know. */
    record Settings(
            int page,
            Duration retry,
            Duration pause,
            Duration heartbeat,
            Duration stall,
            Duration keyCheck,
            Duration life,
            long backlog) {}

    private final Vertx vertx;
    private final Context context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final ChangeReader reader;
    private final ChangeTails tails;
    private final ChangeTail tail;
    private final ChangeQuery query;
    private final Clearance clearance;
    private final Supplier<Optional<String>> token;
    private final Settings settings;
    private final Consumer<End> whenEnded;

    private final Queue<ChangeTail.News> waiting = new ArrayDeque<>();
    private final Set<String> told = new HashSet<>();
    private boolean hearing;

    private volatile boolean ended;
    private long untaken;
    private long lastTaken = System.nanoTime();
    private long heartbeatTimer;
    private long keyTimer;
    private long lifeTimer;

    ChangeStream(
            Vertx vertx,
            HttpServerRequest request,
            ChangeReader reader,
            ChangeTails tails,
            ChangeQuery query,
            Clearance clearance,
            Supplier<Optional<String>> token,
            Settings settings,
            Consumer<End> whenEnded) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.request = request;
        this.response = request.response();
        this.reader = reader;
        this.tails = tails;
        this.tail = tails.of(clearance, query.feeds());
        this.query = query;
        this.clearance = clearance;
        this.token = token;
        this.settings = settings;
        this.whenEnded = whenEnded;
    }

    /** Begins the answer. On the event loop of the request. */
    void begin() {
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Vary", "Authorization, X-API-Key")
                // Proxies that gather an answer before they pass it on would keep the reader waiting.
                .putHeader("X-Accel-Buffering", "no");
        write(Buffer.buffer("retry: " + settings.retry().toMillis() + "\n\n"));
        heartbeatTimer = vertx.setPeriodic(settings.heartbeat().toMillis(), beat -> heartbeat());
        lifeTimer = vertx.setTimer(settings.life().toMillis(), old -> end(End.AGE));
    }

    /** Looks at intervals whether the reader may still listen. The question may wait for a database. */
    void checkKey(BooleanSupplier holds) {
        keyTimer = vertx.setPeriodic(
                settings.keyCheck().toMillis(),
                turn -> vertx.executeBlocking(holds::getAsBoolean, false)
                        .onSuccess(still -> {
                            if (!still) {
                                end(End.KEY_ENDED);
                            }
                        })
                        // Without the database nobody can tell, and nobody was revoked either.
                        .onFailure(unknown -> LOG.debug("It could not be told whether a key still holds", unknown)));
    }

    /** Reads on from where the reader is until there is nothing left, and joins the tail. On a thread that may wait. */
    void catchUp() {
        try {
            ChangePosition own = query.position();
            while (!ended) {
                own = readToTheEnd(own, false);
                if (ended || tail.joinAt(own, this)) {
                    break;
                }
                Optional<CompletableFuture<Void>> joined = tail.joinAtNextEnd(this);
                if (joined.isPresent()) {
                    joined.get().get();
                    readToTheEnd(own, true);
                    break;
                }
            }
            hearAll();
        } catch (CancellationException e) {
            // The reader left meanwhile.
        } catch (TimeoutException e) {
            end(End.SLOW);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(End.FAILED);
        } catch (ExecutionException | RuntimeException e) {
            if (!ended) {
                LOG.warn("A stream of changes failed; its reader may come back", e);
            }
            end(End.FAILED);
        }
    }

    private ChangePosition readToTheEnd(ChangePosition from, boolean remember)
            throws InterruptedException, ExecutionException, TimeoutException {
        ChangePosition own = from;
        Set<?> missing = Set.of();
        while (!ended) {
            ChangePage page = reader.read(own, query.feeds(), settings.page(), token.get());
            own = page.next();
            if (remember) {
                remember(page);
            }
            if (!page.entries().isEmpty() || !page.missing().keySet().equals(missing)) {
                missing = page.missing().keySet();
                write(tails.event(page, clearance)).get(settings.stall().toMillis(), TimeUnit.MILLISECONDS);
            }
            if (page.isTheEnd()) {
                return own;
            }
            if (!page.more()) {
                Thread.sleep(settings.pause());
            }
        }
        return own;
    }

    private synchronized void remember(ChangePage page) {
        page.entries().forEach(entry -> told.add(entry.identity()));
        if (told.size() > MOST_REMEMBERED) {
            end(End.SLOW);
        }
    }

    @Override
    public synchronized void hear(ChangeTail.News news) {
        if (hearing) {
            tell(news);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(news);
        } else {
            end(End.SLOW);
        }
    }

    private synchronized void hearAll() {
        waiting.forEach(this::tell);
        waiting.clear();
        hearing = true;
        if (ended) {
            tail.leave(this);
        }
    }

    private void tell(ChangeTail.News news) {
        ChangePage page = news.page();
        long known = page.entries().stream()
                .filter(entry -> told.contains(entry.identity()))
                .count();
        if (known == 0) {
            write(news.event());
        } else if (known < page.entries().size()) {
            ChangePage rest = new ChangePage(
                    page.entries().stream()
                            .filter(entry -> !told.contains(entry.identity()))
                            .toList(),
                    page.next(),
                    page.missing(),
                    page.more(),
                    page.upTo());
            write(tails.event(rest, clearance));
        }
    }

    /** Completed when the reader's side took it; cancelled if the stream has ended. */
    private CompletableFuture<Void> write(Buffer text) {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        context.runOnContext(turn -> {
            if (ended) {
                taken.cancel(false);
            } else if (untaken > 0 && untaken + text.length() > settings.backlog()) {
                end(End.SLOW);
                taken.cancel(false);
            } else {
                untaken += text.length();
                response.write(text).onComplete(written -> {
                    untaken -= text.length();
                    lastTaken = System.nanoTime();
                    if (written.succeeded()) {
                        taken.complete(null);
                    } else {
                        taken.cancel(false);
                    }
                });
            }
        });
        return taken;
    }

    private void heartbeat() {
        if (untaken == 0) {
            write(Buffer.buffer(":\n\n"));
        } else if (System.nanoTime() - lastTaken > settings.stall().toNanos()) {
            end(End.SLOW);
        }
    }

    /** Ends it once; later reasons do not count. From any thread. */
    void end(End why) {
        context.runOnContext(turn -> {
            if (ended) {
                return;
            }
            ended = true;
            vertx.cancelTimer(heartbeatTimer);
            vertx.cancelTimer(keyTimer);
            vertx.cancelTimer(lifeTimer);
            tail.leave(this);
            // First, so that a reader who comes back at once finds its place free.
            whenEnded.accept(why);
            if (why == End.SLOW || why == End.FAILED) {
                new Refusal(vertx, request).abort();
            } else if (!response.ended() && !response.closed()) {
                response.end(Buffer.buffer("retry: " + retryAfterEnd(why) + "\n\n"));
            }
        });
    }

    /** When a gateway ends, all its readers come back at once, unless they are told to do so one after the other. */
    private long retryAfterEnd(End why) {
        long usual = settings.retry().toMillis();
        return why == End.SHUTDOWN ? usual + ThreadLocalRandom.current().nextLong(usual + 1) : usual;
    }
}
