package org.humdash.gateway.limit;

import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.AccountRoutes;
import org.humdash.gateway.account.ClientAddresses;
import org.humdash.gateway.limit.LimitMeters.Shed;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Refusal;

/**
 * Refuses what is too much: for the gateway before anything else is looked at, for one caller as soon as it is known who it
 * is. Health and metrics stand on a port of their own and are never refused.
 */
@ApplicationScoped
public class LimitRoutes {

    /** Before the path is looked at. */
    private static final int FIRST = -1_001;

    /**
     * For those who do not say who they are: after CORS, and before the framework looks for credentials, which costs more than
     * an answer from memory.
     */
    public static final int BY_ADDRESS =
            -(SecurityHandlerPriorities.AUTHENTICATION + SecurityHandlerPriorities.CORS) / 2;

    /** The API, and the pages that are made of it. */
    private static final List<String> LIMITED = List.of("/api/*", "/", "/ar", "/page/*");

    private static final String COUNTED = "humdash.counted";
    private static final String ANSWERED_FROM_MEMORY = "humdash.answered-from-memory";
    private static final int NOT_MODIFIED = 304;

    private final Vertx vertx;
    private final RateLimits rates;
    private final ClientAddresses addresses;
    private final LimitMeters meters;
    private final Load load;
    private final boolean counting;
    private final int mostOfOne;

    LimitRoutes(
            Vertx vertx,
            RateLimits rates,
            ClientAddresses addresses,
            LimitMeters meters,
            RateConfig rate,
            LoadConfig most) {
        this.vertx = vertx;
        this.rates = rates;
        this.addresses = addresses;
        this.meters = meters;
        this.counting = rate.enabled();
        this.mostOfOne = most.perCaller();
        this.load = new Load(most.requests(), most.bodies());
        meters.show(load::underWay);
    }

    void install(@Observes Router router) {
        router.route().order(FIRST).handler(this::shed);
        for (String path : LIMITED) {
            router.route(path).order(BY_ADDRESS).handler(this::limitAnybody);
            router.route(path).order(AccountRoutes.ORDER + 1).handler(this::limit);
        }
    }

    /** To be called by whoever answers without asking a service or a database, so that it costs the caller little. */
    public static void answeredFromMemory(RoutingContext ctx) {
        ctx.put(ANSWERED_FROM_MEMORY, true);
    }

    private void shed(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        HttpMethod method = request.method();
        boolean withBody = method != HttpMethod.GET && method != HttpMethod.HEAD && method != HttpMethod.OPTIONS;
        if (load.begins(withBody)) {
            whenDone(ctx, () -> load.ended(withBody));
            ctx.next();
        } else {
            meters.shed(load.isFull() ? Shed.REQUESTS : Shed.BODIES);
            comeBack(ctx, ProblemType.OVERLOADED, 1, "Too many requests are under way. Try again in a moment.");
        }
    }

    private void limitAnybody(RoutingContext ctx) {
        MultiMap headers = ctx.request().headers();
        if (headers.contains("Authorization") || headers.contains("X-API-Key")) {
            ctx.next();
        } else {
            limit(ctx);
        }
    }

    private void limit(RoutingContext ctx) {
        if (ctx.get(COUNTED) != null) {
            ctx.next();
            return;
        }
        ctx.put(COUNTED, true);
        HttpServerRequest request = ctx.request();
        Optional<Account> account = AccountRoutes.of(ctx);
        Tier tier = Tier.of(account);
        Caller caller = rates.caller(tier, account.map(Account::name).orElseGet(() -> addresses.of(request)));
        if (counting && !counted(ctx, caller, tier)) {
            return;
        }
        if (caller.begins(mostOfOne)) {
            whenDone(ctx, caller::ended);
            ctx.next();
        } else {
            meters.shed(Shed.CALLER);
            comeBack(
                    ctx,
                    ProblemType.TOO_MANY_REQUESTS,
                    1,
                    mostOfOne + " requests of yours are under way, which is as many as one caller may have at once.");
        }
    }

    private boolean counted(RoutingContext ctx, Caller caller, Tier tier) {
        HttpServerRequest request = ctx.request();
        RequestKind kind = RequestKind.of(request);
        RateLimits.Decision decision = rates.take(caller, tier, kind);
        HttpServerResponse response = request.response();
        response.putHeader("RateLimit-Policy", rates.policy(tier)).putHeader("RateLimit", decision.limit());
        if (!decision.allowed()) {
            meters.limited(tier);
            comeBack(
                    ctx,
                    ProblemType.TOO_MANY_REQUESTS,
                    decision.retryAfter(),
                    "This can be asked again in " + decision.retryAfter()
                            + " s. RateLimit-Policy says how much may be asked in how many seconds.");
            return false;
        }
        whenDone(ctx, () -> {
            if (response.getStatusCode() == NOT_MODIFIED || ctx.get(ANSWERED_FROM_MEMORY) != null) {
                rates.wasCheap(caller, tier, kind);
            }
        });
        return true;
    }

    private void comeBack(RoutingContext ctx, ProblemType type, long seconds, String detail) {
        ctx.response().putHeader("Retry-After", Long.toString(seconds));
        new Refusal(vertx, ctx).send(type, detail);
    }

    /** However it ends: the handlers of the answer itself may be taken by whoever writes it. */
    private static void whenDone(RoutingContext ctx, Runnable after) {
        if (ctx.request().getCookie(QuarkusRequestWrapper.FAKE_COOKIE_NAME) == null) {
            // The framework wraps no requests if it does not wait for them when the program is to end.
            ctx.addEndHandler(done -> after.run());
        } else {
            QuarkusRequestWrapper.get(ctx.request()).addRequestDoneHandler(done -> after.run());
        }
    }
}
