package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words claims and observations, each of which names who states it. */
final class Statements {

    private final Words words;

    Statements(Words words) {
        this.words = words;
    }

    /** Those of a list of which it is known who states how much; the others are no figures. */
    List<StatementView> all(JsonNode nodes, String indicator) {
        List<StatementView> all = new ArrayList<>();
        nodes.forEach(node -> of(node, indicator).ifPresent(all::add));
        return all;
    }

    /** @param indicator code of the indicator, whose own definition needs no words; null for claims */
    Optional<StatementView> of(JsonNode node, String indicator) {
        Phrase value = words.phrase(node.path("estimate").path("text"));
        Phrase originator = words.phrase(node.path("originator").path("name"));
        if (value == null || originator == null) {
            return Optional.empty();
        }
        return Optional.of(new StatementView(
                value,
                unit(node),
                originator,
                words.phrase(node.path("publisher").path("name")),
                words.period(node.path("validFrom"), node.path("validTo")),
                words.day(node.path("publishedOn")),
                age(node.path("ageAtPublicationDays")),
                definition(node.path("definition"), indicator),
                words.part(node.path("disaggregation")),
                parts(node.path("breakdown")),
                residual(node.path("residual")),
                verbatim(node),
                link(node.path("url")),
                "STALE".equals(node.path("freshness").asText())));
    }

    /** The address if it is one of the web, and null otherwise: whoever wrote it may have written anything. */
    static String link(JsonNode node) {
        String text = Words.text(node);
        if (text == null) {
            return null;
        }
        try {
            URI uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? uri.toASCIIString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private String unit(JsonNode node) {
        String unit = Words.text(node.path("unit"));
        // The text of a percentage has its sign.
        return unit == null || unit.equals("percent")
                ? null
                : words.ifThere("plural." + unit.replace(' ', '_')).orElse(unit);
    }

    private String age(JsonNode days) {
        return days.canConvertToLong() && days.isIntegralNumber() && days.asLong() >= 0
                ? words.counted("page.figure.age", days.asLong())
                : null;
    }

    private Phrase definition(JsonNode definition, String indicator) {
        return indicator == null || indicator.equals(Words.text(definition.path("code")))
                ? null
                : words.phrase(definition.path("text"));
    }

    private List<StatementView.PartView> parts(JsonNode breakdown) {
        List<StatementView.PartView> parts = new ArrayList<>();
        for (JsonNode part : breakdown) {
            Phrase name = words.phrase(part.path("name"));
            Phrase value = words.phrase(part.path("estimate").path("text"));
            if (name != null && value != null) {
                parts.add(new StatementView.PartView(name, value));
            }
        }
        return parts;
    }

    /** Shown and never repaired: what a source adds up to is the source's. */
    private String residual(JsonNode residual) {
        if (!residual.isIntegralNumber() || residual.asLong() == 0) {
            return null;
        }
        long left = residual.asLong();
        return left > 0
                ? words.counted("page.figure.residual.more", left)
                : words.counted("page.figure.residual.less", -left);
    }

    private static Phrase verbatim(JsonNode node) {
        String text = Words.text(node.path("text"));
        return text == null ? null : new Phrase(text, Words.text(node.path("language")));
    }
}
