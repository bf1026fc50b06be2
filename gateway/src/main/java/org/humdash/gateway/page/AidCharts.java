package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.humdash.gateway.page.Chart.Amount;
import org.humdash.gateway.page.Chart.Kind;
import org.humdash.gateway.page.Chart.Point;
import org.humdash.gateway.situation.View;

/** What entered, beside what had been agreed: as sources state both, and as it follows from the commitment. */
final class AidCharts {

    private final Words words;
    private final ChartPoints points;
    private final View view;

    AidCharts(Words words, View view) {
        this.words = words;
        this.points = new ChartPoints(words);
        this.view = view;
    }

    /** @param commitments of {@code GET /api/v1/commitments} */
    List<Chart> of(JsonNode commitments) {
        List<Chart> charts = new ArrayList<>();
        for (JsonNode item : commitments.path("items")) {
            JsonNode commitment = item.path("commitment");
            Phrase title = words.phrase(commitment.path("title"));
            if (title == null
                    || !view.area()
                            .pcode()
                            .value()
                            .equals(commitment.path("area").asText())) {
                continue;
            }
            // A number of one day and one of a month are not drawn against each other.
            Map<String, List<JsonNode>> lines = new LinkedHashMap<>();
            item.path("lines")
                    .forEach(line -> lines.computeIfAbsent(
                                    line.path("claim").path("indicator").asText(), indicator -> new ArrayList<>())
                            .add(line));
            lines.forEach((indicator, ofOne) ->
                    charts.add(chart(commitment.path("code").asText(), indicator, title, ofOne)));
        }
        return charts.stream().filter(chart -> !chart.points().isEmpty()).toList();
    }

    private Chart chart(String commitment, String indicator, Phrase title, List<JsonNode> lines) {
        List<Point> all = new ArrayList<>();
        lines.forEach(line -> all.addAll(points(line)));
        return new Chart(
                "aid-" + ChartPoints.slug(commitment) + "-" + ChartPoints.slug(indicator),
                Kind.SIDE_BY_SIDE,
                words.say(
                        "page.charts.aid",
                        Map.of(
                                "commitment", title.text(),
                                "what",
                                        words.ifThere("page.charts.aid." + indicator)
                                                .orElse(indicator))),
                words.say("page.charts.aid.how"),
                ChartPoints.sayingHowMuch(all));
    }

    private List<Point> points(JsonNode line) {
        JsonNode claim = line.path("claim");
        String category = points.statement(claim);
        List<Point> all = new ArrayList<>();
        all.add(points.stated(claim, category, words.say("page.charts.aid.delivered")));
        JsonNode used = line.path("used");
        if (used.path("expected").isNumber()) {
            Amount expected = points.exactly(used.path("expected").decimalValue(), points.unit(claim.path("unit")));
            all.add(points.computed(claim, expected, category, words.say("page.charts.aid.expected")));
        }
        JsonNode stated = line.path("statedExpected");
        if (stated.isObject()) {
            Point point = points.stated(stated, category, words.say("page.charts.aid.statedExpected"));
            // A number for the whole time is not drawn against one for a day.
            all.add(stated.path("unit").equals(claim.path("unit")) ? point : point.notDrawn());
        }
        if (used.path("percent").isObject()) {
            Amount share = points.estimate(used.path("percent"), ChartPoints.PERCENT);
            all.add(points.computed(claim, share, category, words.say("page.charts.aid.share"))
                    .notDrawn());
        }
        JsonNode statedShare = line.path("statedPercent");
        if (statedShare.isObject()) {
            all.add(points.stated(statedShare, category, words.say("page.charts.aid.statedShare"))
                    .notDrawn());
        }
        return all;
    }
}
