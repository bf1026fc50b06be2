package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Words phases and the timeline. */
final class Events {

    private final Words words;

    Events(Words words) {
        this.words = words;
    }

    /** The phases of {@code GET /api/v1/ceasefires/{code}}. */
    List<EventView> phases(JsonNode ceasefire) {
        List<EventView> events = new ArrayList<>();
        for (JsonNode phase : ceasefire.path("phases")) {
            Phrase title = words.phrase(phase.path("title"));
            if (title != null) {
                events.add(new EventView(
                        span(phase),
                        word("page.phase.", phase.path("status")),
                        title,
                        null,
                        source(phase),
                        url(phase)));
            }
        }
        return events;
    }

    /** The entries of {@code GET /api/v1/ceasefires/{code}/timeline}, newest first as they come. */
    List<EventView> timeline(JsonNode data) {
        List<EventView> events = new ArrayList<>();
        for (JsonNode entry : data.path("items")) {
            Phrase title = words.phrase(entry.path("title"));
            String day = words.day(entry.path("date"));
            if (title != null && day != null) {
                events.add(new EventView(
                        day,
                        word("page.event.", entry.path("kind")),
                        title,
                        participants(entry.path("participants")),
                        source(entry),
                        url(entry)));
            }
        }
        return events;
    }

    private String span(JsonNode phase) {
        String start = words.day(phase.path("start"));
        if (start == null) {
            return words.say("page.phase.noStart");
        }
        return words.day(phase.path("end")) == null
                ? words.say("page.phase.since", Map.of("day", start))
                : words.period(phase.path("start"), phase.path("end"));
    }

    private String word(String prefix, JsonNode code) {
        return words.ifThere(prefix + code.asText()).orElse(null);
    }

    private Phrase source(JsonNode event) {
        return words.phrase(event.path("source").path("name"));
    }

    private static String url(JsonNode event) {
        return Statements.link(event.path("url"));
    }

    private static Phrase participants(JsonNode names) {
        List<String> all = new ArrayList<>();
        names.forEach(name -> {
            if (name.isTextual()) {
                all.add(name.asText());
            }
        });
        return all.isEmpty() ? null : new Phrase(String.join(", ", all), "en");
    }
}
