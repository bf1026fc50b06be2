package org.humdash.gateway.lifecycle;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.stream.Collectors;

/** Adds to every answer, refusals too, what its path has been given as a notice. Costs nothing while there is none. */
@ApplicationScoped
class NoticeRoutes {

    /** After the path was looked at. */
    private static final int EARLY = -900;

    private final Notices notices;

    NoticeRoutes(LifecyclesConfig config) {
        this.notices = new Notices(config.lifecycle().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Notices.Notice(
                                entry.getValue().deprecated(),
                                entry.getValue().sunset(),
                                entry.getValue().link()))));
    }

    void install(@Observes Router router) {
        if (!notices.isEmpty()) {
            router.route("/api/*").order(EARLY).handler(this::announce);
        }
    }

    private void announce(RoutingContext ctx) {
        Map<String, String> headers = notices.headers(ctx.request().path());
        if (!headers.isEmpty()) {
            // At the end, because a service's own Link would take the place of what stands there already.
            ctx.addHeadersEndHandler(begun ->
                    headers.forEach((name, value) -> ctx.response().headers().add(name, value)));
        }
        ctx.next();
    }
}
