package org.humdash.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Optional;

/** The span that is being made, for what tells people and other programs about it. */
public final class CurrentSpan {

    private CurrentSpan() {}

    /** As the W3C header {@code traceparent} has it; empty if no spans are made. */
    public static Optional<String> traceParent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? Optional.of("00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex())
                : Optional.empty();
    }
}
