package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.humdash.gateway.page.Chart.Kind;
import org.humdash.gateway.page.Chart.Point;
import org.humdash.gateway.situation.View;

/** What was claimed at which time: each measure by source, and violations by their types. */
final class ClaimCharts {

    private static final List<String> MEASURES = List.of("VIOLATIONS", "KILLED", "INJURED", "DETAINED");

    private final Words words;
    private final ChartPoints points;
    private final View view;

    ClaimCharts(Words words, View view) {
        this.words = words;
        this.points = new ChartPoints(words);
        this.view = view;
    }

    /** @param claims of {@code GET /api/v1/claims} */
    List<Chart> of(JsonNode claims) {
        List<Chart> charts = new ArrayList<>();
        for (String measure : MEASURES) {
            List<JsonNode> stated = stated(claims, measure);
            add(charts, overTime(measure, stated));
            if (measure.equals("VIOLATIONS")) {
                add(charts, byType(stated));
            }
        }
        return charts;
    }

    private static void add(List<Chart> charts, Chart chart) {
        if (!chart.points().isEmpty()) {
            charts.add(chart);
        }
    }

    private List<JsonNode> stated(JsonNode claims, String measure) {
        List<JsonNode> stated = new ArrayList<>();
        for (JsonNode claim : claims.path("items")) {
            if (measure.equals(claim.path("measure").asText())
                    && view.area().pcode().value().equals(claim.path("area").asText())) {
                stated.add(claim);
            }
        }
        return stated;
    }

    private Chart overTime(String measure, List<JsonNode> claims) {
        List<Point> all = new ArrayList<>();
        for (JsonNode claim : claims) {
            Phrase originator = words.phrase(claim.path("originator").path("name"));
            if (originator != null) {
                all.add(points.stated(claim, points.statement(claim), originator.text()));
            }
        }
        return new Chart(
                "claims-" + ChartPoints.slug(measure),
                Kind.OVER_TIME,
                words.say("page.charts.claims." + measure),
                words.say("page.charts.claims.how"),
                ChartPoints.sayingHowMuch(all));
    }

    /** What the parts lack to the total, or have too much, is a part of its own: nobody but the source can mend it. */
    private Chart byType(List<JsonNode> claims) {
        List<Point> all = new ArrayList<>();
        for (JsonNode claim : claims) {
            String category = points.statement(claim);
            for (JsonNode part : claim.path("breakdown")) {
                Phrase name = words.phrase(part.path("name"));
                if (name != null) {
                    all.add(points.part(claim, points.estimate(part.path("estimate"), null), category, name.text()));
                }
            }
            JsonNode residual = claim.path("residual");
            if (residual.isIntegralNumber() && residual.asLong() != 0) {
                all.add(points.computed(
                        claim,
                        points.exactly(residual.decimalValue(), null),
                        category,
                        words.say("page.charts.residual")));
            }
        }
        return new Chart(
                "violations-by-type",
                Kind.STACKED,
                words.say("page.charts.types"),
                words.say("page.charts.types.how"),
                ChartPoints.sayingHowMuch(all));
    }
}
