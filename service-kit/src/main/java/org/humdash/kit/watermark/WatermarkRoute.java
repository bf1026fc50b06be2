package org.humdash.kit.watermark;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells a gateway the watermark, at once if it is another one than the gateway names in {@code after}, and otherwise when it
 * changes or the time to hold is over. Outside the API, so no gateway hands requests on to it. An answer is one line,
 * {@code <token> <instant>}, or empty while the watermark is unknown.
 *
 * <p>It is asked again and again and is no stream, because a stream would hold up the end of the program, and one that was
 * cut looks like one on which nothing happens.
 */
@ApplicationScoped
class WatermarkRoute {

    static final String PATH = "/internal/watermark";

    private final Vertx vertx;
    private final Watermarks watermarks;
    private final WatermarkConfig config;

    WatermarkRoute(Vertx vertx, Watermarks watermarks, WatermarkConfig config) {
        this.vertx = vertx;
        this.watermarks = watermarks;
        this.config = config;
    }

    void install(@Observes Router router) {
        router.get(PATH).handler(this::tell);
    }

    private void tell(RoutingContext ctx) {
        String after = ctx.request().getParam("after", "");
        if (!line().equals(after) || watermarks.waiting() >= config.waiting()) {
            answer(ctx.response());
            return;
        }
        Context context = vertx.getOrCreateContext();
        AtomicBoolean told = new AtomicBoolean();
        Runnable answer = new Runnable() {
            @Override
            public void run() {
                if (told.compareAndSet(false, true)) {
                    watermarks.forget(this);
                    context.runOnContext(go -> answer(ctx.response()));
                }
            }
        };
        long timer = vertx.setTimer(config.hold().toMillis(), over -> answer.run());
        ctx.addEndHandler(end -> {
            told.set(true);
            watermarks.forget(answer);
            vertx.cancelTimer(timer);
        });
        watermarks.onChange(answer);
        if (!line().equals(after)) {
            // It changed between looking and waiting.
            answer.run();
        }
    }

    private String line() {
        return watermarks.current().map(Watermark::line).orElse("");
    }

    private void answer(HttpServerResponse response) {
        if (!response.ended() && !response.closed()) {
            response.putHeader("Content-Type", "text/plain; charset=UTF-8")
                    .putHeader("Cache-Control", "no-store")
                    .end(line());
        }
    }
}
