package org.humdash.gateway.change;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts streams and why they ended. Every series exists from the start, at zero. */
final class StreamMeters {

    private final Map<ChangeStream.End, Counter> ended = new EnumMap<>(ChangeStream.End.class);

    StreamMeters(MeterRegistry registry, StreamSlots slots) {
        Gauge.builder("humdash.gateway.change.streams", slots, StreamSlots::taken)
                .description("Streams of changes that are open")
                .register(registry);
        for (ChangeStream.End why : ChangeStream.End.values()) {
            ended.put(
                    why,
                    Counter.builder("humdash.gateway.change.streams.ended")
                            .description("Streams of changes that ended, by why they did")
                            .tag("reason", why.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .register(registry));
        }
    }

    void ended(ChangeStream.End why) {
        ended.get(why).increment();
    }
}
