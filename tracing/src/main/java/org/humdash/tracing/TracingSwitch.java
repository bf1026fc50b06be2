package org.humdash.tracing;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Spans are made if it is said where they go, and otherwise nothing is set up for them: Quarkus would make them by default, and
 * try to send them to a collector on this machine for ever.
 */
public final class TracingSwitch implements ConfigSourceFactory {

    /** As the environment variable OTEL_EXPORTER_OTLP_ENDPOINT it is known to everybody who runs a collector. */
    static final String ENDPOINT = "otel.exporter.otlp.endpoint";

    private static final String DISABLED = "quarkus.otel.sdk.disabled";
    private static final String STATEMENTS = "quarkus.datasource.jdbc.telemetry.enabled";

    /** Above the defaults and below every file and variable, so that an operator has the last word. */
    private static final int ORDINAL = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue endpoint = context.getValue(ENDPOINT);
        boolean off = endpoint == null
                || endpoint.getValue() == null
                || endpoint.getValue().isBlank();
        Map<String, String> properties = Map.of(DISABLED, Boolean.toString(off), STATEMENTS, Boolean.toString(!off));
        return List.of(new PropertiesConfigSource(properties, "spans only with a collector", ORDINAL));
    }
}
