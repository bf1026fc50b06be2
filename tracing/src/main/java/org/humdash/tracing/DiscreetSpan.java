package org.humdash.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;

/**
 * A span with what is listed here and nothing else: a library that learns to say more about its callers says it to nobody.
 *
 * <p>Left out are, of what is made today: the query of an address, in which people search with words of their own; the
 * addresses and programs of callers, and the host they asked for; and the messages and stack traces of exceptions, in which
 * PostgreSQL quotes rows. Of an exception its class stays.
 */
final class DiscreetSpan extends DelegatingSpanData {

    /** Names of the semantic conventions, 1.23 and later, and of their forerunners for databases. */
    private static final Set<String> KEPT = Set.of(
            "http.request.method",
            "http.response.status_code",
            "http.route",
            "http.request.body.size",
            "http.response.body.size",
            "url.path",
            "url.scheme",
            "network.protocol.name",
            "network.protocol.version",
            "error.type",
            "db.system",
            "db.system.name",
            "db.name",
            "db.namespace",
            "db.operation",
            "db.operation.name",
            "db.sql.table",
            "db.collection.name",
            "code.function.name",
            "exception.type");

    DiscreetSpan(SpanData span) {
        super(span);
    }

    @Override
    public Attributes getAttributes() {
        return kept(super.getAttributes());
    }

    @Override
    public int getTotalAttributeCount() {
        return getAttributes().size();
    }

    @Override
    public List<EventData> getEvents() {
        return super.getEvents().stream()
                .map(event -> EventData.create(event.getEpochNanos(), event.getName(), kept(event.getAttributes())))
                .toList();
    }

    /** The description is the message of an exception. */
    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }

    private static Attributes kept(Attributes attributes) {
        return attributes.toBuilder().removeIf(DiscreetSpan::isLeftOut).build();
    }

    private static boolean isLeftOut(AttributeKey<?> key) {
        return !KEPT.contains(key.getKey());
    }
}
