package org.humdash.vocabulary.estimate;

import static org.humdash.vocabulary.estimate.Estimate.approximately;
import static org.humdash.vocabulary.estimate.Estimate.atLeast;
import static org.humdash.vocabulary.estimate.Estimate.atMost;
import static org.humdash.vocabulary.estimate.Estimate.exact;
import static org.humdash.vocabulary.estimate.Estimate.fewerThan;
import static org.humdash.vocabulary.estimate.Estimate.moreThan;
import static org.humdash.vocabulary.estimate.Estimate.order;
import static org.humdash.vocabulary.estimate.Estimate.range;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.humdash.vocabulary.estimate.EstimateFormatException.Reason;
import org.humdash.vocabulary.text.BilingualText;
import org.humdash.vocabulary.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTextTest {

    static Stream<Arguments> published() {
        return Stream.of(
                same(exact(738), "738", " 738 ", "٧٣٨", "۷۳۸", "738.0", "738 %", "\u200F738\u200F"),
                same(exact(1112), "1,112", "1112", "١٬١١٢", "١،١١٢", "1\u200E,112"),
                same(exact(new BigDecimal("22.5")), "22.5", "٢٢٫٥", "22.5%", "22.5 percent", "22.5 per cent"),
                same(exact(2_100_000), "2.1 million", "2,100,000", "2.1 مليون", "٢٫١ مليون"),
                same(atLeast(738), "≥ 738", ">= 738", "≥738", "at least 738", "At Least 738", "AT LEAST 738"),
                same(atLeast(738), "no fewer than 738", "no less than 738", "738 or more"),
                same(atLeast(738), "ما لا يقل عن 738", "ما لا يقل عن ٧٣٨", "738 على الأقل", "على الاقل 738"),
                same(moreThan(80), "> 80 %", "> 80", ">80", "more than 80 percent", "over 80 %", "أكثر من 80 بالمئة"),
                same(moreThan(80), "أكثر من ٨٠٪", "اكثر من 80 في المائة", "ما يزيد على 80"),
                same(moreThan(620), "more than 620", "over 620", "أكثر من 620"),
                same(atMost(9), "≤ 9", "<= 9", "at most 9", "no more than 9", "up to 9", "9 or fewer"),
                same(atMost(9), "ما لا يزيد عن 9", "9 على الأكثر"),
                same(fewerThan(9), "< 9", "fewer than 9", "less than 9", "under 9", "أقل من 9"),
                same(approximately(850_000), "about 850,000", "nearly 850,000", "some 850,000", "roughly 850,000"),
                same(approximately(850_000), "almost 850,000", "around 850,000", "approximately 850,000"),
                same(approximately(850_000), "≈ 850,000", "~850000", "about 850 thousand", "an estimated 850,000"),
                same(approximately(850_000), "نحو 850,000", "حوالي 850 ألف", "قرابة ٨٥٠٬٠٠٠", "زهاء 850000"),
                same(range(40, 50), "40-50", "40–50", "40 — 50", "40−50", "between 40 and 50", "40 to 50"),
                same(
                        range(40, 50),
                        "from 40 to 50",
                        "40%-50%",
                        "40–50 %",
                        "بين 40 و50",
                        "ما بين ٤٠ و ٥٠",
                        "من 40 إلى 50"),
                same(range(40, 45, 50), "40–50 (best 45)", "بين 40 و50 (الأرجح 45)"),
                same(range(10, 45, 99), "10–99 (best 45)", "between 10 and 99 (best 45)"),
                same(range(100_000, 999_999), "between 100,000 and 999,999", "100000 to 999999"),
                same(range(1_000_000, 2_000_000), "1 million to 2 million", "بين 1 مليون و2 مليون"),
                same(
                        order(5),
                        "hundreds of thousands",
                        "100,000–999,999",
                        "100000-999999",
                        "مئات الآلاف",
                        "مئات الالاف"),
                same(order(1), "tens", "10–99", "عشرات"),
                same(order(3), "thousands", "آلاف"),
                same(order(4), "tens of thousands", "Tens of Thousands", "عشرات الآلاف"),
                same(order(6), "millions", "ملايين"));
    }

    private static Arguments same(Estimate estimate, String... texts) {
        return Arguments.of(estimate, texts);
    }

    @ParameterizedTest
    @MethodSource("published")
    void figuresAreReadAsPublished(Estimate expected, String... texts) {
        for (String text : texts) {
            assertEquals(expected, EstimateText.parse(text), text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "many",
                "dozens",
                "738 violations",
                "1,11",
                "1 112",
                "1,1112",
                "1.2.3",
                "1e3",
                "0x10",
                "NaN",
                "Infinity",
                "10²",
                "≥",
                "at least",
                "at least about 5",
                "about 40-50",
                "1-2 million",
                "2025-12-19",
                "40-",
                "between 40",
                "738 (best 700)",
                "about 738 (best 738)",
                "at most 738 (best 700)",
                "40-50 (best 60)",
                "40-40",
                "fewer than 0",
                "0.0000001"
            })
    void anythingElseIsRefused(String text) {
        assertEquals(Reason.NOT_AN_ESTIMATE, reasonOf(text));
    }

    @Test
    void refusalNamesWhatIsWrong() {
        assertEquals(Reason.NOT_AN_ESTIMATE, reasonOf(null));
        assertEquals(Reason.NEGATIVE, reasonOf("-5"));
        assertEquals(Reason.NEGATIVE, reasonOf("−5"));
        assertEquals(Reason.LOWER_ABOVE_UPPER, reasonOf("50-40"));
        assertEquals(Reason.TOO_LARGE, reasonOf("at least 1,000,000,000,000,001"));
        assertEquals(Reason.TOO_LARGE, reasonOf("9".repeat(200)));
        assertEquals(Reason.NOT_AN_ESTIMATE, reasonOf("9".repeat(201)));
        assertEquals(
                "Not an estimate: the word after the number is not part of it; a unit goes elsewhere. Write it like 738, "
                        + "at least 738, more than 620, about 850,000, 40-50 or hundreds of thousands",
                assertThrows(EstimateFormatException.class, () -> EstimateText.parse("738 violations"))
                        .getMessage());
    }

    static Stream<Arguments> printed() {
        return Stream.of(
                Arguments.of(exact(738), "738", "738"),
                Arguments.of(exact(new BigDecimal("1112.5")), "1,112.5", "1,112.5"),
                Arguments.of(atLeast(738), "≥ 738", "ما لا يقل عن 738"),
                Arguments.of(moreThan(80), "> 80", "أكثر من 80"),
                Arguments.of(atMost(9), "≤ 9", "ما لا يزيد عن 9"),
                Arguments.of(fewerThan(9), "< 9", "أقل من 9"),
                Arguments.of(approximately(850_000), "≈ 850,000", "نحو 850,000"),
                Arguments.of(range(40, 50), "40–50", "بين 40 و50"),
                Arguments.of(range(40, 45, 50), "40–50 (best 45)", "بين 40 و50 (الأرجح 45)"),
                Arguments.of(range(10, 99), "between 10 and 99", "بين 10 و99"),
                Arguments.of(order(5), "100,000–999,999", "مئات الآلاف"),
                Arguments.of(order(14), "100,000,000,000,000–999,999,999,999,999", "مئات التريليونات"),
                Arguments.of(exact(5).plus(approximately(10)), "≥ 5 (best 15)", "ما لا يقل عن 5 (الأرجح 15)"),
                Arguments.of(exact(5).plus(fewerThan(10)), "5–<15", "بين 5 وأقل من 15"));
    }

    @ParameterizedTest
    @MethodSource("printed")
    void printsSignsInEnglishAndWordsInArabic(Estimate estimate, String en, String ar) {
        assertEquals(en, EstimateText.print(estimate, Language.EN));
        assertEquals(ar, EstimateText.print(estimate, Language.AR));
        assertEquals(en, estimate.toString());
    }

    @Test
    void unitFollowsTheNumbers() {
        assertEquals("> 80 %", EstimateText.print(moreThan(80), Language.EN, "%"));
        assertEquals("أكثر من 80 %", EstimateText.print(moreThan(80), Language.AR, "%"));
        assertEquals("40–50 % (best 45 %)", EstimateText.print(range(40, 45, 50), Language.EN, "%"));
        assertEquals("738", EstimateText.print(exact(738), Language.EN, null));
    }

    @Test
    void viewLeavesTheFlagOfAnAbsentBoundOut() {
        assertEquals(
                new EstimateView(
                        Qualifier.MORE_THAN,
                        new BigDecimal(80),
                        false,
                        null,
                        null,
                        null,
                        new BilingualText("> 80 %", "أكثر من 80 %")),
                EstimateView.of(moreThan(80), "%"));
        assertEquals(
                new EstimateView(
                        Qualifier.AT_MOST,
                        null,
                        null,
                        null,
                        new BigDecimal(9),
                        true,
                        new BilingualText("≤ 9", "ما لا يزيد عن 9")),
                EstimateView.of(atMost(9)));
    }

    private static Reason reasonOf(String text) {
        return assertThrows(EstimateFormatException.class, () -> EstimateText.parse(text))
                .reason();
    }
}
