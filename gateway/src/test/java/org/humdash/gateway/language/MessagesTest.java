package org.humdash.gateway.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.humdash.gateway.peer.PeerFailure;
import org.humdash.vocabulary.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {

    /** What only one language needs to tell forms apart. */
    private static final Set<String> FORMS = Set.of("n", "case", "unit", "article");

    private final Messages messages = new Messages();

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(messages.keys(Language.EN), messages.keys(Language.AR));
    }

    @ParameterizedTest
    @EnumSource(PeerFailure.Kind.class)
    void everyWayInWhichAServiceCanFailHasItsWords(PeerFailure.Kind kind) {
        for (Language language : Language.values()) {
            assertTrue(messages.keys(language).contains("unavailable." + kind.label()), language + " " + kind);
        }
    }

    @Test
    void bothLanguagesSayTheSameValues() throws Exception {
        Properties english = texts("en");
        Properties arabic = texts("ar");
        for (String key : english.stringPropertyNames()) {
            assertEquals(values(english.getProperty(key)), values(arabic.getProperty(key)), key);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, acc, 0 شخص",
        "1, acc, شخصًا واحدًا",
        "1, gen, شخص واحد",
        "1, nom, شخص واحد",
        "2, acc, شخصين",
        "2, gen, شخصين",
        "2, nom, شخصان",
        "3, gen, 3 أشخاص",
        "10, gen, 10 أشخاص",
        "11, gen, 11 شخصًا",
        "13, gen, 13 شخصًا",
        "99, gen, 99 شخصًا",
        "100, gen, 100 شخص",
        "101, gen, 101 شخص",
        "103, gen, 103 أشخاص",
        "111, gen, 111 شخصًا",
        "1000, gen, '1,000 شخص'",
        "2.5, gen, 2.5 شخص"
    })
    void anArabicNounTakesTheFormItsNumberAsksFor(BigDecimal number, String form, String words) {
        assertEquals(
                words,
                messages.format(
                        Language.AR,
                        "unit.people",
                        Map.of(
                                "n",
                                number,
                                "number",
                                messages.speaker(Language.AR).number(number),
                                "case",
                                form)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 people", "1, 1 person", "2, 2 people", "850000, '850,000 people'"})
    void anEnglishNounIsOneOrMany(BigDecimal number, String words) {
        assertEquals(
                words,
                messages.format(
                        Language.EN,
                        "unit.people",
                        Map.of(
                                "n",
                                number,
                                "number",
                                messages.speaker(Language.EN).number(number),
                                "case",
                                "gen")));
    }

    @ParameterizedTest
    @CsvSource({"1112, '1,112'", "80.50, 80.5", "0.12345678, 0.12345678", "1E+3, '1,000'", "738.00, 738"})
    void noDigitOfAFigureIsLost(BigDecimal number, String written) {
        assertEquals(written, messages.speaker(Language.EN).number(number));
        assertEquals(written, messages.speaker(Language.AR).number(number));
    }

    @Test
    void daysAndInstantsAreWrittenAsInTheField() {
        LocalDate day = LocalDate.of(2025, 12, 8);
        Instant instant = Instant.parse("2025-12-19T18:00:59.999Z");

        assertEquals("8 December 2025", messages.speaker(Language.EN).day(day));
        assertEquals("8 كانون الأول/ديسمبر 2025", messages.speaker(Language.AR).day(day));
        assertEquals(
                "19 December 2025, 18:00 UTC", messages.speaker(Language.EN).instant(instant));
        assertEquals(
                "19 كانون الأول/ديسمبر 2025 الساعة 18:00 بالتوقيت العالمي المنسق",
                messages.speaker(Language.AR).instant(instant));
    }

    @Test
    void whatIsPutIntoAMessageIsNoPattern() {
        assertEquals(
                "the {n, plural, other {#}} '",
                messages.format(Language.EN, "name", Map.of("name", "{n, plural, other {#}} '", "article", "yes")));
    }

    @Test
    void aMessageThatDoesNotExistIsAMistakeOfOurs() {
        assertThrows(IllegalArgumentException.class, () -> messages.format(Language.EN, "none", Map.of()));
    }

    private static Properties texts(String code) throws Exception {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                MessagesTest.class.getResourceAsStream("/messages/" + code + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    private static Set<String> values(String pattern) {
        Set<String> values = new TreeSet<>(new MessageFormat(pattern).getArgumentNames());
        values.removeAll(FORMS);
        return values;
    }
}
