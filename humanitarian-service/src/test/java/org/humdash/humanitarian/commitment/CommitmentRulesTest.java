package org.humdash.humanitarian.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.humdash.humanitarian.indicator.Aggregation;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.vocabulary.text.BilingualText;
import org.junit.jupiter.api.Test;

class CommitmentRulesTest {

    private static final CommitmentRules RULES = new CommitmentRules(Map.of(
            "ENTERED", indicator("ENTERED", "trucks", IndicatorKind.CUMULATIVE),
            "DAILY", indicator("DAILY", "trucks", IndicatorKind.FLOW),
            "AVERAGE", indicator("AVERAGE", "trucks per day", IndicatorKind.RATIO),
            "TONNES", indicator("TONNES", "tonnes", IndicatorKind.CUMULATIVE),
            "WAITING", indicator("WAITING", "trucks", IndicatorKind.STOCK),
            "SHARE", indicator("SHARE", "percent", IndicatorKind.RATIO)));

    @Test
    void whatIsCountedInTheUnitOfThePromiseCanBeHeldAgainstIt() {
        assertEquals(List.of(), RULES.problems(of(List.of("ENTERED", "DAILY", "AVERAGE"), "ENTERED", "SHARE")));
        assertEquals(List.of(), RULES.problems(of(List.of("ENTERED"), null, null)));
    }

    @Test
    void whatIsCountedOtherwiseCannot() {
        assertEquals(
                List.of(
                        "TONNES is a CUMULATIVE of tonnes; what was delivered is a CUMULATIVE or a FLOW of trucks, or a"
                                + " RATIO of trucks per day.",
                        "WAITING is a STOCK of trucks; what was delivered is a CUMULATIVE or a FLOW of trucks, or a RATIO"
                                + " of trucks per day.",
                        "No indicator has the code NOTHING; see /api/v1/indicators.",
                        "SHARE is no CUMULATIVE of trucks.",
                        "ENTERED is not in percent."),
                RULES.problems(of(List.of("TONNES", "WAITING", "NOTHING"), "SHARE", "ENTERED")));
    }

    private static CommitmentRequest of(List<String> delivered, String expected, String percent) {
        return new CommitmentRequest(
                "GAZA-2025-10",
                "AID_TRUCKS",
                new BilingualText("Aid", null),
                "PS02",
                new BigDecimal(600),
                "trucks",
                LocalDate.of(2025, 10, 10),
                null,
                null,
                "AFP",
                null,
                delivered,
                expected,
                percent,
                null);
    }

    private static IndicatorSummary indicator(String code, String unit, IndicatorKind kind) {
        return new IndicatorSummary(
                code,
                new BilingualText(code, null),
                unit,
                kind,
                Aggregation.LAST,
                null,
                BigDecimal.ZERO,
                null,
                false,
                null,
                List.of(),
                List.of(),
                List.of());
    }
}
