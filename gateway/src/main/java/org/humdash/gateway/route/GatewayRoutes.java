package org.humdash.gateway.route;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.CurrentAccount;
import org.humdash.gateway.problem.AuthenticationProblems;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Problems;
import org.jboss.logging.Logger;

/** Looks at the path before anything else does, and hands on what belongs to a service. */
@ApplicationScoped
class GatewayRoutes {

    private static final Logger LOG = Logger.getLogger(GatewayRoutes.class);

    /** Before the framework's own limit on bodies, which does not answer with a problem. */
    private static final int EARLY = -1_000;

    /** After the framework looked for who is asking, and before it limits bodies. */
    private static final int KNOWING_WHO_ASKS = 1 - SecurityHandlerPriorities.AUTHENTICATION;

    private static final BiConsumer<RoutingContext, Throwable> NO_ANSWER = (ctx, failure) -> {};

    private final Vertx vertx;
    private final Forwarder forwarder;
    private final IdentityProviderManager identities;

    GatewayRoutes(Vertx vertx, Forwarder forwarder, IdentityProviderManager identities) {
        this.vertx = vertx;
        this.forwarder = forwarder;
        this.identities = identities;
    }

    void install(@Observes Router router) {
        router.route().order(EARLY).handler(GatewayRoutes::checkPath);
        router.route().order(KNOWING_WHO_ASKS).handler(this::route);
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
            ctx.next();
        } else if (!route.get().methods().contains(request.method())) {
            String allowed =
                    route.get().methods().stream().map(Object::toString).collect(Collectors.joining(", "));
            request.response().putHeader("Allow", allowed);
            Problems.send(request, ProblemType.METHOD_NOT_ALLOWED, "Here " + allowed + " can be used.");
        } else {
            whenKnown(ctx, account -> forwarder.forward(request, route.get(), account));
        }
    }

    /** The body waits meanwhile; what follows goes on where it is read. */
    private void whenKnown(RoutingContext ctx, Consumer<Optional<Account>> next) {
        HttpServerRequest request = ctx.request();
        request.pause();
        Context context = vertx.getOrCreateContext();
        // The framework's own handler would answer first, without a word about why.
        ctx.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, NO_ANSWER);
        QuarkusHttpUser.getSecurityIdentity(ctx, identities)
                .subscribe()
                .with(
                        identity -> context.runOnContext(known -> goOn(request, CurrentAccount.of(identity), next)),
                        failure -> context.runOnContext(unknown -> refuse(request, failure)));
    }

    /** Whoever says who they are in a way that nobody here reads is not taken for somebody who does not. */
    private void goOn(HttpServerRequest request, Optional<Account> account, Consumer<Optional<Account>> next) {
        if (account.isEmpty() && request.getHeader("Authorization") != null) {
            refuse(request, new AuthenticationFailedException());
        } else {
            next.accept(account);
        }
    }

    private void refuse(HttpServerRequest request, Throwable failure) {
        Refusal refusal = new Refusal(vertx, request);
        if (failure instanceof AuthenticationFailedException) {
            request.response().putHeader(AuthenticationProblems.CHALLENGE_HEADER, AuthenticationProblems.CHALLENGE);
            refusal.send(ProblemType.UNAUTHORIZED, AuthenticationProblems.NOT_BELIEVED);
        } else {
            LOG.error("It could not be found out who is asking", failure);
            refusal.send(ProblemType.ACCOUNTS_UNAVAILABLE, "It cannot be told at the moment whose key this is.");
        }
    }
}
