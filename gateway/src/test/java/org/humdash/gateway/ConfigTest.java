package org.humdash.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import java.util.Map;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys are what operators wrote into their settings, in whichever package they are declared. */
class ConfigTest {

    private static final BeanValidationConfigValidator VALIDATOR = () -> Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    @Test
    void aKeyThatDoesNotExistIsRefused() {
        ConfigValidationException refusal = assertThrows(
                ConfigValidationException.class, () -> config(Map.of("humdash.gateway.situation.tiem-zone", "UTC")));

        assertEquals(
                "SRCFG00050: humdash.gateway.situation.tiem-zone in PropertiesConfigSource[source=test] does not map to any root",
                refusal.getProblem(0).getMessage());
    }

    /** All but the first are declared by an interface that their part of the configuration inherits from. */
    @ParameterizedTest
    @CsvSource({
        "humdash.gateway.limits.rate.partner, 0, must be greater than or equal to 1",
        "humdash.gateway.situation.others-named, -1, must be greater than or equal to 0",
        "humdash.gateway.situation.connections, 0, must be greater than or equal to 1",
        "humdash.gateway.access.wrong-keys-free, -1, must be greater than or equal to 0"
    })
    void aValueThatCannotBeIsRefused(String key, String value, String reason) {
        ConfigValidationException refusal =
                assertThrows(ConfigValidationException.class, () -> config(Map.of(key, value)));

        assertEquals(key + " " + reason, refusal.getProblem(0).getMessage());
    }

    private static SmallRyeConfig config(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withValidator(VALIDATOR)
                .withSources(new PropertiesConfigSource(keys, "test", 500))
                .withMapping(GatewayConfig.class)
                .build();
    }
}
