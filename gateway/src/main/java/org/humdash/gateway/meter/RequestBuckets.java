package org.humdash.gateway.meter;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Gives the durations of requests a histogram whose buckets end where somebody looks: at half a second, the goal of most
 * reads, and around it. No other timer of the framework gets one, for each bucket is a series.
 */
@Singleton
class RequestBuckets implements MeterFilter {

    static final String REQUESTS = "http.server.requests";

    private static final double[] ENDS = Stream.of(25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals(REQUESTS)
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(ENDS)
                        .build()
                        .merge(config)
                : config;
    }
}
