package org.humdash.gateway.trace;

import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import org.humdash.tracing.CurrentSpan;
import org.humdash.vocabulary.trace.RequestTrace;

/** Carries the trace of a request to wherever a service is asked something for it. */
public final class CurrentTrace {

    private static final String LOCAL = "humdash.trace";

    private CurrentTrace() {}

    static void set(RequestTrace trace) {
        Vertx.currentContext().putLocal(LOCAL, trace);
    }

    /**
     * Names the request that runs now to the service that is sent these headers; nothing is added outside of a request. Where
     * spans are made, the client adds the one of its own call, and a second trace would be one too many.
     */
    public static void addTo(MultiMap headers) {
        Context context = Vertx.currentContext();
        RequestTrace trace = context == null ? null : context.getLocal(LOCAL);
        if (trace == null) {
            return;
        }
        if (CurrentSpan.traceParent().isPresent()) {
            headers.add(RequestTrace.REQUEST_ID, trace.requestId());
        } else {
            headers.addAll(trace.headers());
        }
    }
}
