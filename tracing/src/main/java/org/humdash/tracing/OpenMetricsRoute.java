package org.humdash.tracing;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers Prometheus with OpenMetrics where spans are made, because only there a measured duration can name its trace. The
 * endpoint of Quarkus has it too, but hears only one exact spelling of it, which is not the one that Prometheus uses.
 */
// Quarkus still keeps its meters in the older of Micrometer's two registries.
@SuppressWarnings("deprecation")
@ApplicationScoped
class OpenMetricsRoute {

    /** Before the endpoint of Quarkus. */
    private static final int FIRST = -2_000;

    /** Prometheus of every age lists what it likes best first. */
    private static final Pattern WANTED =
            Pattern.compile("^application/openmetrics-text; *version=1\\.0\\.0(?:[;,].*)?$");

    private final PrometheusMeterRegistry registry;
    private final boolean off;

    OpenMetricsRoute(
            PrometheusMeterRegistry registry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this.registry = registry;
        this.off = off;
    }

    void install(@Observes ManagementInterface management) {
        if (!off) {
            management.router().get("/q/metrics").order(FIRST).blockingHandler(this::answer, false);
        }
    }

    private void answer(RoutingContext ctx) {
        String accepted = ctx.request().getHeader(HttpHeaders.ACCEPT);
        if (accepted == null || !WANTED.matcher(accepted).matches()) {
            ctx.next();
            return;
        }
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, TextFormat.CONTENT_TYPE_OPENMETRICS_100)
                .end(tracesOfBucketsOnly(registry.scrape(TextFormat.CONTENT_TYPE_OPENMETRICS_100)));
    }

    /** Prometheus 2 refuses all that a program says if there is a trace beside a count. */
    static String tracesOfBucketsOnly(String scraped) {
        StringBuilder text = new StringBuilder(scraped.length());
        scraped.lines().forEach(line -> {
            int exemplar = line.lastIndexOf(" # {span_id=");
            boolean kept = exemplar < 0 || line.substring(0, line.indexOf('{')).endsWith("_bucket");
            text.append(kept ? line : line.substring(0, exemplar)).append('\n');
        });
        return text.toString();
    }
}
