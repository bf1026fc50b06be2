package org.humdash.gateway.answer;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Says that the answer that is about to be written is whole, and of this state. */
record Composed(State state) {

    private static final String KEY = "humdash.composed";

    void attach(RoutingContext ctx) {
        ctx.put(KEY, this);
    }

    static Optional<Composed> of(RoutingContext ctx) {
        return Optional.ofNullable(ctx.get(KEY));
    }
}
