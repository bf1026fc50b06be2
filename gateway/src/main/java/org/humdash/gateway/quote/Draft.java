package org.humdash.gateway.quote;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.gateway.language.Isolation;

/** A quote in the making: sentences are added in the order they are read in. */
final class Draft {

    private final String section;
    private final String figure;
    private final Reading reading;
    private final Wording wording;
    private final List<String> sentences = new ArrayList<>();
    private boolean contested;
    private boolean stale;

    Draft(String section, String figure, Reading reading, Wording wording) {
        this.section = section;
        this.figure = figure;
        this.reading = reading;
        this.wording = wording;
        this.stale = !reading.again();
    }

    Draft say(String key, Map<String, ?> values) {
        sentences.add(wording.say(key, values));
        return this;
    }

    /** The sentence that says who states what. */
    Draft state(Statement statement, String words) {
        return say("sentence", Map.of("attribution", wording.source("attribution", statement), "statement", words));
    }

    /** Of what time the figure is; its publication may be much later. */
    Draft date(Statement statement) {
        say(
                "dated",
                Map.of(
                        "asOf", wording.day(statement.to()),
                        "publishedOn", wording.dayOrNone(statement.publishedOn())));
        if (statement.correctedOn() != null) {
            say("corrected", Map.of("day", wording.day(statement.correctedOn())));
        }
        return this;
    }

    /** Says that the figure is older than it should be. */
    Draft old(Map<String, ?> values) {
        stale = true;
        return say("old", values);
    }

    /** Says so if the figure could not be read again. */
    Draft reading() {
        if (!reading.again()) {
            say("unread", Map.of("instant", wording.instant(reading.knownAt())));
        }
        return this;
    }

    Draft others(Others others, int named) {
        contested = others.contest();
        sentences.addAll(others.sentences(wording, named));
        return this;
    }

    /** @param id of the record; null where there is no single one */
    Quote quote(String id, LocalDate asOf, String permalink) {
        String sentence = String.join(" ", sentences);
        return new Quote(
                section,
                figure,
                id,
                asOf,
                contested,
                stale,
                sentence,
                permalink,
                sentence + " " + Isolation.of(permalink, wording.language()));
    }
}
