package org.humdash.incident.ceasefire;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.vocabulary.text.BilingualText;

/** What a ceasefire agreement promises for every day, as a source states it. */
record CommitmentRequest(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,59}", message = "must be upper case such as AID_TRUCKS")
        String code,

        @NotNull BilingualText title,

        @NotNull @Positive @Digits(integer = 12, fraction = 4)
        BigDecimal quantityPerDay,

        @NotBlank @Size(max = 60) String unit,
        @NotNull LocalDate from,
        LocalDate to,
        @NotBlank String source,

        @Pattern(regexp = "https?://\\S{1,2000}", message = "must be a http or https address")
        String url) {

    CommitmentRequest {
        // A hostile exponent is left as it is for @Digits to refuse; written out it would fill the memory.
        quantityPerDay = quantityPerDay == null || Math.abs((long) quantityPerDay.scale()) > 100
                ? quantityPerDay
                : plain(quantityPerDay);
    }

    @Schema(hidden = true)
    @AssertTrue(message = "to must not come before from")
    boolean isInOrder() {
        return from == null || to == null || !to.isBefore(from);
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
