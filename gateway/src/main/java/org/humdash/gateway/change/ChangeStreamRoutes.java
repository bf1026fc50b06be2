package org.humdash.gateway.change;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.AccountRoutes;
import org.humdash.gateway.account.Accounts;
import org.humdash.gateway.account.ClientAddresses;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Refusal;
import org.humdash.gateway.token.Tokens;
import org.humdash.vocabulary.access.Clearance;
import org.jboss.logging.Logger;

/**
 * What changed, as Server-Sent Events. Vert.x is used directly because a stream has to know how much its reader has taken,
 * and to be able to drop it.
 */
@ApplicationScoped
class ChangeStreamRoutes {

    private static final Logger LOG = Logger.getLogger(ChangeStreamRoutes.class);

    static final String PATH = "/api/v1/changes/stream";

    /** When it is known who is asking. */
    private static final int ORDER = AccountRoutes.ORDER + 2;

    private final Vertx vertx;
    private final ChangeReader reader;
    private final ChangeCursors cursors;
    private final ChangeTails tails;
    private final Tokens tokens;
    private final Accounts accounts;
    private final ClientAddresses addresses;
    private final ExecutorService threads;
    private final ChangesConfig config;
    private final StreamSlots slots;
    private final StreamMeters meters;
    private final Set<ChangeStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean ending;

    ChangeStreamRoutes(
            Vertx vertx,
            ChangeReader reader,
            ChangeCursors cursors,
            ChangeTails tails,
            Tokens tokens,
            Accounts accounts,
            ClientAddresses addresses,
            @VirtualThreads ExecutorService threads,
            ChangesConfig config,
            MeterRegistry registry) {
        this.vertx = vertx;
        this.reader = reader;
        this.cursors = cursors;
        this.tails = tails;
        this.tokens = tokens;
        this.accounts = accounts;
        this.addresses = addresses;
        this.threads = threads;
        this.config = config;
        this.slots = new StreamSlots(config.streams(), config.streamsPerReader());
        this.meters = new StreamMeters(registry, slots);
    }

    void install(@Observes Router router) {
        router.route(PATH).order(ORDER).handler(this::open);
    }

    void endAll(@Observes ShutdownDelayInitiatedEvent event) {
        endAll();
    }

    void endAll(@Observes ShutdownEvent event) {
        endAll();
    }

    private void endAll() {
        if (!open.isEmpty()) {
            LOG.infof("%d readers of changes are sent to other gateways, because this one ends", open.size());
        }
        ending = true;
        open.forEach(stream -> stream.end(ChangeStream.End.SHUTDOWN));
    }

    private void open(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        Refusal refusal = new Refusal(vertx, request);
        if (request.method() != HttpMethod.GET) {
            request.response().putHeader("Allow", "GET");
            refusal.send(ProblemType.METHOD_NOT_ALLOWED, "Here GET can be used.");
            return;
        }
        Optional<Account> account = AccountRoutes.of(ctx);
        Clearance clearance = account.map(Account::clearance).orElse(Clearance.PUBLIC);
        ChangeQuery query;
        try {
            query = query(request, clearance);
        } catch (InvalidChangeQuery e) {
            refusal.send(e.type(), e.getMessage());
            return;
        }
        String who = account.map(Account::name).orElseGet(() -> "address " + addresses.of(request));
        switch (ending ? StreamSlots.Answer.ALL_TAKEN : slots.take(who)) {
            case TOO_MANY_OF_ONE -> {
                retryAfter(request);
                refusal.send(
                        ProblemType.TOO_MANY_STREAMS,
                        "You have " + config.streamsPerReader()
                                + " streams open, which is as many as one reader may have.");
            }
            case ALL_TAKEN -> {
                retryAfter(request);
                refusal.send(ProblemType.STREAMS_TAKEN, "Try again, or read /api/v1/changes page by page meanwhile.");
            }
            case GRANTED -> begin(ctx, account, clearance, query, who);
        }
    }

    /** The id that a browser sends when it comes back is newer than the cursor of the address it opened. */
    private ChangeQuery query(HttpServerRequest request, Clearance clearance) {
        String last = request.getHeader("Last-Event-ID");
        boolean comesBack = last != null && !last.isEmpty();
        return ChangeQuery.of(
                comesBack ? last : request.getParam("cursor"),
                comesBack ? null : request.getParam("from"),
                request.getParam("feeds"),
                clearance,
                cursors);
    }

    private void begin(
            RoutingContext ctx, Optional<Account> account, Clearance clearance, ChangeQuery query, String who) {
        boolean kept = account.map(accounts::keeps).orElse(true);
        ChangeStream.Settings settings = new ChangeStream.Settings(
                config.streamPage(),
                config.retry(),
                config.pollInterval(),
                config.heartbeat(),
                config.stallTimeout(),
                config.keyCheck(),
                // Nobody here can tell when an account of an identity provider ends, so its reader has to say again who
                // it is.
                kept ? config.streamLife() : config.tokenStreamLife(),
                config.streamBacklog().asLongValue());
        ChangeStream[] self = new ChangeStream[1];
        ChangeStream stream = new ChangeStream(
                vertx,
                ctx.request(),
                reader,
                tails,
                query,
                clearance,
                () -> account.map(known -> tokens.of(known)),
                settings,
                why -> {
                    open.remove(self[0]);
                    slots.giveBack(who);
                    meters.ended(why);
                });
        self[0] = stream;
        open.add(stream);
        ctx.addEndHandler(gone -> stream.end(ChangeStream.End.LEFT));
        ctx.request().resume();
        stream.begin();
        if (account.isPresent() && kept) {
            Account known = account.get();
            stream.checkKey(
                    () -> accounts.byName(known.name()).filter(known::equals).isPresent());
        }
        threads.execute(stream::catchUp);
        if (ending) {
            stream.end(ChangeStream.End.SHUTDOWN);
        }
    }

    private void retryAfter(HttpServerRequest request) {
        Duration wait = config.retry();
        request.response().putHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }
}
