package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.humdash.gateway.diff.PublicDiff;
import org.humdash.gateway.situation.PublicSituation;
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
        Sections sections = new Sections(situation, words);
        NamedFigures names = new NamedFigures(sections, words);
        JsonNode ceasefire = sections.data(SectionName.CEASEFIRE);
        Phrase name = words.phrase(ceasefire.path("name"));
        PartView<FigureView> claims = sections.part(SectionName.CLAIMS, figures::claims);
        PartView<FigureView> indicators = sections.part(SectionName.INDICATORS, figures::indicators);
        return new PageView(
                name == null ? new Phrase(view.ceasefire(), null) : name,
                words.ifThere("page.ceasefire." + ceasefire.path("status").asText())
                        .orElse(null),
                words.phrase(view.area().name()),
                words.day(view.asOf()),
                words.instant(view.knownAt()),
                missing(situation, answers, diff),
                new Choosers(words).of(view, answers.data(PagePart.CEASEFIRES), asked),
                links.of(view, asked, words.language()),
                claims,
                sections.part(
                        SectionName.LEDGER,
                        data -> new Days(words)
                                .of(data, claims.items()).stream().toList()),
                figures.quote("ledger", null).orElse(null),
                new PartView<>(indicators.notice(), key(indicators.items())),
                indicators.items().stream()
                        .filter(figure -> !keyIndicators.contains(figure.code()))
                        .toList(),
                sections.part(SectionName.CEASEFIRE, events::phases),
                sections.part(SectionName.TIMELINE, events::timeline),
                new PartView<>(
                        answers.notice(PagePart.CALENDAR, words),
                        new Calendar(words)
                                .of(answers.data(PagePart.CALENDAR), view, answers.link(PagePart.CALENDAR)).stream()
                                        .toList()),
                new PartView<>(
                        answers.notice(PagePart.MAP, words),
                        new Places(words)
                                .of(answers.data(PagePart.MAP), view.area(), answers.link(PagePart.MAP)).stream()
                                        .toList()),
                charts.of(answers, sections.data(SectionName.TIMELINE), words),
                changes.of(view, diff, asked, names, words),
                new QualityPart(names, words)
                        .of(sections, answers, situation.quotes().getOrDefault(words.language(), List.of())));
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

    /** Labels of the parts that are not here, or not of now. */
    private static List<String> missing(PublicSituation situation, Answers answers, Optional<PublicDiff> diff) {
        List<String> missing = new ArrayList<>(situation.unavailable());
        missing.addAll(situation.stale());
        missing.addAll(answers.missing());
        diff.filter(PublicDiff::partial).ifPresent(partial -> missing.add("changes"));
        return missing;
    }
}
