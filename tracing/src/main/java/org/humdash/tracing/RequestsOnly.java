package org.humdash.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Lets only a request begin a trace. What the programs ask their databases every second by themselves would bury it.
 */
final class RequestsOnly implements Sampler {

    private final Sampler sampler;

    RequestsOnly(Sampler sampler) {
        this.sampler = sampler;
    }

    @Override
    public SamplingResult shouldSample(
            Context parent,
            String traceId,
            String name,
            SpanKind kind,
            Attributes attributes,
            List<LinkData> parentLinks) {
        SpanContext before = Span.fromContext(parent).getSpanContext();
        boolean beginsHere = !before.isValid() || before.isRemote();
        boolean dropped = beginsHere ? kind != SpanKind.SERVER : !before.isSampled();
        return dropped
                ? SamplingResult.drop()
                : sampler.shouldSample(parent, traceId, name, kind, attributes, parentLinks);
    }

    @Override
    public String getDescription() {
        return "RequestsOnly{" + sampler.getDescription() + "}";
    }
}
