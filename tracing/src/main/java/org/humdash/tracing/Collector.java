package org.humdash.tracing;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where spans go: to a collector that speaks OTLP over HTTP. */
@ApplicationScoped
class Collector {

    private static final String TRACES = "/v1/traces";

    /**
     * The way to the collector; only asked for if there is one.
     *
     * @param endpoint its address without a path of its own for traces, as OpenTelemetry has it
     * @param headers for the collector, each as name=value; they may hold a secret and are not logged
     */
    @Produces
    @Singleton
    SpanExporter exporter(
            @ConfigProperty(name = TracingSwitch.ENDPOINT) Optional<String> endpoint,
            @ConfigProperty(name = "otel.exporter.otlp.headers") Optional<List<String>> headers) {
        OtlpHttpSpanExporterBuilder exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(address(endpoint.orElseThrow()));
        headers.orElse(List.of()).forEach(header -> {
            int equals = header.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("OTEL_EXPORTER_OTLP_HEADERS must be a list of name=value");
            }
            exporter.addHeader(
                    header.substring(0, equals).strip(),
                    header.substring(equals + 1).strip());
        });
        return new DiscreetExporter(exporter.build());
    }

    static String address(String endpoint) {
        String base = endpoint.strip();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) + TRACES : base + TRACES;
    }
}
