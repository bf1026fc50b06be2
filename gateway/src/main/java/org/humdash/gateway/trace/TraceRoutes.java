package org.humdash.gateway.trace;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ThreadLocalRandom;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.AccountRoutes;
import org.humdash.tracing.CurrentSpan;
import org.humdash.vocabulary.trace.RequestTrace;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Gives each request an id and a trace before anything else is done: into the answer, into every line that is logged about
 * it, and to the services. When it is over, one line says what it was and how it ended.
 */
@ApplicationScoped
class TraceRoutes {

    /** Before the path is looked at, so that refusals have an id too. */
    private static final int FIRST = -2_000;

    /** A category of its own, so that an operator can turn it off: QUARKUS_LOG_CATEGORY__ACCESS__LEVEL=OFF. */
    private static final Logger ACCESS = Logger.getLogger("access");

    private static final double NANOS_PER_MILLI = 1_000_000;

    void install(@Observes Router router) {
        router.route().order(FIRST).handler(TraceRoutes::begin);
    }

    private static void begin(RoutingContext ctx) {
        MultiMap headers = ctx.request().headers();
        RequestTrace brought = RequestTrace.of(
                headers.getAll(RequestTrace.TRACE_PARENT),
                headers.getAll(RequestTrace.TRACE_STATE),
                headers.getAll(RequestTrace.REQUEST_ID),
                ThreadLocalRandom.current());
        RequestTrace trace = CurrentSpan.traceParent().map(brought::under).orElse(brought);
        CurrentTrace.set(trace);
        MDC.put(RequestTrace.LOGGED_TRACE, trace.traceId());
        MDC.put(RequestTrace.LOGGED_REQUEST, trace.requestId());
        ctx.response().putHeader(RequestTrace.REQUEST_ID, trace.requestId());
        if (ACCESS.isInfoEnabled()) {
            long began = System.nanoTime();
            ctx.addEndHandler(ended -> log(ctx, trace, began));
        }
        ctx.next();
    }

    private static void log(RoutingContext ctx, RequestTrace trace, long began) {
        MDC.put(RequestTrace.LOGGED_TRACE, trace.traceId());
        MDC.put(RequestTrace.LOGGED_REQUEST, trace.requestId());
        ACCESS.info(AccessLine.of(
                ctx.request().method().name(),
                ctx.request().path(),
                ctx.response().headWritten() ? ctx.response().getStatusCode() : 0,
                ctx.response().bytesWritten(),
                (System.nanoTime() - began) / NANOS_PER_MILLI,
                AccountRoutes.of(ctx).map(Account::name).orElse("-")));
    }
}
