package org.humdash.gateway.answer;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * An answer of the gateway's own on its way through the framework.
 *
 * @param state what it follows from; empty if that is not known
 * @param known whether the caller said who they are
 */
record Composing(Optional<State> state, boolean known) {

    private static final String KEY = "humdash.composing";

    void attach(RoutingContext ctx) {
        ctx.put(KEY, this);
    }

    static Optional<Composing> of(RoutingContext ctx) {
        return Optional.ofNullable(ctx.get(KEY));
    }
}
