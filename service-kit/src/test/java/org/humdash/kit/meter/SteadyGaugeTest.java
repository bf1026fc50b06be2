package org.humdash.kit.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.humdash.kit.meter.SteadyGauge.Row;
import org.junit.jupiter.api.Test;

class SteadyGaugeTest {

    private static final Tags GAZA = Tags.of("area", "PS02");
    private static final Tags WEST_BANK = Tags.of("area", "PS01");

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final SteadyGauge claims =
            new SteadyGauge(MultiGauge.builder("claims").register(registry));

    @Test
    void aRowThatIsShownAgainStaysTheSameMeterWithItsNewValue() {
        claims.show(List.of(Row.of(GAZA, 591), Row.of(WEST_BANK, 1)));
        Gauge before = gauge(GAZA);

        claims.show(List.of(Row.of(GAZA, 738)));

        assertSame(before, gauge(GAZA));
        assertEquals(738, before.value());
    }

    @Test
    void aRowThatIsNotShownIsGoneAndMayComeBack() {
        claims.show(List.of(Row.of(GAZA, 591), Row.of(WEST_BANK, 1)));

        claims.show(List.of(Row.of(GAZA, 591)));
        assertNull(gauge(WEST_BANK));

        claims.show(List.of(Row.of(WEST_BANK, 2)));
        assertNull(gauge(GAZA));
        assertEquals(2, gauge(WEST_BANK).value());
    }

    private Gauge gauge(Tags tags) {
        return registry.find("claims").tags(tags).gauge();
    }
}
