package org.humdash.local.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;

/** A collector that keeps what it is sent: OTLP over HTTP, as any other one is sent it. */
final class OtlpReceiver implements AutoCloseable {

    private final HttpServer server;
    private final Queue<Sent> spans = new ConcurrentLinkedQueue<>();
    private final StringBuffer everything = new StringBuffer();

    /**
     * A span as it came.
     *
     * @param parent empty for the first of a trace
     */
    record Sent(
            String service,
            String trace,
            String id,
            String parent,
            String name,
            String kind,
            Map<String, String> says) {}

    OtlpReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Sent> of(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    List<Sent> all() {
        return List.copyOf(spans);
    }

    /** Every byte that came, as a letter. */
    String everything() {
        return everything.toString();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                        ? new GZIPInputStream(exchange.getRequestBody())
                        : exchange.getRequestBody()) {
            byte[] sent = body.readAllBytes();
            everything.append(new String(sent, StandardCharsets.UTF_8));
            ExportTraceServiceRequest.parseFrom(sent).getResourceSpansList().forEach(this::keep);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void keep(ResourceSpans resource) {
        String service = says(resource.getResource().getAttributesList()).get("service.name");
        resource.getScopeSpansList()
                .forEach(scope -> scope.getSpansList().forEach(span -> spans.add(read(service, span))));
    }

    private static Sent read(String service, Span span) {
        HexFormat hex = HexFormat.of();
        return new Sent(
                service,
                hex.formatHex(span.getTraceId().toByteArray()),
                hex.formatHex(span.getSpanId().toByteArray()),
                hex.formatHex(span.getParentSpanId().toByteArray()),
                span.getName(),
                span.getKind().name().replace("SPAN_KIND_", ""),
                says(span.getAttributesList()));
    }

    private static Map<String, String> says(List<KeyValue> attributes) {
        Map<String, String> says = new TreeMap<>();
        for (KeyValue attribute : attributes) {
            AnyValue value = attribute.getValue();
            says.put(
                    attribute.getKey(),
                    value.hasStringValue() ? value.getStringValue() : Long.toString(value.getIntValue()));
        }
        return says;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
