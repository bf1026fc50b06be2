package org.humdash.gateway.answer;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.humdash.gateway.account.AccountRoutes;
import org.humdash.gateway.peer.Peer;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Pins what is composed to the instant and the day of its state, and says by what it is known. */
public class AnswerFilters {

    private final States states;

    AnswerFilters(States states) {
        this.states = states;
    }

    /** What a caller leaves out is the instant of the watermark, and the day that the tag was made with. */
    @ServerRequestFilter(preMatching = true)
    public void pin(ContainerRequestContext request, RoutingContext ctx) {
        Optional<State> state = Composing.of(ctx).flatMap(Composing::state);
        if (state.isPresent()) {
            URI asked = request.getUriInfo().getRequestUri();
            String query = pinned(asked.getRawQuery(), state.get());
            String before = asked.toString().split("[?#]", 2)[0];
            request.setRequestUri(URI.create(before + "?" + query));
        }
    }

    static String pinned(String query, State state) {
        String knownAt = "knownAt=" + state.knownAt().toString().replace(":", "%3A");
        return Stream.of("asOf=" + state.today(), knownAt).reduce(query == null ? "" : query, AnswerFilters::orElse);
    }

    /** The query with this parameter if it has none of that name; an empty one counts as left out. */
    private static String orElse(String query, String parameter) {
        String name = parameter.substring(0, parameter.indexOf('=') + 1);
        String others = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.equals(name) && !(part + "=").equals(name))
                .collect(Collectors.joining("&"));
        boolean given = Arrays.stream(others.split("&")).anyMatch(part -> part.startsWith(name));
        return given ? others : others.isEmpty() ? parameter : others + "&" + parameter;
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
