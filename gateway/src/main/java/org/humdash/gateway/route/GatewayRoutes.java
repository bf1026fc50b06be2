package org.humdash.gateway.route;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.stream.Collectors;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.AccountRoutes;
import org.humdash.gateway.answer.Conditionals;
import org.humdash.gateway.idempotency.IdempotentPosts;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Problems;
import org.humdash.gateway.problem.Refusal;

/** Looks at the path before anything else does, and hands on what belongs to a service. */
@ApplicationScoped
class GatewayRoutes {

    /** Before anybody answers: where a request ends is the first thing to be sure of. */
    private static final int FIRST = -1_900;

    /** Before the framework's own limit on bodies, which does not answer with a problem. */
    private static final int EARLY = -1_000;

    /** When it is known who is asking, and what they write is recorded. */
    private static final int LAST = AccountRoutes.ORDER + 5;

    private final Vertx vertx;
    private final Forwarder forwarder;
    private final IdempotentPosts posts;
    private final Conditionals conditionals;

    GatewayRoutes(Vertx vertx, Forwarder forwarder, IdempotentPosts posts, Conditionals conditionals) {
        this.vertx = vertx;
        this.forwarder = forwarder;
        this.posts = posts;
        this.conditionals = conditionals;
    }

    void install(@Observes Router router) {
        router.route().order(FIRST).handler(GatewayRoutes::checkFraming);
        router.route().order(EARLY).handler(GatewayRoutes::checkPath);
        router.route().order(LAST).handler(this::route);
    }

    private static void checkFraming(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        Optional<String> objection = PlainFraming.objection(request.version(), request.headers());
        if (objection.isPresent()) {
            // Nobody knows what of the rest belongs to it, so nothing more is read.
            request.pause();
            request.response().putHeader("Connection", "close");
            Problems.send(request, ProblemType.BAD_REQUEST, objection.get());
            request.connection().close();
        } else {
            ctx.next();
        }
    }

    private static void checkPath(RoutingContext ctx) {
        Optional<String> objection = PlainPath.objection(ctx.request().path());
        if (objection.isPresent()) {
            Problems.send(ctx.request(), ProblemType.BAD_PATH, objection.get());
        } else {
            ctx.next();
        }
    }

    private void route(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        Optional<Route> route = Route.of(request.path());
        if (route.isEmpty()) {
            posts.answer(ctx, AccountRoutes.of(ctx));
        } else if (!route.get().methods().contains(request.method())) {
            String allowed =
                    route.get().methods().stream().map(Object::toString).collect(Collectors.joining(", "));
            request.response().putHeader("Allow", allowed);
            new Refusal(vertx, request).send(ProblemType.METHOD_NOT_ALLOWED, "Here " + allowed + " can be used.");
        } else {
            Optional<Account> account = AccountRoutes.of(ctx);
            conditionals
                    .of(request, account, route.get().peer())
                    .ifPresent(conditional -> posts.forward(
                            request,
                            account,
                            further -> forwarder.forward(further, route.get(), account, conditional)));
        }
    }
}
