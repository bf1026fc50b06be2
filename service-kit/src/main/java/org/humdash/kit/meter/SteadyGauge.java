package org.humdash.kit.meter;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A gauge with a row for each set of labels, all of which are shown anew from time to time. A row that is shown again changes
 * its value in place: a {@link MultiGauge} that is told to overwrite takes it away first, and whoever scrapes at that moment
 * finds that it has gone, upon which alerts end and begin again.
 */
public final class SteadyGauge {

    private final MultiGauge gauge;
    private final Map<Tags, AtomicReference<Double>> values = new LinkedHashMap<>();

    /** One row: what is so for these labels. */
    public record Row(Tags tags, double value) {

        public static Row of(Tags tags, Number value) {
            return new Row(tags, value.doubleValue());
        }
    }

    public SteadyGauge(MultiGauge gauge) {
        this.gauge = gauge;
    }

    /** Shows these rows and no others. */
    public synchronized void show(List<Row> rows) {
        Set<Tags> shown = new HashSet<>();
        for (Row row : rows) {
            values.computeIfAbsent(row.tags(), tags -> new AtomicReference<>()).set(row.value());
            shown.add(row.tags());
        }
        values.keySet().retainAll(shown);
        gauge.register(
                values.entrySet().stream()
                        .<MultiGauge.Row<?>>map(
                                entry -> MultiGauge.Row.of(entry.getKey(), entry.getValue(), AtomicReference::get))
                        .toList(),
                false);
    }
}
