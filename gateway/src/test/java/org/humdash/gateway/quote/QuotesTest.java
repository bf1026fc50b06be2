package org.humdash.gateway.quote;

import static org.humdash.gateway.quote.Figures.AL_JAZEERA;
import static org.humdash.gateway.quote.Figures.GMO;
import static org.humdash.gateway.quote.Figures.PRESS;
import static org.humdash.gateway.quote.Figures.QUDS;
import static org.humdash.gateway.quote.Figures.atLeast;
import static org.humdash.gateway.quote.Figures.claim;
import static org.humdash.gateway.quote.Figures.exactly;
import static org.humdash.gateway.quote.Figures.indicator;
import static org.humdash.gateway.quote.Figures.measure;
import static org.humdash.gateway.quote.Figures.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.humdash.gateway.language.Messages;
import org.humdash.vocabulary.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {

    private static final String STORM_DEATHS = indicator(
            "STORM_DEATHS_ALL",
            "Deaths in storms, all causes",
            "الوفيات في العواصف، جميع الأسباب",
            "people",
            "",
            claim(
                    "h",
                    PRESS,
                    "null",
                    atLeast(13),
                    "2025-12-10",
                    "2025-12-19",
                    ",\"publishedOn\":\"2025-12-19\",\"hazard\":\"STORM-BYRON-2025-12\","
                            + "\"definition\":{\"code\":\"STORM_DEATHS_ALL\",\"text\":{\"en\":\"Deaths in a storm\"}}"));

    private static final String DESTROYED = indicator(
            "STRUCTURES_DESTROYED_PCT",
            "Structures destroyed, share",
            "نسبة المنشآت المدمرة",
            "percent",
            "",
            claim(
                    "h",
                    PRESS,
                    "null",
                    "{\"qualifier\":\"MORE_THAN\",\"lower\":80,\"best\":null,\"upper\":null}",
                    "2023-10-07",
                    "2025-12-19",
                    ",\"publishedOn\":\"2025-12-19\",\"definition\":{\"code\":\"PRESS_UNDEFINED\",\"text\":{"
                            + "\"en\":\"A share of which the report does not say of what\","
                            + "\"ar\":\"نسبة لا يذكر التقرير من أي مجموع\"}}"));

    private static final String SHELTERING = indicator(
            "SHELTER_PEOPLE_ALL",
            "People sheltering",
            "الأشخاص المقيمون في أماكن الإيواء",
            "people",
            "",
            claim(
                    "h",
                    PRESS,
                    "null",
                    "{\"qualifier\":\"ORDER\",\"lower\":100000,\"best\":null,\"upper\":999999}",
                    "2025-12-19",
                    "2025-12-19",
                    ",\"publishedOn\":\"2025-12-19\",\"definition\":{\"code\":\"TENTS_OR_TEMPORARY_HOUSING\",\"text\":{"
                            + "\"en\":\"People in tents or temporary housing\",\"ar\":\"أشخاص في خيام أو مساكن مؤقتة\"}}"));

    private static final String VIOLATIONS = measure(
            "VIOLATIONS",
            claim(
                    "c1",
                    GMO,
                    QUDS,
                    atLeast(738),
                    "2025-10-10",
                    "2025-12-08",
                    ",\"relayOf\":null,\"publishedOn\":\"2025-12-09\",\"statedDays\":60,\"dayCount\":\"INCLUSIVE\""),
            claim(
                    "c2",
                    GMO,
                    PRESS,
                    atLeast(738),
                    "2025-10-10",
                    "2025-12-08",
                    ",\"relayOf\":\"c1\",\"publishedOn\":\"2025-12-19\""));

    private final Quotes quotes = new Quotes(new Messages(), new Permalinks(Optional.empty()), 3);

    @Test
    void theViolationsAreQuotedOnceWithTheirOriginatorAndRelay() {
        assertEquals(
                List.of(new Quote(
                        "claims",
                        "VIOLATIONS",
                        "c1",
                        LocalDate.of(2025, 12, 8),
                        false,
                        false,
                        "According to the Gaza Government Media Office, as relayed by the Quds News Network, there were"
                                + " at least 738 alleged violations of the ceasefire from 10 October 2025 to"
                                + " 8 December 2025. The figure is as of 8 December 2025 and was published on"
                                + " 9 December 2025.",
                        "/api/v1/claims/c1?asOf=2025-12-19&knownAt=2025-12-19T18%3A00%3A00.123Z",
                        "According to the Gaza Government Media Office, as relayed by the Quds News Network, there were"
                                + " at least 738 alleged violations of the ceasefire from 10 October 2025 to"
                                + " 8 December 2025. The figure is as of 8 December 2025 and was published on"
                                + " 9 December 2025."
                                + " /api/v1/claims/c1?asOf=2025-12-19&knownAt=2025-12-19T18%3A00%3A00.123Z")),
                quotes.claims(reading(VIOLATIONS), Language.EN));
        assertEquals(
                List.of("بحسب المكتب الإعلامي الحكومي في غزة (الناقل: شبكة قدس الإخبارية)، بلغ عدد الخروقات المُدَّعى"
                        + " وقوعها لوقف إطلاق النار ما لا يقل عن 738 خرقًا، من 10 تشرين الأول/أكتوبر 2025 إلى 8 كانون"
                        + " الأول/ديسمبر 2025. يعود الرقم إلى 8 كانون الأول/ديسمبر 2025 ونُشر في 9 كانون الأول/ديسمبر"
                        + " 2025."),
                sentences(quotes.claims(reading(VIOLATIONS), Language.AR)));
    }

    @Test
    void theAttackDaysAreQuotedWithTheDaysTheyAreOutOf() {
        String data = measure("ATTACK_DAYS", days(58));

        assertEquals(
                List.of("According to Al Jazeera, as relayed by the Press report of 19 December 2025 (outlet not kept),"
                        + " there were attacks on 58 days out of 69 days, from 10 October 2025 to 19 December 2025."
                        + " Only full days after the ceasefire took effect are counted. The figure is as of"
                        + " 19 December 2025 and was published on 19 December 2025."),
                sentences(quotes.claims(reading(data), Language.EN)));
        assertEquals(
                List.of("بحسب الجزيرة (الناقل: تقرير صحفي بتاريخ 19 كانون الأول/ديسمبر 2025 (اسم الوسيلة غير محفوظ))،"
                        + " بلغ عدد الأيام التي شهدت هجمات 58 يومًا من أصل 69 يومًا، من 10 تشرين الأول/أكتوبر 2025 إلى"
                        + " 19 كانون الأول/ديسمبر 2025. لا تُحسب إلا الأيام الكاملة بعد سريان وقف إطلاق النار. يعود"
                        + " الرقم إلى 19 كانون الأول/ديسمبر 2025 ونُشر في 19 كانون الأول/ديسمبر 2025."),
                sentences(quotes.claims(reading(data), Language.AR)));
    }

    @Test
    void theQuietDaysAreQuotedAsDaysWithoutAttacks() {
        assertTrue(quotes.claims(reading(measure("QUIET_DAYS", days(11))), Language.EN)
                .getFirst()
                .sentence()
                .contains("there were no attacks on 11 days out of 69 days, from"));
        assertTrue(quotes.claims(reading(measure("QUIET_DAYS", days(11))), Language.AR)
                .getFirst()
                .sentence()
                .contains("بلغ عدد الأيام التي لم تشهد هجمات 11 يومًا من أصل 69 يومًا، من"));
    }

    @Test
    void theStormDeathsAreQuotedWithTheStorm() {
        assertEquals(
                List.of("According to the Press report of 19 December 2025 (outlet not kept), the figure for “Deaths in"
                        + " storms, all causes” (Gaza Strip), hazard STORM-BYRON-2025-12, from 10 December 2025 to"
                        + " 19 December 2025 was at least 13 people. The figure is as of 19 December 2025 and was"
                        + " published on 19 December 2025."),
                sentences(quotes.indicators(reading(STORM_DEATHS), Language.EN)));
        assertEquals(
                List.of("بحسب تقرير صحفي بتاريخ 19 كانون الأول/ديسمبر 2025 (اسم الوسيلة غير محفوظ)، بلغ مؤشر «الوفيات"
                        + " في العواصف، جميع الأسباب» (قطاع غزة) المتعلق بالخطر \u2068STORM-BYRON-2025-12\u2069 ما لا"
                        + " يقل عن 13 شخصًا، من 10 كانون الأول/ديسمبر 2025 إلى 19 كانون الأول/ديسمبر 2025. يعود الرقم"
                        + " إلى 19 كانون الأول/ديسمبر 2025 ونُشر في 19 كانون الأول/ديسمبر 2025."),
                sentences(quotes.indicators(reading(STORM_DEATHS), Language.AR)));
    }

    @Test
    void theShareOfStructuresIsQuotedWithItsDefinition() {
        assertEquals(
                List.of("According to the Press report of 19 December 2025 (outlet not kept), the figure for"
                        + " “Structures destroyed, share” (Gaza Strip) from 7 October 2023 to 19 December 2025 was more"
                        + " than 80 percent. It is counted by the definition PRESS_UNDEFINED: A share of which the"
                        + " report does not say of what. The figure is as of 19 December 2025 and was published on"
                        + " 19 December 2025."),
                sentences(quotes.indicators(reading(DESTROYED), Language.EN)));
        assertEquals(
                List.of("بحسب تقرير صحفي بتاريخ 19 كانون الأول/ديسمبر 2025 (اسم الوسيلة غير محفوظ)، بلغ مؤشر «نسبة"
                        + " المنشآت المدمرة» (قطاع غزة) أكثر من 80 في المئة، من 7 تشرين الأول/أكتوبر 2023 إلى 19 كانون"
                        + " الأول/ديسمبر 2025. وهو محسوب وفق التعريف \u2068PRESS_UNDEFINED\u2069: نسبة لا يذكر التقرير"
                        + " من أي مجموع. يعود الرقم إلى 19 كانون الأول/ديسمبر 2025 ونُشر في 19 كانون الأول/ديسمبر"
                        + " 2025."),
                sentences(quotes.indicators(reading(DESTROYED), Language.AR)));
    }

    @Test
    void thePeopleShelteringAreQuotedAsAnOrderOfMagnitude() {
        assertEquals(
                List.of("According to the Press report of 19 December 2025 (outlet not kept), the figure for “People"
                        + " sheltering” (Gaza Strip) on 19 December 2025 was hundreds of thousands of people. It is"
                        + " counted by the definition TENTS_OR_TEMPORARY_HOUSING: People in tents or temporary housing."
                        + " The figure is as of 19 December 2025 and was published on 19 December 2025."),
                sentences(quotes.indicators(reading(SHELTERING), Language.EN)));
        assertEquals(
                List.of("بحسب تقرير صحفي بتاريخ 19 كانون الأول/ديسمبر 2025 (اسم الوسيلة غير محفوظ)، بلغ مؤشر «الأشخاص"
                        + " المقيمون في أماكن الإيواء» (قطاع غزة) مئات الآلاف من الأشخاص، في 19 كانون الأول/ديسمبر"
                        + " 2025. وهو محسوب وفق التعريف \u2068TENTS_OR_TEMPORARY_HOUSING\u2069: أشخاص في خيام أو مساكن"
                        + " مؤقتة. يعود الرقم إلى 19 كانون الأول/ديسمبر 2025 ونُشر في 19 كانون الأول/ديسمبر 2025."),
                sentences(quotes.indicators(reading(SHELTERING), Language.AR)));
    }

    @Test
    void aContestedFigureNamesWhoStatesOtherwiseAndCountsTheRest() {
        String data = measure(
                "KILLED",
                claim("k1", GMO, "null", atLeast(386), "2025-10-10", "2025-12-08", ""),
                claim("k2", AL_JAZEERA, QUDS, exactly(2), "2025-10-10", "2025-12-08", ""),
                claim("k3", QUDS, "null", exactly(300), "2025-10-10", "2025-12-08", ""),
                claim("k4", PRESS, "null", exactly(93), "2025-10-11", "2025-10-25", ""),
                claim("k5", GMO, QUDS, atLeast(386), "2025-10-10", "2025-12-08", ",\"relayOf\":\"k1\""));
        Quotes two = new Quotes(new Messages(), new Permalinks(Optional.empty()), 1);

        Quote english = two.claims(reading(data), Language.EN).getFirst();
        assertTrue(english.contested());
        assertEquals(
                "According to the Gaza Government Media Office, at least 386 people were killed from 10 October 2025 to"
                        + " 8 December 2025. The figure is as of 8 December 2025. This figure is contested. Stated"
                        + " otherwise for the same time: Al Jazeera, relayed by the Quds News Network: 2 people, from"
                        + " 10 October 2025 to 8 December 2025; and 1 more. Other statements: the Press report of 19 December 2025 (outlet not kept): 93 people, from"
                        + " 11 October 2025 to 25 October 2025.",
                english.sentence());
        assertEquals(
                "بحسب المكتب الإعلامي الحكومي في غزة، بلغ عدد القتلى ما لا يقل عن 386 شخصًا، من 10 تشرين الأول/أكتوبر"
                        + " 2025 إلى 8 كانون الأول/ديسمبر 2025. يعود الرقم إلى 8 كانون الأول/ديسمبر 2025. هذا الرقم محل"
                        + " خلاف. ذُكر غيره للفترة نفسها: الجزيرة (الناقل: شبكة قدس الإخبارية): شخصان، من 10 تشرين"
                        + " الأول/أكتوبر 2025 إلى 8 كانون الأول/ديسمبر 2025؛ وإفادة أخرى. إفادات أخرى: تقرير صحفي بتاريخ 19 كانون الأول/ديسمبر 2025 (اسم الوسيلة غير محفوظ): 93"
                        + " شخصًا، من 11 تشرين الأول/أكتوبر 2025 إلى 25 تشرين الأول/أكتوبر 2025.",
                two.claims(reading(data), Language.AR).getFirst().sentence());
    }

    @Test
    void aStatementThatCanBeTrueBesideTheFigureDoesNotContestIt() {
        String data = measure(
                "KILLED",
                claim("k1", GMO, "null", atLeast(13), "2025-10-10", "2025-12-08", ""),
                claim("k2", AL_JAZEERA, "null", exactly(14), "2025-10-10", "2025-12-08", ""));

        Quote quote = quotes.claims(reading(data), Language.EN).getFirst();

        assertEquals(false, quote.contested());
        assertTrue(
                quote.sentence()
                        .endsWith("Other statements: Al Jazeera: 14 people, from 10 October 2025 to 8 December 2025."),
                quote.sentence());
    }

    @Test
    void whereNobodyReportedOnAnyDayThereIsNoNumberOfDaysWithoutAttacks() {
        String data = "{\"ceasefire\":{\"code\":\"GAZA-2025-10\"},\"monitored\":{\"from\":\"2025-10-10\","
                + "\"to\":\"2025-12-19\",\"days\":71},\"days\":{\"attack\":0,\"possible\":0,\"pending\":1,\"quiet\":%d,"
                + "\"noReport\":70},\"attackDays\":{\"estimate\":{\"qualifier\":\"EXACT\",\"best\":0}}}";

        assertEquals(List.of(), quotes.ledger(reading(data.formatted(0)), Language.EN));
        assertEquals(1, quotes.ledger(reading(data.formatted(1)), Language.EN).size());
    }

    @Test
    void aFigureOlderThanItShouldBeSaysFromWhenItIs() {
        String data = indicator(
                "SHELTER_SITES",
                "Sites",
                "مواقع",
                "sites",
                ",\"freshness\":\"STALE\"",
                claim("h", GMO, "null", exactly(761), "2025-10-20", "2025-10-20", ""));

        Quote quote = quotes.indicators(reading(data), Language.EN).getFirst();
        assertTrue(quote.stale());
        assertTrue(
                quote.sentence()
                        .endsWith("The figure is as of 20 October 2025. By 19 December 2025 it was 60 days old; a new"
                                + " figure is expected within 30 days."),
                quote.sentence());
        assertTrue(quotes.indicators(reading(data), Language.AR)
                .getFirst()
                .sentence()
                .endsWith(
                        "مضى عليه 60 يومًا حتى 19 كانون الأول/ديسمبر 2025؛ ويُتوقع صدور رقم جديد خلال 30" + " يومًا."));
    }

    @Test
    void aFigureThatCouldNotBeReadAgainSaysWhenItWasKnown() {
        Quote quote = quotes.claims(reading(VIOLATIONS, false), Language.EN).getFirst();

        assertTrue(quote.stale());
        assertTrue(
                quote.sentence()
                        .endsWith("It could not be read again and is shown as known at 19 December 2025, 18:00 UTC."),
                quote.sentence());
    }

    @Test
    void aCorrectedFigureAndOneAboutAPartSaySo() {
        String data = indicator(
                "STORM_DEATHS_ALL",
                "Deaths",
                "وفيات",
                "people",
                "",
                claim(
                        "h",
                        GMO,
                        "null",
                        exactly(1),
                        "2025-12-10",
                        "2025-12-12",
                        ",\"disaggregation\":{\"sex\":\"FEMALE\",\"age\":null,\"cause\":\"COLLAPSE\"},"
                                + "\"revision\":{\"reason\":\"CORRECTION\",\"recordedAt\":\"2025-12-15T10:00:00Z\"}"));

        assertEquals(
                List.of("According to the Gaza Government Media Office, the figure for “Deaths” (Gaza Strip) from"
                        + " 10 December 2025 to 12 December 2025 was 1 person. It is about a part only: female, caused by"
                        + " the collapse of a building, wall or shelter. The figure is as of 12 December 2025. It was corrected on"
                        + " 15 December 2025."),
                sentences(quotes.indicators(reading(data), Language.EN)));
    }

    @Test
    void theAttackDaysOfTheLedgerAreAttributedToWhatIsDocumentedHere() {
        String data = "{\"ceasefire\":{\"code\":\"GAZA-2025-10\"},\"area\":{\"pcode\":\"PS0260\","
                + "\"includesUnlocated\":false},\"monitored\":{\"from\":\"2025-10-10\",\"to\":\"2025-12-19\","
                + "\"days\":71},\"days\":{\"attack\":2,\"possible\":1,\"pending\":1,\"quiet\":3,\"noReport\":64},"
                + "\"attackDays\":{\"estimate\":{\"qualifier\":\"RANGE\",\"lower\":2,\"best\":null,\"upper\":3}},"
                + "\"grades\":[{\"grade\":\"CONFIRMED\",\"name\":{\"en\":\"Confirmed\",\"ar\":\"مؤكد\"},\"incidents\":1},"
                + "{\"grade\":\"FAIR\",\"name\":{\"en\":\"Fair\",\"ar\":\"مقبول\"},\"incidents\":0},"
                + "{\"grade\":\"WEAK\",\"name\":{\"en\":\"Weak\",\"ar\":\"ضعيف\"},\"incidents\":2}]}";

        Quote english = quotes.ledger(reading(data), Language.EN).getFirst();
        assertEquals(
                "According to the incidents documented in this system, attacks are documented on between 2 and 3 days"
                        + " out of 71 days, from 10 October 2025 to 19 December 2025. Of these days: with attacks 2,"
                        + " possibly with attacks 1, quiet 3, not reported on 64, pending 1. Incidents by grade:"
                        + " Confirmed 1, Weak 2.",
                english.sentence());
        assertEquals(
                "/api/v1/ceasefires/GAZA-2025-10/ledger?area=PS0260&asOf=2025-12-19"
                        + "&knownAt=2025-12-19T18%3A00%3A00.123Z",
                english.permalink());
        assertEquals(
                "بحسب الحوادث الموثقة في هذا النظام، بلغ عدد الأيام التي وُثقت فيها هجمات ما بين 2 و3 أيام من أصل 71"
                        + " يومًا، من 10 تشرين الأول/أكتوبر 2025 إلى 19 كانون الأول/ديسمبر 2025. وتتوزع هذه الأيام"
                        + " كالآتي: شهدت هجمات 2، يُحتمل أنها شهدت هجمات 1، هادئة 3، لا تقارير عنها 64، قيد الانتظار"
                        + " 1. الحوادث بحسب التصنيف: مؤكد 1، ضعيف 2.",
                quotes.ledger(reading(data), Language.AR).getFirst().sentence());
    }

    @Test
    void aLinkIsAbsoluteWhereTheOutsideAddressIsKnownAndIsolatedInArabic() {
        Quotes outside = new Quotes(
                new Messages(), new Permalinks(Optional.of(URI.create("https://humdash.example.org/gaza/"))), 3);

        Quote quote = outside.claims(reading(VIOLATIONS), Language.AR).getFirst();

        String link = "https://humdash.example.org/gaza/api/v1/claims/c1?asOf=2025-12-19"
                + "&knownAt=2025-12-19T18%3A00%3A00.123Z";
        assertEquals(link, quote.permalink());
        assertEquals(quote.sentence() + " \u2068" + link + "\u2069", quote.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"originator\":null",
                "\"originator\":{\"name\":{\"en\":\" \"}}",
                "\"estimate\":{\"qualifier\":\"EXACT\",\"best\":null}",
                "\"estimate\":{\"qualifier\":\"RANGE\",\"upper\":5}",
                "\"estimate\":{\"qualifier\":\"SURELY\",\"best\":5}",
                "\"estimate\":null",
                "\"validTo\":null",
                "\"validTo\":\"19.12.2025\"",
                "\"id\":null"
            })
    void whatNamesNoSourceFigureOrTimeIsNotQuoted(String missing) {
        String whole = claim("c", GMO, "null", exactly(5), "2025-10-10", "2025-12-08", "");
        ObjectNode broken = (ObjectNode) Figures.json(whole);
        broken.setAll((ObjectNode) Figures.json("{" + missing + "}"));

        assertEquals(
                1, quotes.claims(reading(measure("KILLED", whole)), Language.EN).size());
        assertEquals(List.of(), quotes.claims(reading(measure("KILLED", broken.toString())), Language.EN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"measures\":3,\"items\":\"x\"}", "{\"measures\":[1],\"items\":[null]}"})
    void dataOfAnotherShapeHasNoQuotes(String data) {
        assertEquals(List.of(), quotes.claims(reading(data), Language.AR));
        assertEquals(List.of(), quotes.indicators(reading(data), Language.AR));
        assertEquals(List.of(), quotes.ledger(reading(data), Language.AR));
    }

    private static String days(int number) {
        return claim(
                "d",
                AL_JAZEERA,
                PRESS,
                exactly(number),
                "2025-10-10",
                "2025-12-19",
                ",\"publishedOn\":\"2025-12-19\",\"statedDays\":69,\"dayCount\":\"FULL_DAYS_AFTER_EFFECTIVE\"");
    }

    private static List<String> sentences(List<Quote> quotes) {
        return quotes.stream().map(Quote::sentence).toList();
    }
}
