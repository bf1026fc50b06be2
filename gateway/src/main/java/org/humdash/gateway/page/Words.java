package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.humdash.gateway.language.LanguageChoice;
import org.humdash.gateway.language.Speaker;
import org.humdash.gateway.quote.PartWords;
import org.humdash.vocabulary.text.BilingualText;
import org.humdash.vocabulary.text.Language;

/** The words of one page: those of the page itself, and those of an answer in the language of the page. For one thread. */
public final class Words {

    private final Speaker speaker;

    Words(Speaker speaker) {
        this.speaker = speaker;
    }

    public Language language() {
        return speaker.language();
    }

    /** As HTML spells it. */
    public String lang() {
        return LanguageChoice.code(speaker.language());
    }

    public String dir() {
        return speaker.language() == Language.AR ? "rtl" : "ltr";
    }

    public String say(String key) {
        return speaker.say(key, Map.of());
    }

    /** A message with values that are in the words of the page already. */
    String say(String key, Map<String, String> values) {
        return speaker.say(key, values);
    }

    /** A message about a number of something, in the form that the number asks for. */
    String counted(String key, long number) {
        BigDecimal n = BigDecimal.valueOf(number);
        return speaker.say(key, Map.of("n", n, "number", speaker.number(n)));
    }

    /** The message of this key if there is one. */
    Optional<String> ifThere(String key) {
        return speaker.has(key) ? Optional.of(say(key)) : Optional.empty();
    }

    public String number(long number) {
        return number(BigDecimal.valueOf(number));
    }

    String number(BigDecimal number) {
        return speaker.number(number);
    }

    /** What a figure is limited to; null if it is about the whole. */
    String part(JsonNode disaggregation) {
        Map<String, String> codes = PartWords.codes(disaggregation);
        return codes.isEmpty() ? null : PartWords.of(codes, speaker);
    }

    String day(LocalDate day) {
        return speaker.day(day);
    }

    String instant(Instant instant) {
        return speaker.instant(instant);
    }

    /** From one day to another, on one day, or up to one; null if not even the last one is known. */
    String period(JsonNode from, JsonNode to) {
        LocalDate first = dayOf(from);
        LocalDate last = dayOf(to);
        if (last == null) {
            return null;
        }
        if (first == null) {
            return speaker.say("period.upTo", Map.of("to", day(last)));
        }
        return first.equals(last)
                ? speaker.say("period.day", Map.of("to", day(last)))
                : speaker.say("period.range", Map.of("from", day(first), "to", day(last)));
    }

    /** The day in words; null if it is none. */
    String day(JsonNode node) {
        LocalDate day = dayOf(node);
        return day == null ? null : day(day);
    }

    Phrase phrase(BilingualText text) {
        return language() == Language.AR && text.ar() != null
                ? new Phrase(text.ar(), "ar")
                : new Phrase(text.en(), "en");
    }

    /** A text that a service gave in both languages: in this one, or in English where there is no other; null if there is none. */
    Phrase phrase(JsonNode bilingual) {
        String own = text(bilingual.path(lang()));
        if (own != null) {
            return new Phrase(own, lang());
        }
        String english = text(bilingual.path("en"));
        return english == null ? null : new Phrase(english, "en");
    }

    /** A text with something in it; null otherwise. */
    static String text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? node.asText() : null;
    }

    static LocalDate dayOf(JsonNode node) {
        try {
            return node.isTextual() ? LocalDate.parse(node.asText()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
