package org.humdash.gateway.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.humdash.gateway.account.Accounts;
import org.humdash.gateway.change.ChangeCursors;
import org.humdash.gateway.change.ChangeReader;
import org.humdash.gateway.peer.PeerChanged;
import org.humdash.gateway.token.Tokens;
import org.jboss.logging.Logger;

/** Sends what is due, at intervals. Nothing is known from one turn to the next but how many messages are under way. */
@ApplicationScoped
class WebhookWorker {

    private static final Logger LOG = Logger.getLogger(WebhookWorker.class);

    private final Optional<Dispatcher> dispatcher;
    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final ExecutorService threads;
    private final Clock clock;
    private final WebhooksConfig config;
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicBoolean waking = new AtomicBoolean();
    private volatile boolean ending;

    WebhookWorker(
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            ChangeReader reader,
            ChangeCursors cursors,
            Accounts accounts,
            Tokens tokens,
            Messages messages,
            Secrets secrets,
            PublicEndpoint endpoint,
            WebhookMeters meters,
            @VirtualThreads ExecutorService threads,
            Clock clock,
            WebhooksConfig config) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.threads = threads;
        this.clock = clock;
        this.config = config;
        SecureRandom random = new SecureRandom();
        this.dispatcher = secrets.box()
                .map(box -> new Dispatcher(
                        webhooks,
                        deliveries,
                        reader,
                        cursors,
                        accounts,
                        tokens::of,
                        messages,
                        box,
                        endpoint,
                        new RetrySchedule(config.retries(), random),
                        meters,
                        clock,
                        random,
                        new Dispatcher.Limits(
                                config.batch(),
                                config.maxBody().asLongValue(),
                                config.pollInterval(),
                                config.lease(),
                                config.pauseAfter())));
    }

    /** One more thread each turn while there is something to do for it, so that a slow endpoint holds up no other. */
    @Scheduled(every = "${humdash.gateway.webhooks.turn:1s}")
    void turn() {
        if (dispatcher.isEmpty() || ending) {
            return;
        }
        if (working.incrementAndGet() > config.parallel()) {
            working.decrementAndGet();
            return;
        }
        threads.execute(() -> {
            try {
                work(dispatcher.get());
            } finally {
                working.decrementAndGet();
            }
        });
    }

    private void work(Dispatcher sending) {
        try {
            while (!ending && sending.work()) {
                // There may be more that is due.
            }
        } catch (SQLException e) {
            LOG.warn("The webhooks could not be read or written; what is under way is sent again", e);
        }
    }

    /** However often it is said, the webhooks are woken once at a time; what comes meanwhile, they find at their turn. */
    void lookAtOnce(@Observes PeerChanged changed) {
        if (!waking.compareAndSet(false, true)) {
            return;
        }
        threads.execute(() -> {
            try {
                webhooks.wake(clock.instant());
            } catch (SQLException e) {
                LOG.debug("Webhooks could not be woken; they look by themselves", e);
            } finally {
                waking.set(false);
            }
        });
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        deliveries.forget(clock.instant().minus(config.keep()));
    }

    void end(@Observes ShutdownEvent event) {
        ending = true;
    }
}
