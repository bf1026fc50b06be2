package org.humdash.humanitarian.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The indicators that the figures of one are reckoned from, by code. Figures are held against them where the same originator
 * states them for the same area and period, and what does not add up is shown as a finding; nothing is changed.
 *
 * @param numerator of a percentage: what is divided
 * @param denominator of a percentage: what it is divided by
 * @param total of a rate per day: what came in the whole period
 * @param parts of a total: what it is the sum of
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record IndicatorTerms(
        String numerator,
        String denominator,
        String total,
        @Size(max = 50) List<@NotNull String> parts) {

    static final IndicatorTerms NONE = new IndicatorTerms(null, null, null, List.of());

    public IndicatorTerms {
        parts = parts == null ? List.of() : parts;
    }

    @AssertTrue(message = "numerator and denominator go together")
    @Schema(hidden = true)
    boolean isDivisionWhole() {
        return (numerator == null) == (denominator == null);
    }

    @AssertTrue(message = "an indicator is one term only")
    @Schema(hidden = true)
    boolean isEachTermOnce() {
        return codes().allMatch(new HashSet<>()::add);
    }

    Stream<String> codes() {
        return Stream.concat(
                Stream.of(numerator, denominator, total).filter(code -> code != null),
                parts.stream().filter(code -> code != null));
    }
}
