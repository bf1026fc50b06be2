package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.humdash.gateway.page.FigureView.QuoteView;
import org.humdash.gateway.quote.Quote;
import org.humdash.vocabulary.text.Language;

/** Makes figures of the sections with claims and with indicators. Which statement stands first is the API's to say. */
final class Figures {

    private final Words words;
    private final Statements statements;
    private final Map<Language, List<Quote>> quotes;

    Figures(Words words, Map<Language, List<Quote>> quotes) {
        this.words = words;
        this.statements = new Statements(words);
        this.quotes = quotes;
    }

    /** The measures of {@code GET /api/v1/claims/latest}. */
    List<FigureView> claims(JsonNode data) {
        List<FigureView> figures = new ArrayList<>();
        for (JsonNode measure : data.path("measures")) {
            String code = measure.path("measure").asText();
            Phrase name = words.phrase(measure.path("name"));
            JsonNode first = measure.path("claims").path(0);
            if (name != null) {
                figures.add(figure(code, name, "claims", first, null, measure.path("claims"), null));
            }
        }
        return figures;
    }

    /** The indicators of {@code GET /api/v1/headlines}. */
    List<FigureView> indicators(JsonNode data) {
        List<FigureView> figures = new ArrayList<>();
        for (JsonNode item : data.path("items")) {
            String code = item.path("indicator").path("code").asText();
            Phrase name = words.phrase(item.path("indicator").path("name"));
            String headline = Words.text(item.path("headline"));
            JsonNode first = headline == null ? item.path("headline") : withId(item.path("claims"), headline);
            if (name != null) {
                figures.add(figure(
                        code, name, "indicators", first, words.phrase(item.path("reason")), item.path("claims"), code));
            }
        }
        return figures;
    }

    /** How to quote a record; empty where it has no sentence. {@code id} is null for what is counted from many. */
    Optional<QuoteView> quote(String section, String id) {
        return quote(Language.EN, section, id)
                .flatMap(english -> quote(Language.AR, section, id)
                        .map(arabic -> new QuoteView(
                                english.sentence(), arabic.sentence(), english.permalink(), english.contested())));
    }

    private FigureView figure(
            String code,
            Phrase name,
            String section,
            JsonNode first,
            Phrase reason,
            JsonNode claims,
            String indicator) {
        Optional<StatementView> headline = statements.of(first, indicator);
        List<StatementView> others = new ArrayList<>();
        for (JsonNode claim : claims) {
            if (claim != first) {
                statements.of(claim, indicator).ifPresent(others::add);
            }
        }
        QuoteView quote = Optional.ofNullable(Words.text(first.path("id")))
                .flatMap(id -> quote(section, id))
                .orElse(null);
        return new FigureView(
                anchor(section, code),
                code,
                name,
                headline.orElse(null),
                headline.isPresent() ? reason : null,
                others,
                quote);
    }

    private Optional<Quote> quote(Language language, String section, String id) {
        return quotes.getOrDefault(language, List.of()).stream()
                .filter(quote ->
                        quote.section().equals(section) && (id == null ? quote.id() == null : id.equals(quote.id())))
                .findFirst();
    }

    /** A link to a figure on the page. */
    static String link(String section, String code) {
        return "#" + anchor(section, code);
    }

    private static String anchor(String section, String code) {
        return section + "-" + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static JsonNode withId(JsonNode claims, String id) {
        for (JsonNode claim : claims) {
            if (id.equals(claim.path("id").asText())) {
                return claim;
            }
        }
        return claims.path(-1);
    }
}
