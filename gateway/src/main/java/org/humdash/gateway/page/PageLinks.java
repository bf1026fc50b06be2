package org.humdash.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.humdash.gateway.language.LanguageChoice;
import org.humdash.gateway.page.PageView.Links;
import org.humdash.gateway.question.Question;
import org.humdash.gateway.quote.Permalinks;
import org.humdash.gateway.situation.View;
import org.humdash.vocabulary.text.Language;

/** Addresses of pages. They are relative to the page, so that they hold behind a proxy that adds a path. */
@ApplicationScoped
class PageLinks {

    private static final List<String> ORDER = List.of("ceasefire", "area", "asOf", "knownAt", "since");

    private final Permalinks permalinks;

    PageLinks(Permalinks permalinks) {
        this.permalinks = permalinks;
    }

    /** The same view with the facts up to another day. */
    static String upTo(LocalDate day, View view, Language language) {
        Map<String, String> parameters = new HashMap<>(pinned(view));
        parameters.put("asOf", day.toString());
        return page(language) + query(parameters);
    }

    /** The points of a chart as a file. */
    String chart(ChartGroup group, String code, View view, Language language) {
        return "page/charts/" + group.label() + "/" + code + ".csv" + query(pinned(view)) + "&lang="
                + LanguageChoice.code(language);
    }

    /** @param asked the parameters as they were named, by which the other language shows the same view */
    Links of(View view, Map<String, String> asked, Language language) {
        Map<String, String> situation = pinned(view);
        Map<String, String> pinned = new HashMap<>(situation);
        pinned.put("since", asked.get("since"));
        String permanent = page(language) + query(pinned);
        return new Links(
                page(other(language)) + query(asked),
                permanent,
                permalinks.absolute("/" + (language == Language.AR ? "ar" : "") + query(pinned)),
                "api/v1/situation" + query(situation));
    }

    /** The same view with what changed since a day. */
    String since(LocalDate day, Map<String, String> asked, Language language) {
        Map<String, String> parameters = new HashMap<>(asked);
        parameters.put("since", day.toString());
        return page(language) + query(parameters) + "#changes";
    }

    /** The same view without what changed. */
    String withoutSince(Map<String, String> asked, Language language) {
        Map<String, String> parameters = new HashMap<>(asked);
        parameters.remove("since");
        return page(language) + query(parameters) + "#changes";
    }

    /** What changed since, as data. */
    String diff(View view, Instant since) {
        Map<String, String> parameters = new HashMap<>(pinned(view));
        parameters.put("since", since.toString());
        return "api/v1/situation/diff" + query(parameters);
    }

    /** The answer to a question of the page, as data. */
    static String api(Question question) {
        return question.target().substring(1);
    }

    private static Map<String, String> pinned(View view) {
        return Map.of(
                "ceasefire", view.ceasefire(),
                "area", view.area().pcode().value(),
                "asOf", view.asOf().toString(),
                "knownAt", view.knownAt().toString());
    }

    /** The page of a language, from the page of either. */
    static String page(Language language) {
        return language == Language.AR ? "ar" : "./";
    }

    static Language other(Language language) {
        return language == Language.AR ? Language.EN : Language.AR;
    }

    private static String query(Map<String, String> parameters) {
        List<String> parts = new ArrayList<>();
        for (String name : ORDER) {
            String value = parameters.get(name);
            if (value != null && !value.isEmpty()) {
                parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }
}
