package org.humdash.kit.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Reads some gauges again, and remembers when that last worked. A refresh that fails leaves the values that were read before
 * it, for a database that is restarted is back within a minute; after five they are dropped, because what stands on a
 * dashboard is taken for what is so now.
 */
public final class GaugeRefresh {

    static final Duration SHOWN_FOR = Duration.ofMinutes(5);

    private static final double MILLIS = 1_000;

    private final List<SteadyGauge> gauges;
    private final Clock clock;
    private Instant lastRead;
    private boolean shown;
    private int dropped;

    /** What reads the gauges. */
    @FunctionalInterface
    public interface Reading<E extends Exception> {
        void run() throws E;
    }

    GaugeRefresh(String name, List<SteadyGauge> gauges, Clock clock, MeterRegistry registry) {
        this.gauges = gauges;
        this.clock = clock;
        this.lastRead = clock.instant();
        Gauge.builder("humdash.refresh.age", this, GaugeRefresh::age)
                .description("Time since these gauges were last read from the database, or since the start if never")
                .baseUnit("seconds")
                .tag("gauges", name)
                .register(registry);
    }

    /** Reads them again. What the reading throws goes on to the caller, and the gauges stay as they are for a while. */
    public <E extends Exception> void run(Reading<E> reading) throws E {
        int droppedBefore = dropped();
        reading.run();
        read(droppedBefore);
    }

    /** Whether what was last read is shown. If not, a reader that skips what has not changed has to read it all. */
    public synchronized boolean isShown() {
        return shown;
    }

    synchronized void forgetIfTooOld() {
        if (shown && Duration.between(lastRead, clock.instant()).compareTo(SHOWN_FOR) > 0) {
            gauges.forEach(gauge -> gauge.show(List.of()));
            shown = false;
            dropped++;
        }
    }

    private synchronized int dropped() {
        return dropped;
    }

    private synchronized void read(int droppedBefore) {
        lastRead = clock.instant();
        // What was dropped while it was being read may be gone again.
        shown = dropped == droppedBefore;
    }

    private synchronized double age() {
        return Duration.between(lastRead, clock.instant()).toMillis() / MILLIS;
    }
}
