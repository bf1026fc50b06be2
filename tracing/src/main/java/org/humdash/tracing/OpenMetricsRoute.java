package org.humdash.tracing;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets Prometheus have OpenMetrics where spans are made, because only there a measured duration can name its trace. The
 * endpoint has it, but hears only one exact spelling of it, which is not the one that Prometheus uses.
 */
@ApplicationScoped
class OpenMetricsRoute {

    /** Before the endpoint chooses what to answer. */
    private static final int FIRST = -2_000;

    /** Prometheus of every age lists what it likes best first. */
    private static final Pattern WANTED =
            Pattern.compile("^application/openmetrics-text; *version=1\\.0\\.0(?:[;,].*)?$");

    private static final String SPELLING = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final boolean off;

    OpenMetricsRoute(@ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this.off = off;
    }

    void install(@Observes ManagementInterface management) {
        if (off) {
            return;
        }
        management.router().route("/q/metrics").order(FIRST).handler(ctx -> {
            HttpServerRequest request = ctx.request();
            String accepted = request.getHeader(HttpHeaders.ACCEPT);
            if (accepted != null && WANTED.matcher(accepted).matches()) {
                request.headers().set(HttpHeaders.ACCEPT, SPELLING);
            }
            ctx.next();
        });
    }
}
