package org.humdash.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.Test;

class DiscreetExporterTest {

    @Test
    void onlyWhatIsListedLeavesASpanAndAnExceptionIsKnownByItsClassAlone() {
        InMemorySpanExporter collector = InMemorySpanExporter.create();
        DiscreetExporter exporter = new DiscreetExporter(collector);
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build();
        var span = provider.get("test")
                .spanBuilder("GET /api/v1/incidents")
                .setAttribute("url.path", "/api/v1/incidents")
                .setAttribute("url.query", "q=somebody")
                .setAttribute("client.address", "203.0.113.7")
                .setAttribute("network.peer.port", 4711L)
                .setAttribute("http.response.status_code", 500L)
                .startSpan();
        span.recordException(new IllegalStateException("Key (reference)=(somebody) already exists"));
        span.setStatus(StatusCode.ERROR, "somebody");
        span.end();

        SpanData sent = collector.getFinishedSpanItems().getFirst();
        provider.close();
        assertEquals(
                Attributes.builder()
                        .put("url.path", "/api/v1/incidents")
                        .put("http.response.status_code", 500L)
                        .build(),
                sent.getAttributes());
        assertEquals(2, sent.getTotalAttributeCount());
        assertEquals(StatusCode.ERROR, sent.getStatus().getStatusCode());
        assertEquals(
                Attributes.of(AttributeKey.stringKey("exception.type"), "java.lang.IllegalStateException"),
                sent.getEvents().getFirst().getAttributes());
        assertEquals("", sent.getStatus().getDescription());
    }
}
