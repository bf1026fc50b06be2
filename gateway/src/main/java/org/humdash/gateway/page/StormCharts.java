package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.gateway.page.Chart.Kind;
import org.humdash.gateway.page.Chart.Point;
import org.humdash.gateway.peer.Peer;
import org.humdash.gateway.question.Question;
import org.humdash.gateway.situation.View;

/** What each source states of a storm, by what it counts. */
final class StormCharts {

    /** The page is no archive of hazards: the API has the others. */
    static final int MOST_HAZARDS = 5;

    private final Words words;
    private final ChartPoints points;

    StormCharts(Words words) {
        this.words = words;
        this.points = new ChartPoints(words);
    }

    /** What has to be asked when it is known which hazards there are. */
    static List<Question> questions(JsonNode hazards, View view) {
        List<Question> questions = new ArrayList<>();
        for (JsonNode hazard : hazards.path("items")) {
            String code = Words.text(hazard.path("code"));
            // It becomes part of an address.
            if (code != null && code.matches("[A-Za-z0-9_-]+") && questions.size() < MOST_HAZARDS) {
                questions.add(question(code, view));
            }
        }
        return questions;
    }

    List<Chart> of(Answers answers) {
        String area = answers.view().area().pcode().value();
        List<Chart> charts = new ArrayList<>();
        for (JsonNode hazard : answers.data(PagePart.HAZARDS).path("items")) {
            String code = hazard.path("code").asText();
            Phrase name = words.phrase(hazard.path("name"));
            JsonNode impacts = answers.data(question(code, answers.view()));
            if (name != null) {
                List<String> indicators = new ArrayList<>();
                impacts.path("impacts").forEach(impact -> {
                    String indicator = impact.path("indicator").asText();
                    if (!indicators.contains(indicator)) {
                        indicators.add(indicator);
                    }
                });
                indicators.forEach(
                        indicator -> chart(code, name, indicator, impacts, area).ifPresent(charts::add));
            }
        }
        return charts;
    }

    private Optional<Chart> chart(String hazard, Phrase hazardName, String indicator, JsonNode impacts, String area) {
        List<Point> all = new ArrayList<>();
        Phrase name = null;
        for (JsonNode impact : impacts.path("impacts")) {
            Phrase definition = words.phrase(impact.path("definition").path("text"));
            if (indicator.equals(impact.path("indicator").asText()) && definition != null) {
                name = words.phrase(impact.path("name"));
                for (JsonNode claim : impact.path("claims")) {
                    if (area.equals(claim.path("area").asText())) {
                        all.add(points.stated(claim, points.statement(claim), definition.text()));
                    }
                }
            }
        }
        List<Point> shown = ChartPoints.sayingHowMuch(all);
        return name == null || shown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart(
                        ChartPoints.slug(hazard) + "-" + ChartPoints.slug(indicator),
                        Kind.SIDE_BY_SIDE,
                        words.say("page.charts.storm", Map.of("storm", hazardName.text(), "what", name.text())),
                        words.say("page.charts.storm.how"),
                        shown));
    }

    private static Question question(String hazard, View view) {
        return new Question(Peer.HUMANITARIAN, "/api/v1/hazards/" + hazard + "/impacts?" + view.time());
    }
}
