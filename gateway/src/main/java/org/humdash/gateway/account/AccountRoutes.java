package org.humdash.gateway.account;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.humdash.gateway.problem.AuthenticationProblems;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Refusal;
import org.jboss.logging.Logger;

/** Finds out who is asking, before anything of the API is done for them. */
@ApplicationScoped
public class AccountRoutes {

    /** After the framework looked for credentials, and before it limits bodies. */
    public static final int ORDER = 1 - SecurityHandlerPriorities.AUTHENTICATION;

    private static final Logger LOG = Logger.getLogger(AccountRoutes.class);
    private static final String ACCOUNT = "humdash.account";
    private static final BiConsumer<RoutingContext, Throwable> NO_ANSWER = (ctx, failure) -> {};

    private final Vertx vertx;
    private final IdentityProviderManager identities;
    private final WrongCredentials wrong;
    private final ClientAddresses addresses;

    AccountRoutes(Vertx vertx, IdentityProviderManager identities, WrongCredentials wrong, ClientAddresses addresses) {
        this.vertx = vertx;
        this.identities = identities;
        this.wrong = wrong;
        this.addresses = addresses;
    }

    void install(@Observes Router router) {
        router.route("/api/*").order(ORDER).handler(this::identify);
    }

    /** Who is asking; empty for whoever did not say. Good in every route of the API after {@link #ORDER}. */
    public static Optional<Account> of(RoutingContext ctx) {
        return Optional.ofNullable(ctx.get(ACCOUNT));
    }

    /** The body waits meanwhile; what follows goes on where it is read. */
    private void identify(RoutingContext ctx) {
        ctx.request().pause();
        Context context = vertx.getOrCreateContext();
        // The framework's own handler would answer first, without a word about why.
        ctx.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, NO_ANSWER);
        QuarkusHttpUser.getSecurityIdentity(ctx, identities)
                .subscribe()
                .with(
                        identity -> context.runOnContext(known -> goOn(ctx, identity)),
                        failure -> context.runOnContext(unknown -> refuse(ctx.request(), failure)));
    }

    /** Whoever says who they are in a way that nobody here reads is not taken for somebody who does not. */
    private void goOn(RoutingContext ctx, SecurityIdentity identity) {
        Optional<Account> account = CurrentAccount.of(identity);
        if (account.isEmpty() && ctx.request().getHeader("Authorization") != null) {
            refuse(ctx.request(), new AuthenticationFailedException());
        } else {
            account.ifPresent(known -> ctx.put(ACCOUNT, known));
            ctx.next();
        }
    }

    private void refuse(HttpServerRequest request, Throwable failure) {
        Refusal refusal = new Refusal(vertx, request);
        if (failure instanceof AuthenticationFailedException) {
            request.response().putHeader(AuthenticationProblems.CHALLENGE_HEADER, AuthenticationProblems.CHALLENGE);
            Duration wait = wrong.count(addresses.of(request));
            if (wait.isZero()) {
                refusal.send(ProblemType.UNAUTHORIZED, AuthenticationProblems.NOT_BELIEVED);
            } else {
                vertx.setTimer(
                        wait.toMillis(),
                        waited -> refusal.send(ProblemType.UNAUTHORIZED, AuthenticationProblems.NOT_BELIEVED));
            }
        } else if (failure instanceof ForbiddenException) {
            refusal.send(ProblemType.FORBIDDEN, failure.getMessage() + ".");
        } else {
            LOG.error("It could not be found out who is asking", failure);
            refusal.send(ProblemType.ACCOUNTS_UNAVAILABLE, "It cannot be told at the moment whose key this is.");
        }
    }
}
