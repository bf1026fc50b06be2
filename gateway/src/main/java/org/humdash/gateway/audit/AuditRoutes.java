package org.humdash.gateway.audit;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.AccountRoutes;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Refusal;
import org.jboss.logging.Logger;

/**
 * Records every request that may write before it is passed on, and how it ended after. What cannot be recorded is not
 * passed on: a write nobody can be asked about would be worse than one that has to be sent again.
 */
@ApplicationScoped
class AuditRoutes {

    private static final Logger LOG = Logger.getLogger(AuditRoutes.class);

    private final Vertx vertx;
    private final AuditRepository entries;
    private final Clock clock;

    AuditRoutes(Vertx vertx, AuditRepository entries, Clock clock) {
        this.vertx = vertx;
        this.entries = entries;
        this.clock = clock;
    }

    void install(@Observes Router router) {
        router.route("/api/*").order(AccountRoutes.ORDER + 3).handler(this::audit);
    }

    private void audit(RoutingContext ctx) {
        HttpMethod method = ctx.request().method();
        Optional<Account> account = AccountRoutes.of(ctx);
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
        if (reads || account.isEmpty()) {
            // Whoever has no account is refused by whatever they ask.
            ctx.next();
            return;
        }
        vertx.executeBlocking(
                        () -> entries.begin(
                                clock.instant(),
                                account.get(),
                                method.name(),
                                ctx.request().path()),
                        false)
                .onSuccess(id -> {
                    ctx.addEndHandler(done -> {
                        // A client that went away before the answer leaves the end unknown: the service may have
                        // written.
                        if (ctx.response().headWritten()) {
                            end(id, ctx.response().getStatusCode());
                        }
                    });
                    ctx.next();
                })
                .onFailure(failure -> {
                    LOG.error("A write could not be recorded, so it was refused", failure);
                    new Refusal(vertx, ctx.request())
                            .send(
                                    ProblemType.ACCOUNTS_UNAVAILABLE,
                                    "Nothing was written, because it could not be recorded who wrote it. Try again later.");
                });
    }

    private void end(long id, int status) {
        vertx.executeBlocking(
                () -> {
                    try {
                        entries.end(id, clock.instant(), status);
                    } catch (SQLException e) {
                        LOG.warnf(e, "How audit entry %d ended, with status %d, could not be recorded", id, status);
                    }
                    return null;
                },
                false);
    }
}
