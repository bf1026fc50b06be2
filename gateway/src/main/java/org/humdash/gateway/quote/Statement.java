package org.humdash.gateway.quote;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody stated, as far as it is needed to say it again.
 *
 * @param unit of the noun that is counted, such as {@code people}; of a claim its measure says it
 * @param publisher who passed it on; null where the originator published it
 * @param from null where only the end of the period is known
 * @param definition code of the definition it is counted by; null for claims
 * @param part what it is limited to, in codes; empty where it is about the whole
 * @param correctedOn null where the standing revision is no correction
 */
record Statement(
        String id,
        Figure figure,
        String unit,
        Names originator,
        Names publisher,
        String relayOf,
        LocalDate from,
        LocalDate to,
        LocalDate publishedOn,
        String definition,
        Names definitionText,
        Map<String, String> part,
        String hazard,
        LocalDate correctedOn) {

    /** Empty where it cannot be said who states what, and of what time: that is no figure to quote. */
    static Optional<Statement> of(JsonNode node, String unit) {
        Names originator = Names.of(node.path("originator").path("name"));
        LocalDate to = day(node.path("validTo"));
        String id = text(node.path("id"));
        if (originator == null || to == null || id == null) {
            return Optional.empty();
        }
        return Figure.of(node.path("estimate"))
                .map(figure -> new Statement(
                        id,
                        figure,
                        unit,
                        originator,
                        Names.of(node.path("publisher").path("name")),
                        text(node.path("relayOf")),
                        day(node.path("validFrom")),
                        to,
                        day(node.path("publishedOn")),
                        text(node.path("definition").path("code")),
                        Names.of(node.path("definition").path("text")),
                        PartWords.codes(node.path("disaggregation")),
                        text(node.path("hazard")),
                        correctedOn(node.path("revision"))));
    }

    /** Those of a list that can be quoted. */
    static List<Statement> all(JsonNode nodes, String unit) {
        List<Statement> all = new ArrayList<>();
        nodes.forEach(node -> of(node, unit).ifPresent(all::add));
        return all;
    }

    /** Whether both are about the same thing in the same time, so that two figures of it are two answers to one question. */
    boolean isComparableWith(Statement other) {
        return Objects.equals(from, other.from)
                && to.equals(other.to)
                && Objects.equals(definition, other.definition)
                && part.equals(other.part)
                && Objects.equals(hazard, other.hazard);
    }

    static String text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? node.asText() : null;
    }

    static LocalDate day(JsonNode node) {
        try {
            return node.isTextual() ? LocalDate.parse(node.asText()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static Instant instant(JsonNode node) {
        try {
            return node.isTextual() ? Instant.parse(node.asText()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDate correctedOn(JsonNode revision) {
        Instant recordedAt = instant(revision.path("recordedAt"));
        return revision.path("reason").asText().equals("CORRECTION") && recordedAt != null
                ? recordedAt.atZone(ZoneOffset.UTC).toLocalDate()
                : null;
    }
}
