package org.humdash.kit.trace;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ThreadLocalRandom;
import org.humdash.tracing.CurrentSpan;
import org.humdash.vocabulary.trace.RequestTrace;
import org.jboss.logging.MDC;

/**
 * Puts the trace and the id of a request into every line that is logged about it, on whatever thread. The gateway sends
 * both; whoever asks past it gets new ones.
 */
@ApplicationScoped
class TraceRoutes {

    /** Before anything that could log. */
    private static final int FIRST = -2_000;

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
        MDC.put(RequestTrace.LOGGED_TRACE, trace.traceId());
        MDC.put(RequestTrace.LOGGED_REQUEST, trace.requestId());
        ctx.next();
    }
}
