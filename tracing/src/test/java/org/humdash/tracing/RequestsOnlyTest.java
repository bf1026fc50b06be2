package org.humdash.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestsOnlyTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    private final RequestsOnly sampler = new RequestsOnly(Sampler.alwaysOn());

    @Test
    void aRequestBeginsATraceAndAStatementDoesNot() {
        assertEquals(SamplingDecision.RECORD_AND_SAMPLE, decided(Context.root(), SpanKind.SERVER));
        assertEquals(SamplingDecision.DROP, decided(Context.root(), SpanKind.CLIENT));
        assertEquals(SamplingDecision.DROP, decided(Context.root(), SpanKind.INTERNAL));
    }

    @Test
    void whatIsDoneForARequestBelongsToItsTrace() {
        Context sampled = under(SpanContext.create(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault()));
        Context dropped = under(SpanContext.create(TRACE, SPAN, TraceFlags.getDefault(), TraceState.getDefault()));

        assertEquals(SamplingDecision.RECORD_AND_SAMPLE, decided(sampled, SpanKind.CLIENT));
        assertEquals(SamplingDecision.DROP, decided(dropped, SpanKind.CLIENT));
    }

    @Test
    void whetherTheRequestOfAnotherProgramIsTracedIsForTheConfiguredSamplerToSay() {
        Context remote = under(
                SpanContext.createFromRemoteParent(TRACE, SPAN, TraceFlags.getDefault(), TraceState.getDefault()));

        assertEquals(SamplingDecision.RECORD_AND_SAMPLE, decided(remote, SpanKind.SERVER));
    }

    private SamplingDecision decided(Context parent, SpanKind kind) {
        return sampler.shouldSample(parent, TRACE, "name", kind, Attributes.empty(), List.of())
                .getDecision();
    }

    private static Context under(SpanContext span) {
        return Context.root().with(Span.wrap(span));
    }
}
