package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.humdash.gateway.situation.PublicSituation;
import org.humdash.gateway.situation.Section;
import org.humdash.gateway.situation.SectionName;
import org.humdash.gateway.situation.View;

/** Puts a situation into the words of a page. Nothing is added up, chosen or left out here that the API does not. */
@ApplicationScoped
class PageViews {

    private final PageLinks links;
    private final Charts charts;
    private final List<String> keyIndicators;

    PageViews(PageLinks links, Charts charts, PageConfig config) {
        this.links = links;
        this.charts = charts;
        this.keyIndicators = config.keyIndicators();
    }

    /**
     * @param answers what the page shows besides the situation
     * @param asked the parameters that were named, and nothing else
     */
    PageView of(PublicSituation situation, Answers answers, Map<String, String> asked, Words words) {
        View view = situation.view();
        Figures figures = new Figures(words, situation.quotes());
        Events events = new Events(words);
        JsonNode ceasefire = data(situation.sections().get(SectionName.CEASEFIRE));
        Phrase name = words.phrase(ceasefire.path("name"));
        PartView<FigureView> claims = part(situation, SectionName.CLAIMS, words, figures::claims);
        PartView<FigureView> indicators = part(situation, SectionName.INDICATORS, words, figures::indicators);
        return new PageView(
                name == null ? new Phrase(view.ceasefire(), null) : name,
                words.ifThere("page.ceasefire." + ceasefire.path("status").asText())
                        .orElse(null),
                words.phrase(view.area().name()),
                words.day(view.asOf()),
                words.instant(view.knownAt()),
                situation.isPartial()
                        || Arrays.stream(PagePart.values()).anyMatch(part -> answers.notice(part, words) != null),
                new Choosers(words).of(view, answers.data(PagePart.CEASEFIRES), asked),
                links.of(view, asked, words.language()),
                claims,
                part(
                        situation,
                        SectionName.LEDGER,
                        words,
                        data -> new Days(words)
                                .of(data, claims.items()).stream().toList()),
                figures.quote("ledger", null).orElse(null),
                new PartView<>(indicators.notice(), key(indicators.items())),
                indicators.items().stream()
                        .filter(figure -> !keyIndicators.contains(figure.code()))
                        .toList(),
                part(situation, SectionName.CEASEFIRE, words, events::phases),
                part(situation, SectionName.TIMELINE, words, events::timeline),
                new PartView<>(
                        answers.notice(PagePart.CALENDAR, words),
                        new Calendar(words)
                                .of(answers.data(PagePart.CALENDAR), view, link(PagePart.CALENDAR, view)).stream()
                                        .toList()),
                new PartView<>(
                        answers.notice(PagePart.MAP, words),
                        new Places(words)
                                .of(answers.data(PagePart.MAP), view.area(), link(PagePart.MAP, view)).stream()
                                        .toList()),
                charts.of(answers, data(situation.sections().get(SectionName.TIMELINE)), words));
    }

    /** Where the API answers the question that a part is made of, from the page. */
    private static String link(PagePart part, View view) {
        return part.questions(view).getFirst().target().substring(1);
    }

    private List<FigureView> key(List<FigureView> all) {
        return keyIndicators.stream()
                .map(code -> all.stream()
                        .filter(figure -> figure.code().equals(code))
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private static <T> PartView<T> part(
            PublicSituation situation, SectionName name, Words words, Function<JsonNode, List<T>> items) {
        Section section = situation.sections().get(name);
        return new PartView<>(notice(section, words), items.apply(data(section)));
    }

    private static JsonNode data(Section section) {
        return section.data() == null ? MissingNode.getInstance() : section.data();
    }

    private static String notice(Section section, Words words) {
        return switch (section.status()) {
            case AVAILABLE -> null;
            case UNAVAILABLE -> words.say("page.unavailable", Map.of("reason", section.reason()));
            case STALE ->
                words.say(
                        "page.stale",
                        Map.of(
                                "asOf", words.day(section.asOf()),
                                "instant", words.instant(section.knownAt()),
                                "age", age(section.ageSeconds(), words),
                                "reason", section.reason()));
        };
    }

    private static String age(long seconds, Words words) {
        return words.counted("page.minutes", Duration.ofSeconds(seconds).toMinutes());
    }
}
