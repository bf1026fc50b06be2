package org.humdash.kit.estimate;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateText;
import org.humdash.vocabulary.estimate.Qualifier;

/** An estimate, either in the words of the source ("at least 738") or as its parts; not both. */
public record EstimateRequest(
        @Size(max = 200) String value,
        Qualifier qualifier,
        @PositiveOrZero @Digits(integer = 15, fraction = 4) BigDecimal lower,
        @PositiveOrZero @Digits(integer = 15, fraction = 4) BigDecimal best,
        @PositiveOrZero @Digits(integer = 15, fraction = 4) BigDecimal upper) {

    @Schema(hidden = true)
    @AssertTrue(message = "give either value, or qualifier with lower, best or upper")
    public boolean isSaidOnce() {
        boolean inParts = qualifier != null || lower != null || best != null || upper != null;
        return (value != null) != inParts;
    }

    public Estimate estimate() {
        try {
            return value != null ? EstimateText.parse(value) : Estimate.of(qualifier, lower, best, upper);
        } catch (IllegalArgumentException e) {
            throw INVALID_BODY.because("The estimate does not hold together: " + e.getMessage());
        }
    }
}
