package org.humdash.gateway.answer;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumSet;
import java.util.Optional;
import org.humdash.gateway.account.AccountRoutes;
import org.humdash.gateway.peer.Peer;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says by what an answer of the gateway's own is known, and how long it holds. */
public class AnswerFilters {

    private final States states;

    AnswerFilters(States states) {
        this.states = states;
    }

    @ServerResponseFilter
    public void know(ContainerResponseContext response, RoutingContext ctx) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        Optional<Composing> composing = Composing.of(ctx);
        if (composing.isEmpty() || response.getStatus() != 200 || isNotWhole(headers)) {
            if (!headers.containsKey("Cache-Control") && ctx.request().path().startsWith("/api/")) {
                headers.putSingle("Cache-Control", Freshness.NOT_KEPT);
            }
            return;
        }
        headers.putSingle("Cache-Control", Freshness.confirmed(composing.get().known()));
        headers.putSingle("Vary", Freshness.VARY);
        Optional<State> state = composing.get().state();
        Optional<String> now = states.of(ctx.request(), AccountRoutes.of(ctx), EnumSet.allOf(Peer.class))
                .map(State::text);
        // If something changed meanwhile, nobody knows which state the answer is of.
        state.filter(before -> now.filter(before.text()::equals).isPresent())
                .ifPresent(same -> new Composed(same).attach(ctx));
    }

    /** A part is missing, or older than it should be: as composed it must not be shown again. */
    private static boolean isNotWhole(MultivaluedMap<String, Object> headers) {
        return headers.containsKey("Humdash-Partial")
                || headers.containsKey("Humdash-Stale")
                || String.valueOf(headers.getFirst("Cache-Control")).contains(Freshness.NOT_KEPT);
    }
}
