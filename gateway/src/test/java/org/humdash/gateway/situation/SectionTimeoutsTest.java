package org.humdash.gateway.situation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.humdash.gateway.GatewayConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionTimeoutsTest {

    private static final String KEY = "humdash.gateway.situation.section-timeouts.";

    @Test
    void aSectionHasItsOwnTimeAndTheOthersTheCommonOne() {
        SectionTimeouts timeouts = new SectionTimeouts(
                config(Map.of(KEY + "ledger", "4s", "humdash.gateway.situation.section-timeout", "1s")));

        assertEquals(Duration.ofSeconds(4), timeouts.of(SectionName.LEDGER));
        assertEquals(Duration.ofSeconds(1), timeouts.of(SectionName.CLAIMS));
    }

    @ParameterizedTest
    @CsvSource({"ledgers, 4s", "ledger, 0s"})
    void aSectionThatDoesNotExistOrATimeThatIsNoneStopsTheStart(String section, String time) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> new SectionTimeouts(config(Map.of(KEY + section, time))));

        assertEquals(KEY + section + " must be a section and a time of a millisecond at least", refusal.getMessage());
    }

    private static GatewayConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(GatewayConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(GatewayConfig.class);
    }
}
