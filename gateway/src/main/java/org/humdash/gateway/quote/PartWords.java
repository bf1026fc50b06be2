package org.humdash.gateway.quote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.humdash.gateway.language.Isolation;
import org.humdash.gateway.language.Speaker;

/** Words what a figure is limited to. */
public final class PartWords {

    private PartWords() {}

    /** The {@code disaggregation} of an observation: what of it is stated, empty for a figure about the whole. */
    public static Map<String, String> codes(JsonNode disaggregation) {
        Map<String, String> codes = new LinkedHashMap<>();
        disaggregation.properties().forEach(entry -> {
            if (entry.getValue().isTextual()) {
                codes.put(entry.getKey(), entry.getValue().asText());
            }
        });
        return codes;
    }

    /** In words; a code that there are none for stands as it is. */
    public static String of(Map<String, String> codes, Speaker speaker) {
        List<String> words = new ArrayList<>();
        codes.forEach((field, code) -> {
            String key = "part." + field + "." + code;
            words.add(
                    speaker.has(key)
                            ? speaker.say(key, Map.of())
                            : Isolation.of(field + " " + code, speaker.language()));
        });
        return String.join(speaker.say("list.separator", Map.of()) + " ", words);
    }
}
