package org.humdash.gateway.quote;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.humdash.gateway.language.Isolation;
import org.humdash.gateway.language.Speaker;
import org.humdash.vocabulary.estimate.Qualifier;
import org.humdash.vocabulary.text.Language;

/** The parts of a sentence in one language. */
final class Wording {

    /** What messages take for the absence of a value. */
    static final String NONE = "none";

    private final Speaker speaker;
    private final Map<Names, String> sources = new HashMap<>();

    Wording(Speaker speaker) {
        this.speaker = speaker;
    }

    Language language() {
        return speaker.language();
    }

    String say(String key, Map<String, ?> values) {
        return speaker.say(key, values);
    }

    boolean has(String key) {
        return speaker.has(key);
    }

    String day(LocalDate day) {
        return speaker.day(day);
    }

    String instant(Instant instant) {
        return speaker.instant(instant);
    }

    String number(BigDecimal number) {
        return speaker.number(number);
    }

    /** A foreign word in the sentence, kept together. */
    String word(String text) {
        return Isolation.of(text, language());
    }

    String word(Names names) {
        return word(language() == Language.AR ? names.ar() : names.en());
    }

    /** What a figure is limited to. */
    String part(Map<String, String> codes) {
        return PartWords.of(codes, speaker);
    }

    /** A day, or what messages take for its absence. */
    String dayOrNone(LocalDate day) {
        return day == null ? NONE : day(day);
    }

    String wordOrNone(String text) {
        return text == null ? NONE : word(text);
    }

    /** By whom, with the relay named as a relay; {@code form} is {@code attribution} or {@code other}. */
    String source(String form, Statement statement) {
        boolean relayed =
                statement.publisher() != null && !statement.publisher().equals(statement.originator());
        Map<String, String> names = new HashMap<>(Map.of("originator", source(statement.originator())));
        if (relayed) {
            names.put("publisher", source(statement.publisher()));
        }
        return say(form + (relayed ? ".relayed" : ".own"), names);
    }

    private String source(Names names) {
        return sources.computeIfAbsent(names, this::withArticle);
    }

    private String withArticle(Names names) {
        String name = word(names);
        boolean article = name.matches(say("name.article", Map.of())) && !name.matches("(?i)the .*");
        return say("name", Map.of("name", name, "article", article ? "yes" : "no"));
    }

    String period(LocalDate from, LocalDate to) {
        if (from == null) {
            return say("period.upTo", Map.of("to", day(to)));
        }
        return from.equals(to)
                ? say("period.day", Map.of("to", day(to)))
                : say("period.range", Map.of("from", day(from), "to", day(to)));
    }

    /** The figure with its qualifier and the noun in the form the number asks for. */
    String quantity(Figure figure, String unit, GrammaticalCase exact) {
        Qualifier qualifier = figure.qualifier();
        String key = "quantity." + qualifier;
        Map<String, String> values = new HashMap<>();
        if (qualifier == Qualifier.ORDER && has("order." + figure.magnitude())) {
            values.put("magnitude", say("order." + figure.magnitude(), Map.of()));
            values.put("plural", say(unitKey("plural", unit), Map.of("unitName", word(unit))));
            return say(key, values);
        }
        if (qualifier == Qualifier.ORDER || qualifier == Qualifier.RANGE) {
            key = "quantity.RANGE";
            values.put("lower", number(figure.lower()));
            if (figure.best() != null) {
                key += ".best";
                values.put("best", number(figure.best()));
            }
        }
        values.put("unit", unit);
        values.put(
                "counted", counted(figure.stated(), unit, qualifier == Qualifier.EXACT ? exact : GrammaticalCase.GEN));
        return say(key, values);
    }

    String counted(BigDecimal number, String unit, GrammaticalCase form) {
        return say(
                unitKey("unit", unit),
                Map.of(
                        "n", number,
                        "number", number(number),
                        "unitName", word(unit),
                        "case", form.name().toLowerCase(Locale.ROOT)));
    }

    /** Operators may define indicators in units nobody has worded here; the unit is then shown as it is. */
    private String unitKey(String kind, String unit) {
        String key = kind + "." + unit.replace(' ', '_');
        return has(key) ? key : kind + ".other";
    }
}
