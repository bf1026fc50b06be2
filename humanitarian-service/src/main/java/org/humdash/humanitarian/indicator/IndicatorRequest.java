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
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.text.BilingualText;

/**
 * An indicator to add to the catalogue, or an indicator of it as it is to be from now on.
 *
 * @param code how observations name it; it never changes
 * @param expectedIntervalDays how many days after the last one a new figure is due; leave it out where none is
 * @param minimum 0 when left out
 * @param wholeNumbers whether figures are counts; left out, they are unless the kind is RATIO
 * @param cluster which cluster follows it; left out where several do
 * @param definition what exactly is counted; its code is the indicator's
 * @param numerator what is divided, for a share or an average
 * @param denominator what it is divided by
 * @param definitions other ways of counting that are kept apart from the own one
 * @param terms which indicators its figures are reckoned from; left out where they are from none
 * @param revisionReason why it is changed; only a change has one
 * @param revisionNote the same in words, for the history
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

        Cluster cluster,
        @NotNull BilingualText definition,
        BilingualText numerator,
        BilingualText denominator,
        @Size(max = 50) List<@NotNull @Valid OtherDefinition> definitions,
        @Valid IndicatorTerms terms,
        RevisionReason revisionReason,
        @Size(max = 10_000) String revisionNote) {

    private static final String CODE = "[A-Z][A-Z0-9_]{1,59}";

    IndicatorRequest {
        minimum = minimum == null ? BigDecimal.ZERO : minimum;
        wholeNumbers = wholeNumbers == null ? kind != IndicatorKind.RATIO : wholeNumbers;
        terms = terms == null ? IndicatorTerms.NONE : terms;
        definitions = definitions == null ? List.of() : definitions;
    }

    /** Another way of counting. */
    record OtherDefinition(
            @NotNull @Pattern(regexp = CODE, message = "must be upper case such as DISPLACEMENT_SITES")
            String code,

            @NotNull BilingualText text,
            BilingualText numerator,
            BilingualText denominator) {}

    @AssertTrue(message = "minimum must not be above maximum")
    @Schema(hidden = true)
    boolean isRangeInOrder() {
        return maximum == null || minimum.compareTo(maximum) <= 0;
    }

    @AssertTrue(message = "only a FLOW is added up")
    @Schema(hidden = true)
    boolean isAggregationFitting() {
        return aggregation != Aggregation.SUM || kind == null || kind == IndicatorKind.FLOW;
    }

    @AssertTrue(message = "the codes of the definitions must differ from each other and from the indicator's own")
    @Schema(hidden = true)
    boolean isEachDefinitionOnce() {
        Set<String> codes = new HashSet<>();
        return codes.add(code)
                && definitions.stream().filter(Objects::nonNull).allMatch(other -> codes.add(other.code()));
    }

    @AssertTrue(message = "numerator and denominator go together")
    @Schema(hidden = true)
    boolean isEachDivisionWhole() {
        return (numerator == null) == (denominator == null)
                && definitions.stream()
                        .filter(Objects::nonNull)
                        .allMatch(other -> (other.numerator() == null) == (other.denominator() == null));
    }

    @AssertTrue(message = "only a RATIO has a numerator, a denominator or a total, and only what is none has parts")
    @Schema(hidden = true)
    boolean isEachTermFitting() {
        return kind == null
                || terms.codes().findAny().isEmpty()
                || (kind == IndicatorKind.RATIO) == terms.parts().isEmpty();
    }

    /** The indicator's own definition and the others, as if each were in its first version. */
    List<DefinitionHistory> allDefinitions() {
        List<DefinitionHistory> all = new ArrayList<>();
        all.add(first(code, definition, numerator, denominator));
        definitions.forEach(
                other -> all.add(first(other.code(), other.text(), other.numerator(), other.denominator())));
        return all;
    }

    private static DefinitionHistory first(
            String code, BilingualText text, BilingualText numerator, BilingualText denominator) {
        return DefinitionHistory.of(code, List.of(new DefinitionVersion(1, null, text, numerator, denominator, null)));
    }
}
