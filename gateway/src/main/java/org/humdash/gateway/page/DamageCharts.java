package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.humdash.gateway.page.Chart.Kind;
import org.humdash.gateway.page.Chart.Point;
import org.humdash.gateway.peer.Peer;
import org.humdash.gateway.question.Question;
import org.humdash.gateway.situation.View;

/** Structures that are destroyed, apart from those that are damaged; numbers apart from shares. */
final class DamageCharts {

    private static final List<String> NUMBERS = List.of(
            "STRUCTURES_DESTROYED",
            "STRUCTURES_DAMAGED_SEVERE",
            "STRUCTURES_DAMAGED_MODERATE",
            "STRUCTURES_DAMAGED_POSSIBLE",
            "STRUCTURES_DAMAGED_ANY");

    private static final List<String> SHARES = List.of("STRUCTURES_DESTROYED_PCT", "STRUCTURES_DAMAGED_ANY_PCT");
    private static final int MOST = 200;

    private final Words words;
    private final ChartPoints points;
    private final View view;

    DamageCharts(Words words, View view) {
        this.words = words;
        this.points = new ChartPoints(words);
        this.view = view;
    }

    static List<Question> questions(View view) {
        List<Question> questions = new ArrayList<>();
        NUMBERS.forEach(indicator -> questions.add(question(indicator, view)));
        SHARES.forEach(indicator -> questions.add(question(indicator, view)));
        return questions;
    }

    List<Chart> of(Answers answers) {
        List<Chart> charts = new ArrayList<>();
        add(charts, "structures", "page.charts.structures", NUMBERS, answers);
        add(charts, "structures-shares", "page.charts.shares", SHARES, answers);
        return charts;
    }

    private void add(List<Chart> charts, String code, String title, List<String> indicators, Answers answers) {
        List<Point> all = new ArrayList<>();
        for (String indicator : indicators) {
            for (JsonNode observation : answers.data(question(indicator, view)).path("items")) {
                if (view.area().pcode().value().equals(observation.path("area").asText())
                        && observation.path("disaggregation").isEmpty()) {
                    all.add(points.stated(
                            observation, words.day(observation.path("validTo")), series(indicator, observation)));
                }
            }
        }
        List<Point> shown = ChartPoints.sayingHowMuch(all);
        if (!shown.isEmpty()) {
            charts.add(new Chart(code, Kind.OVER_TIME, words.say(title), words.say("page.charts.damage.how"), shown));
        }
    }

    /** Shares of different things never look alike. */
    private String series(String indicator, JsonNode observation) {
        String name = words.say("page.charts.damage." + indicator);
        Phrase definition = words.phrase(observation.path("definition").path("text"));
        boolean own =
                indicator.equals(observation.path("definition").path("code").asText());
        return own || definition == null ? name : name + ": " + definition.text();
    }

    private static Question question(String indicator, View view) {
        return new Question(
                Peer.HUMANITARIAN,
                "/api/v1/observations?indicator=" + indicator + "&area="
                        + view.area().pcode().value() + "&limit=" + MOST + "&" + view.time());
    }
}
