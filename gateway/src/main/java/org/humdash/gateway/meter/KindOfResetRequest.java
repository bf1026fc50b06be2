package org.humdash.gateway.meter;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;

/**
 * Gives the durations of requests whose client went away a kind as well. The framework does not ask {@link KindOfRequest} for
 * those, and one meter must have one set of labels: a second one is refused with an exception, which would keep everybody else
 * from learning that the client is gone.
 */
@Singleton
class KindOfResetRequest implements MeterFilter {

    private static final String UNKNOWN = "unknown";

    @Override
    public Meter.Id map(Meter.Id id) {
        return id.getName().equals(RequestBuckets.REQUESTS) && id.getTag(KindOfRequest.KIND) == null
                ? id.withTag(Tag.of(KindOfRequest.KIND, UNKNOWN))
                : id;
    }
}
