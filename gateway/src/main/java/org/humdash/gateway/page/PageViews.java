package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.humdash.gateway.diff.PublicDiff;
import org.humdash.gateway.page.QualityView.CheckView;
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
    private final ChangesPart changes;

    PageViews(PageLinks links, Charts charts, PageConfig config, ChangesPart changes) {
        this.links = links;
        this.charts = charts;
        this.changes = changes;
        this.keyIndicators = config.keyIndicators();
    }

    /**
     * @param answers what the page shows besides the situation
     * @param diff what changed since the instant that was named; empty if none was
     * @param asked the parameters that were named, and nothing else
     */
    PageView of(
            PublicSituation situation,
            Answers answers,
            Optional<PublicDiff> diff,
            Map<String, String> asked,
            Words words) {
        View view = situation.view();
        Figures figures = new Figures(words, situation.quotes());
        Events events = new Events(words);
        NamedFigures names = new NamedFigures(situation, words);
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
                        || diff.map(PublicDiff::partial).orElse(false)
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
                                        .of(
                                                answers.data(PagePart.CALENDAR),
                                                view,
                                                PageLinks.api(PagePart.CALENDAR
                                                        .questions(view)
                                                        .getFirst()))
                                        .stream()
                                        .toList()),
                new PartView<>(
                        answers.notice(PagePart.MAP, words),
                        new Places(words)
                                        .of(
                                                answers.data(PagePart.MAP),
                                                view.area(),
                                                PageLinks.api(PagePart.MAP
                                                        .questions(view)
                                                        .getFirst()))
                                        .stream()
                                        .toList()),
                charts.of(answers, data(situation.sections().get(SectionName.TIMELINE)), words),
                changes.of(view, diff, asked, names, words),
                quality(situation, answers, names, words));
    }

    private static QualityView quality(PublicSituation situation, Answers answers, NamedFigures names, Words words) {
        Quality quality = new Quality(words, names);
        PartView<JsonNode> claims = whole(situation, SectionName.CLAIMS, words);
        PartView<JsonNode> indicators = whole(situation, SectionName.INDICATORS, words);
        return new QualityView(List.of(
                quality.stale(indicators),
                quality.single(claims, indicators),
                quality.contested(claims, indicators, situation.quotes().getOrDefault(words.language(), List.of())),
                quality.unreported(whole(situation, SectionName.LEDGER, words)),
                findings(quality, "claims", PagePart.CLAIM_FINDINGS, answers, words),
                findings(quality, "observations", PagePart.OBSERVATION_FINDINGS, answers, words)));
    }

    private static CheckView findings(Quality quality, String label, PagePart part, Answers answers, Words words) {
        return quality.findings(
                label,
                answers.data(part),
                answers.notice(part, words),
                PageLinks.api(part.questions(answers.view()).getFirst()));
    }

    /** The data of a section, if there is any, as its only item. */
    private static PartView<JsonNode> whole(PublicSituation situation, SectionName name, Words words) {
        JsonNode data = data(situation.sections().get(name));
        return new PartView<>(
                notice(situation.sections().get(name), words), data.isMissingNode() ? List.of() : List.of(data));
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
