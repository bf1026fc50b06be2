package org.humdash.gateway.problem;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Tells somebody who looks at a page in words what a program is told in a problem. */
@FunctionalInterface
public interface ProblemPage {

    /** Ends the request. Headers of the answer set before stay, of which {@code Retry-After} is told in words too. */
    void send(HttpServerRequest request, ProblemType type);

    /** From now on, whatever refuses this request does it by this page. */
    default void attach(RoutingContext ctx) {
        ctx.put(ProblemPage.class.getName(), this);
    }

    /** Empty for a request of a program. */
    static Optional<ProblemPage> of(RoutingContext ctx) {
        return Optional.ofNullable(ctx.get(ProblemPage.class.getName()));
    }
}
