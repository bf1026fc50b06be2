package org.humdash.humanitarian.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.humdash.vocabulary.text.BilingualText;

/**
 * How a definition counts from a day on.
 *
 * @param number 1 for the first one
 * @param validFrom figures whose period ends on this day or later follow it; null for the first one, which has no beginning
 * @param numerator what is divided, where the figure is a share or an average and the source says so
 * @param denominator what it is divided by
 * @param change what changed against the version before; null for the first one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DefinitionVersion(
        int number,
        LocalDate validFrom,
        BilingualText text,
        BilingualText numerator,
        BilingualText denominator,
        BilingualText change) {

    /** The same version in other words. */
    DefinitionVersion worded(DefinitionVersion other) {
        return new DefinitionVersion(number, validFrom, other.text(), other.numerator(), other.denominator(), change);
    }
}
