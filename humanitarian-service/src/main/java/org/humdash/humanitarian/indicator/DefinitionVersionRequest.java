package org.humdash.humanitarian.indicator;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.text.BilingualText;

/**
 * A change of method.
 *
 * @param validFrom figures whose period ends on this day or later follow the new method
 * @param text what exactly is counted from then on
 * @param change what changed, in words a reader of a series understands
 */
record DefinitionVersionRequest(
        @NotNull LocalDate validFrom,
        @NotNull BilingualText text,
        BilingualText numerator,
        BilingualText denominator,
        @NotNull BilingualText change) {

    @AssertTrue(message = "the year of validFrom cannot be meant")
    @Schema(hidden = true)
    boolean isValidFromPlausible() {
        return TimeTravel.isPlausible(validFrom);
    }

    @AssertTrue(message = "numerator and denominator go together")
    @Schema(hidden = true)
    boolean isDivisionWhole() {
        return (numerator == null) == (denominator == null);
    }

    DefinitionVersion version(int number) {
        return new DefinitionVersion(number, validFrom, text, numerator, denominator, change);
    }
}
