package org.humdash.local.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Arabic dashboards are the English ones with other texts, and nothing is left in English by mistake. They are written by
 * this test with {@code -Dtranslations.update=true} and otherwise compared.
 */
class ArabicDashboardsTest {

    private static final List<String> TRANSLATED = List.of("situation", "violations");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultPrettyPrinter AS_BY_HAND = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));
    private static final Pattern FILLED_IN = Pattern.compile("%(?:s|%)|\\$\\{\\w+}");
    private static final Pattern OTHER_DIGITS = Pattern.compile("[\u0660-\u0669\u06f0-\u06f9]");
    private static final String HINT = "run ./mvnw -pl deploy/local -am test -Dtest=ArabicDashboardsTest"
            + " -Dtranslations.update=true -Dsurefire.failIfNoSpecifiedTests=false";

    @BeforeAll
    static void updateIfAsked() throws IOException {
        if (Boolean.getBoolean("translations.update")) {
            for (String dashboard : TRANSLATED) {
                Files.writeString(file(dashboard + "-ar"), arabic(dashboard, Translation.arabic()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"situation", "violations"})
    void theArabicDashboardIsMadeFromTheEnglishOne(String dashboard) throws IOException {
        assertEquals(arabic(dashboard, Translation.arabic()), Files.readString(file(dashboard + "-ar")), HINT);
    }

    @Test
    void everyTextIsTranslatedAndEveryTranslationIsUsed() throws IOException {
        Translation translation = Translation.arabic();
        for (String dashboard : TRANSLATED) {
            arabic(dashboard, translation);
        }
        assertEquals(Set.of(), translation.missing(), "without a translation in deploy/grafana/translations/ar.json");
        assertEquals(Set.of(), translation.unused(), "translated, but in no dashboard");
    }

    /** Values are filled in in the order in which they are given, so that both languages need the same number of places. */
    @Test
    void whatIsFilledInIsFilledInInBothLanguages() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        Translation.arabic().texts().forEach((english, arabic) -> {
            if (!filledIn(english).equals(filledIn(arabic))) {
                wrong.put(english, arabic);
            }
        });
        assertEquals(Map.of(), wrong);
    }

    /** Grafana writes axes and numbers with these digits, and one page does not use two kinds. */
    @Test
    void numbersAreWrittenWithTheDigitsOfTheAxes() throws IOException {
        for (String arabic : Translation.arabic().texts().values()) {
            assertFalse(OTHER_DIGITS.matcher(arabic).find(), arabic);
        }
    }

    @Test
    void aTextWithoutATranslationIsNoticedAndACodeIsNot() {
        Translation translation = new Translation(Map.of("Killed", "القتلى", "Rafah", "رفح"), Set.of("infinity"));
        ArabicSql sql = new ArabicSql(translation);
        assertEquals(
                "select coalesce(o.name_ar, o.name_en) as \"القتلى\", reporting.word(kind, 'ar'), 'Wounded'"
                        + " from o where kind = 'TALKS' and day < 'infinity'",
                sql.of("select o.name_en as \"Killed\", reporting.word(kind, 'en'), 'Wounded'"
                        + " from o where kind = 'TALKS' and day < 'infinity'"));
        assertEquals(Set.of("Wounded"), translation.missing());
        assertEquals(Set.of("Rafah"), translation.unused());
    }

    @Test
    void aNameThatAColumnIsGivenStays() {
        ArabicSql sql = new ArabicSql(new Translation(Map.of(), Set.of()));
        assertEquals(
                "select coalesce(s.source_name_ar, s.source_name) as originator_name from s group by coalesce(title_ar, title_en)",
                sql.of("select s.source_name as originator_name from s group by title_en"));
    }

    @Test
    void marksKeepAnArabicTextTogetherOnAPageFromLeftToRight() {
        Translation translation = new Translation(
                Map.of(
                        "%s of %s days", "%s من %s يومًا",
                        "Not verified.", "غير متحقق منه.",
                        "^attack.*", "^هجوم.*",
                        "FMDD Mon YYYY", "DD/MM/YYYY"),
                Set.of());
        assertEquals("\u200f\u2068%s\u2069 من \u2068%s\u2069 يومًا", translation.of("%s of %s days"));
        assertEquals("غير متحقق منه.\u200f", translation.of("Not verified."));
        assertEquals("^هجوم.*", translation.of("^attack.*"));
        assertEquals("DD/MM/YYYY", translation.of("FMDD Mon YYYY"));
    }

    /** Else the colours of a calendar would be those of words that its query does not answer with. */
    @Test
    void valuesAreMappedByTheWordsThatQueriesAnswerWith() throws IOException {
        Translation translation = new Translation(Map.of("quiet", "هادئ", "calm", "ساكن"), Set.of());
        JsonNode english = JSON.readTree("""
                {"uid": "board", "panels": [{"fieldConfig": {"overrides": [{"properties": [{"id": "mappings", "value": [
                  {"type": "value", "options": {"quiet": {"text": "calm", "color": "blue"}}}]}]}]}}]}""");
        assertEquals(JSON.readTree("""
                {"uid": "board-ar", "panels": [{"fieldConfig": {"overrides": [{"properties": [{"id": "mappings", "value": [
                  {"type": "value", "options": {"هادئ": {"text": "ساكن", "color": "blue"}}}]}]}]}}]}"""), new ArabicDashboard(translation).of(english));
    }

    private static List<String> filledIn(String text) {
        return FILLED_IN.matcher(text).results().map(found -> found.group()).toList();
    }

    private static String arabic(String dashboard, Translation translation) throws IOException {
        JsonNode english = JSON.readTree(file(dashboard).toFile());
        return JSON.writer(AS_BY_HAND).writeValueAsString(new ArabicDashboard(translation).of(english)) + "\n";
    }

    private static Path file(String dashboard) {
        return Translation.FOLDER.resolve("dashboards").resolve(dashboard + ".json");
    }
}
