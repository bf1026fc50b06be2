package org.humdash.humanitarian.indicator;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.vocabulary.text.BilingualText;

/**
 * An indicator to add to the catalogue.
 *
 * @param code how observations name it; it never changes
 * @param expectedIntervalDays how many days after the last one a new figure is due; leave it out where none is
 * @param minimum 0 when left out
 * @param wholeNumbers whether figures are counts; left out, they are unless the kind is RATIO
 * @param definition what exactly is counted; its code is the indicator's
 * @param definitions other ways of counting that are kept apart from the own one
 */
record IndicatorRequest(
        @NotNull @Pattern(regexp = CODE, message = "must be upper case such as SHELTER_SITES")
        String code,

        @NotNull BilingualText name,
        @NotBlank @Size(max = 50) String unit,
        @NotNull IndicatorKind kind,
        @NotNull Aggregation aggregation,
        @Min(1) @Max(3_650) Integer expectedIntervalDays,

        @PositiveOrZero @Digits(integer = 16, fraction = 6) BigDecimal minimum,

        @PositiveOrZero @Digits(integer = 16, fraction = 6) BigDecimal maximum,

        Boolean wholeNumbers,

        @Pattern(regexp = "#[a-z]+(\\+[a-z_0-9]+)*", message = "must be a HXL tag such as #affected+killed")
        String hxlTag,

        @Size(max = 50) List<@NotNull @Pattern(regexp = CODE) String> sourcePriority,
        @NotNull BilingualText definition,
        @Size(max = 50) List<@NotNull @Valid OtherDefinition> definitions) {

    private static final String CODE = "[A-Z][A-Z0-9_]{1,59}";

    IndicatorRequest {
        minimum = minimum == null ? BigDecimal.ZERO : minimum;
        wholeNumbers = wholeNumbers == null ? kind != IndicatorKind.RATIO : wholeNumbers;
        sourcePriority = sourcePriority == null ? List.of() : sourcePriority;
        definitions = definitions == null ? List.of() : definitions;
    }

    /** Another way of counting. */
    record OtherDefinition(
            @NotNull @Pattern(regexp = CODE, message = "must be upper case such as DISPLACEMENT_SITES")
            String code,

            @NotNull BilingualText text) {}

    @AssertTrue(message = "minimum must not be above maximum")
    @Schema(hidden = true)
    boolean isRangeInOrder() {
        return maximum == null || minimum.compareTo(maximum) <= 0;
    }

    @AssertTrue(message = "the codes of the definitions must differ from each other and from the indicator's own")
    @Schema(hidden = true)
    boolean isEachDefinitionOnce() {
        Set<String> codes = new HashSet<>();
        return allDefinitions().stream().allMatch(view -> codes.add(view.code()));
    }

    /** The indicator's own definition and the others. */
    List<DefinitionView> allDefinitions() {
        List<DefinitionView> all = new ArrayList<>();
        all.add(new DefinitionView(code, definition));
        definitions.stream()
                .filter(other -> other != null)
                .forEach(other -> all.add(new DefinitionView(other.code(), other.text())));
        return all;
    }
}
