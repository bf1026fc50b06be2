package org.humdash.kit.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.humdash.kit.meter.SteadyGauge.Row;
import org.junit.jupiter.api.Test;

class GaugeRefreshTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final MovableClock clock = new MovableClock();
    private final GaugeRefreshes refreshes = new GaugeRefreshes(registry, clock);
    private final SteadyGauge claims =
            new SteadyGauge(MultiGauge.builder("claims").register(registry));
    private final SteadyGauge days = new SteadyGauge(MultiGauge.builder("days").register(registry));
    private final GaugeRefresh refresh = refreshes.of("claims", claims, days);

    @Test
    void theAgeRunsFromTheStartAndThenFromTheLastTimeThatWorked() throws SQLException {
        clock.pass(Duration.ofSeconds(40));
        assertEquals(40, age());
        refresh.run(this::read);
        assertEquals(0, age());
        clock.pass(Duration.ofMillis(15_500));
        assertThrows(SQLException.class, () -> refresh.run(GaugeRefreshTest::fail));
        assertEquals(15.5, age());
    }

    @Test
    void whatAFailedRefreshLeavesIsShownForFiveMinutesAndThenDropped() throws SQLException {
        refresh.run(this::read);
        clock.pass(GaugeRefresh.SHOWN_FOR);
        assertThrows(SQLException.class, () -> refresh.run(GaugeRefreshTest::fail));
        refreshes.forgetWhatIsTooOld();
        assertEquals(738, registry.get("claims").gauge().value());
        assertTrue(refresh.isShown());

        clock.pass(Duration.ofMillis(1));
        refreshes.forgetWhatIsTooOld();
        assertEquals(List.of(), registry.find("claims").gauges().stream().toList());
        assertEquals(List.of(), registry.find("days").gauges().stream().toList());
        assertFalse(refresh.isShown());

        refresh.run(this::read);
        assertEquals(738, registry.get("claims").gauge().value());
        assertEquals(69, registry.get("days").gauge().value());
        assertTrue(refresh.isShown());
    }

    @Test
    void oneThatHangsKeepsNothingAndIsReadAnewWhenItComesBack() throws SQLException {
        refresh.run(this::read);
        refresh.run(() -> {
            read();
            clock.pass(GaugeRefresh.SHOWN_FOR.plusSeconds(1));
            refreshes.forgetWhatIsTooOld();
        });
        assertEquals(List.of(), registry.find("claims").gauges().stream().toList());
        assertFalse(refresh.isShown(), "it must not be taken for shown, or it would be left out until the next change");
        refresh.run(this::read);
        assertTrue(refresh.isShown());
    }

    @Test
    void oneRefreshDropsNothingOfAnother() throws SQLException {
        SteadyGauge alerts = new SteadyGauge(MultiGauge.builder("alerts").register(registry));
        GaugeRefresh other = refreshes.of("alerts", alerts);
        refresh.run(this::read);
        clock.pass(GaugeRefresh.SHOWN_FOR.plusSeconds(1));
        other.run(() -> alerts.show(List.of(Row.of(Tags.empty(), 2))));
        refreshes.forgetWhatIsTooOld();
        assertEquals(2, registry.get("alerts").gauge().value());
        assertEquals(List.of(), registry.find("claims").gauges().stream().toList());
    }

    private void read() {
        claims.show(List.of(Row.of(Tags.empty(), 738)));
        days.show(List.of(Row.of(Tags.empty(), 69)));
    }

    private static void fail() throws SQLException {
        throw new SQLException("the database is away");
    }

    private double age() {
        return registry.get("humdash.refresh.age")
                .tag("gauges", "claims")
                .gauge()
                .value();
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2025-12-19T12:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
