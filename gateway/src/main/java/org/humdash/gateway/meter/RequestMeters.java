package org.humdash.gateway.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.humdash.gateway.account.AccountRoutes;

/** Counts who uses what: requests by the role of the caller, never by the caller. */
@ApplicationScoped
class RequestMeters {

    /** After a request has an id, and before anything could refuse it. */
    private static final int EARLY = -1_999;

    private static final String ANONYMOUS = "anonymous";
    private static final int HUNDRED = 100;

    private final RouteTemplates templates;
    private final MeterRegistry registry;

    RequestMeters(RouteTemplates templates, MeterRegistry registry) {
        this.templates = templates;
        this.registry = registry;
    }

    void install(@Observes Router router) {
        router.route().order(EARLY).handler(this::begin);
    }

    private void begin(RoutingContext ctx) {
        if (ctx.request().getCookie(QuarkusRequestWrapper.FAKE_COOKIE_NAME) == null) {
            ctx.addEndHandler(done -> count(ctx));
        } else {
            // The handlers of the answer itself may be taken by whoever writes it.
            QuarkusRequestWrapper.get(ctx.request()).addRequestDoneHandler(done -> count(ctx));
        }
        ctx.next();
    }

    private void count(RoutingContext ctx) {
        Counter.builder("humdash.gateway.requests")
                .description("Requests by the role of the caller, the route and the class of the status")
                .tag(
                        "role",
                        AccountRoutes.of(ctx)
                                .map(account -> account.role().code())
                                .orElse(ANONYMOUS))
                .tag("route", templates.of(ctx.request().path()))
                .tag("status", status(ctx))
                .register(registry)
                .increment();
    }

    /** A client that went away before there was an answer has no status. */
    private static String status(RoutingContext ctx) {
        return ctx.response().headWritten() ? ctx.response().getStatusCode() / HUNDRED + "xx" : "none";
    }
}
