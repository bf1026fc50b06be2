package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.humdash.gateway.page.ChartsView.ChartView;
import org.humdash.gateway.page.ChartsView.GroupView;
import org.humdash.gateway.page.ChartsView.MarkView;

/** Makes the charts of a page of what the services answered. */
@ApplicationScoped
class Charts {

    /** What divides a ceasefire into times. Statements and reports are on the timeline alone. */
    private static final Set<String> MILESTONES = Set.of("AGREEMENT", "PHASE_CHANGE", "TALKS");

    private final PageLinks links;

    Charts(PageLinks links) {
        this.links = links;
    }

    /** @param timeline of the ceasefire; missing where it did not come */
    ChartsView of(Answers answers, JsonNode timeline, Words words) {
        return new ChartsView(
                Arrays.stream(ChartGroup.values())
                        .map(group -> group(group, answers, words))
                        .toList(),
                marks(timeline, answers.data(PagePart.HAZARDS), words));
    }

    private GroupView group(ChartGroup group, Answers answers, Words words) {
        return new GroupView(
                "charts-" + group.label(),
                words.say("page.charts." + group),
                answers.notice(group.part(), words),
                group.isCut(answers) ? words.say("page.charts.cut") : null,
                group.charts(answers, words).stream()
                        .map(chart -> new ChartView(
                                chart, links.chart(group, chart.code(), answers.view(), words.language())))
                        .toList());
    }

    private static List<MarkView> marks(JsonNode timeline, JsonNode hazards, Words words) {
        List<MarkView> marks = new ArrayList<>();
        for (JsonNode event : timeline.path("items")) {
            if (MILESTONES.contains(event.path("kind").asText())) {
                mark(event.path("date"), words.phrase(event.path("title")), words)
                        .ifPresent(marks::add);
            }
        }
        for (JsonNode hazard : hazards.path("items")) {
            mark(hazard.path("start"), words.phrase(hazard.path("name")), words).ifPresent(marks::add);
        }
        return marks.stream().sorted(Comparator.comparing(MarkView::date)).toList();
    }

    private static Optional<MarkView> mark(JsonNode date, Phrase title, Words words) {
        String day = words.day(date);
        return day == null || title == null ? Optional.empty() : Optional.of(new MarkView(date.asText(), day, title));
    }
}
