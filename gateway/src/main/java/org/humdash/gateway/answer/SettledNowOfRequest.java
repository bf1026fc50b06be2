package org.humdash.gateway.answer;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Asks the request that is being answered. */
@ApplicationScoped
class SettledNowOfRequest implements SettledNow {

    private final CurrentVertxRequest current;

    SettledNowOfRequest(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Instant orElse(Instant present) {
        RoutingContext ctx = current.getCurrent();
        return Optional.ofNullable(ctx)
                .flatMap(Composing::of)
                .flatMap(Composing::state)
                .map(State::knownAt)
                .orElse(present);
    }
}
