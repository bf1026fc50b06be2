package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.humdash.gateway.situation.SectionName;

/** Names of figures and sources by their codes, as far as the sections of a situation say them. */
final class NamedFigures {

    private final Map<String, Phrase> figures = new HashMap<>();
    private final Map<String, Phrase> sources = new HashMap<>();
    private final Words words;

    NamedFigures(Sections sections, Words words) {
        this.words = words;
        for (JsonNode measure : sections.data(SectionName.CLAIMS).path("measures")) {
            learn(figures, measure.path("measure"), measure.path("name"));
            measure.path("claims").forEach(this::learnSource);
        }
        for (JsonNode item : sections.data(SectionName.INDICATORS).path("items")) {
            learn(
                    figures,
                    item.path("indicator").path("code"),
                    item.path("indicator").path("name"));
            item.path("claims").forEach(this::learnSource);
        }
    }

    /** The originator of a claim or an observation. */
    void learnSource(JsonNode statement) {
        JsonNode originator = statement.path("originator");
        learn(sources, originator.path("code"), originator.path("name"));
    }

    /** Of a measure or an indicator: the code where nobody says the name, and null where there is no code. */
    Phrase figure(JsonNode code) {
        return named(figures, code);
    }

    /** As {@link #figure} for who stated it. */
    Phrase source(JsonNode code) {
        return named(sources, code);
    }

    private void learn(Map<String, Phrase> names, JsonNode code, JsonNode name) {
        Phrase phrase = words.phrase(name);
        if (Words.text(code) != null && phrase != null) {
            names.putIfAbsent(code.asText(), phrase);
        }
    }

    private static Phrase named(Map<String, Phrase> names, JsonNode code) {
        String text = Words.text(code);
        return text == null ? null : names.getOrDefault(text, new Phrase(text, null));
    }
}
