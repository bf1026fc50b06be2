package org.humdash.humanitarian.commitment;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.text.BilingualText;
import org.humdash.vocabulary.time.DayCount;

/**
 * What was promised for every day, as a source states it, and which indicators tell what came of it.
 *
 * @param ceasefire the code of the ceasefire that the promise belongs to
 * @param area the P-code of the area that figures are about
 * @param quantityPerDay in {@code unit}s a day
 * @param dayCount how days are counted where a statement does not show it; both the first and the last one when left out
 * @param source who states the promise
 * @param delivered indicators of what arrived: cumulative, of a period, or averages a day
 * @param statedExpected the indicator of what sources themselves say should have arrived
 * @param statedPercent the indicator of the shares that sources themselves state
 * @param revisionNote why it is changed; only a change has one
 */
record CommitmentRequest(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,59}", message = "must be upper case such as GAZA-2025-10")
        String ceasefire,

        @NotNull @Pattern(regexp = CODE, message = "must be upper case such as AID_TRUCKS")
        String code,

        @NotNull BilingualText title,
        @NotNull String area,

        @NotNull @Positive @Digits(integer = 12, fraction = 4)
        BigDecimal quantityPerDay,

        @NotBlank @Size(max = 50) String unit,
        @NotNull LocalDate from,
        LocalDate to,
        DayCount dayCount,
        @NotNull @Pattern(regexp = CODE) String source,

        @Pattern(regexp = "https?://[^\\s\\p{Cntrl}]{1,2000}", message = "must be a http or https address")
        String url,

        @NotEmpty @Size(max = 10) List<@NotNull @Pattern(regexp = CODE) String> delivered,
        @Pattern(regexp = CODE) String statedExpected,
        @Pattern(regexp = CODE) String statedPercent,
        @Size(max = 2_000) String revisionNote) {

    private static final String CODE = "[A-Z][A-Z0-9_]{1,59}";

    CommitmentRequest {
        // A hostile exponent is left as it is for @Digits to refuse; written out it would fill the memory.
        quantityPerDay = quantityPerDay == null || Math.abs((long) quantityPerDay.scale()) > 100
                ? quantityPerDay
                : plain(quantityPerDay);
        dayCount = dayCount == null ? DayCount.INCLUSIVE : dayCount;
    }

    @Schema(hidden = true)
    @AssertTrue(message = "to must not come before from")
    boolean isInOrder() {
        return from == null || to == null || !to.isBefore(from);
    }

    @Schema(hidden = true)
    @AssertTrue(message = "the years of from and to cannot be meant")
    boolean isPlausible() {
        return Stream.of(from == null ? LocalDate.EPOCH : from, to == null ? LocalDate.EPOCH : to)
                .allMatch(TimeTravel::isPlausible);
    }

    @Schema(hidden = true)
    @AssertTrue(message = "area must be a P-code of the gazetteer such as PS02")
    boolean isAreaKnown() {
        return area == null || Gazetteer.palestine().find(area).isPresent();
    }

    CommitmentRequest withoutNote() {
        return new CommitmentRequest(
                ceasefire,
                code,
                title,
                area,
                quantityPerDay,
                unit,
                from,
                to,
                dayCount,
                source,
                url,
                delivered,
                statedExpected,
                statedPercent,
                null);
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
