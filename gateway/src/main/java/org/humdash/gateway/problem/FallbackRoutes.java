package org.humdash.gateway.problem;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** What is answered where nothing else answers. */
@ApplicationScoped
class FallbackRoutes {

    static final String WHERE_THINGS_ARE =
            "The API begins at /api/v1; /q/openapi describes it and /q/swagger-ui lets you try it.";

    private static final Logger LOG = Logger.getLogger(FallbackRoutes.class);

    void install(@Observes Router router) {
        router.route()
                .order(RouteConstants.ROUTE_ORDER_AFTER_DEFAULT + 1_000)
                .handler(ctx -> Problems.send(ctx, ProblemType.NOT_FOUND, WHERE_THINGS_ARE));
        // One place before the framework's own error page.
        router.route().order(Integer.MAX_VALUE - 1).failureHandler(FallbackRoutes::failed);
    }

    private static void failed(RoutingContext ctx) {
        int status = ctx.statusCode() > 0 ? ctx.statusCode() : 500;
        ProblemType type = ProblemType.ofStatus(status)
                .orElse(status < 500 ? ProblemType.BAD_REQUEST : ProblemType.INTERNAL_ERROR);
        if (type == ProblemType.INTERNAL_ERROR) {
            LOG.errorf(ctx.failure(), "%s %s failed", ctx.request().method(), ctx.normalizedPath());
        }
        Problems.send(ctx, type, type == ProblemType.NOT_FOUND ? WHERE_THINGS_ARE : null);
    }
}
