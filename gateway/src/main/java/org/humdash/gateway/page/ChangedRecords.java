package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.gateway.page.ChangesView.EntryView;
import org.humdash.vocabulary.place.Gazetteer;

/** Words a record that changed, and why it did. */
final class ChangedRecords {

    private final Gazetteer gazetteer = Gazetteer.palestine();
    private final Words words;
    private final NamedFigures names;
    private final Statements statements;

    ChangedRecords(Words words, NamedFigures names) {
        this.words = words;
        this.names = names;
        this.statements = new Statements(words);
    }

    /** @param label of the collection, as the API has it */
    EntryView of(String label, JsonNode entry) {
        JsonNode record = entry.path("record");
        return switch (label) {
            case "claims" -> statement(entry, names.figure(record.path("measure")), null);
            case "observations" ->
                statement(entry, names.figure(record.path("indicator")), Words.text(record.path("indicator")));
            case "incidents" -> incident(entry);
            default -> hazard(entry);
        };
    }

    private EntryView statement(JsonNode entry, Phrase name, String indicator) {
        return statements
                .of(entry.path("record"), indicator)
                .map(statement -> entry(
                        entry,
                        name,
                        statement.value(),
                        statement.unit(),
                        statement.originator(),
                        statement.period(),
                        null))
                .orElseGet(() -> entry(entry, name, null, null, null, null, null));
    }

    private EntryView incident(JsonNode entry) {
        JsonNode record = entry.path("record");
        return entry(
                entry,
                words.phrase(record.path("typeName")),
                casualties(record.path("figures")),
                null,
                words.phrase(record.path("source").path("name")),
                words.period(record.path("occurredFrom"), record.path("occurredTo")),
                place(record.path("place")));
    }

    private EntryView hazard(JsonNode entry) {
        JsonNode record = entry.path("record");
        String start = words.day(record.path("start"));
        return entry(
                entry,
                words.phrase(record.path("name")),
                null,
                null,
                words.phrase(record.path("source").path("name")),
                start == null || words.day(record.path("end")) != null
                        ? words.period(record.path("start"), record.path("end"))
                        : words.say("page.phase.since", Map.of("day", start)),
                null);
    }

    private EntryView entry(
            JsonNode entry, Phrase what, Phrase value, String unit, Phrase originator, String period, Phrase place) {
        return new EntryView(
                what,
                entry.path("id").asText(),
                value,
                unit,
                originator,
                period,
                place,
                words.ifThere("page.changes.reason." + entry.path("reason").asText())
                        .orElseGet(() -> words.say("page.changes.unsaid")),
                recorded(entry.path("recordedAt")));
    }

    private String recorded(JsonNode at) {
        try {
            return at.isTextual()
                    ? words.say("page.changes.recorded", Map.of("instant", words.instant(Instant.parse(at.asText()))))
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Who was killed and injured, as far as somebody says. */
    private Phrase casualties(JsonNode figures) {
        List<String> all = new ArrayList<>();
        add(all, "page.changes.killed", figures.path("killed"));
        add(all, "page.changes.injured", figures.path("injured"));
        return all.isEmpty() ? null : new Phrase(String.join(words.say("list.separator") + " ", all), words.lang());
    }

    private void add(List<String> all, String key, JsonNode estimate) {
        Phrase text = words.phrase(estimate.path("text"));
        if (text != null) {
            all.add(words.say(key, Map.of("value", text.text())));
        }
    }

    private Phrase place(JsonNode place) {
        return gazetteer
                .find(place.path("adm2").asText(place.path("adm1").asText("")))
                .map(area -> words.phrase(area.name()))
                .orElse(null);
    }
}
