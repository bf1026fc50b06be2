package org.humdash.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracingSwitchTest {

    private static final String DISABLED = "quarkus.otel.sdk.disabled";

    @Test
    void nothingIsMadeWithoutACollector() {
        assertEquals(
                "true", with(Map.of()).getOptionalValue(DISABLED, String.class).orElseThrow());
        assertEquals(
                "true",
                with(Map.of("otel.exporter.otlp.endpoint", " "))
                        .getOptionalValue(DISABLED, String.class)
                        .orElseThrow());
    }

    @Test
    void spansAreMadeIfThereIsACollectorUnlessTheOperatorSaysNo() {
        assertEquals(
                "false",
                with(Map.of("otel.exporter.otlp.endpoint", "http://collector:4318"))
                        .getOptionalValue(DISABLED, String.class)
                        .orElseThrow());
        assertEquals(
                "true",
                with(Map.of("otel.exporter.otlp.endpoint", "http://collector:4318", DISABLED, "true"))
                        .getOptionalValue(DISABLED, String.class)
                        .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "http://collector:4318, http://collector:4318/v1/traces",
        "http://collector:4318/, http://collector:4318/v1/traces",
        "https://collector.example/otlp, https://collector.example/otlp/v1/traces"
    })
    void theAddressForTracesFollowsFromTheEndpoint(String endpoint, String address) {
        assertEquals(address, Collector.address(endpoint));
    }

    private static SmallRyeConfig with(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 250))
                .withSources(new TracingSwitch())
                .build();
    }
}
