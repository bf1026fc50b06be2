package org.humdash.gateway.meter;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.humdash.gateway.limit.RequestKind;

/**
 * Tells long requests apart in the durations: an export has the path of the list it is an export of, and may take as long as
 * it is large. The goal for reads is not about it.
 */
@Singleton
class KindOfRequest implements HttpServerMetricsTagsContributor {

    static final String KIND = "kind";

    private static final String STREAM = "/api/v1/changes/stream";

    @Override
    public Tags contribute(Context context) {
        HttpServerRequest request = context.request();
        return Tags.of(
                KIND,
                STREAM.equals(request.path())
                        ? "stream"
                        : RequestKind.of(request).name().toLowerCase(Locale.ROOT));
    }
}
