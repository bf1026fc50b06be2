package org.humdash.gateway.quote;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.vocabulary.place.Gazetteer;

/** Words the figure that stands for each indicator, and names the others. */
final class HeadlineQuotes {

    private static final String DAYS = "days";

    private final Reading reading;
    private final Wording wording;
    private final Permalinks links;
    private final Gazetteer gazetteer;
    private final int othersNamed;

    HeadlineQuotes(Reading reading, Wording wording, Permalinks links, Gazetteer gazetteer, int othersNamed) {
        this.reading = reading;
        this.wording = wording;
        this.links = links;
        this.gazetteer = gazetteer;
        this.othersNamed = othersNamed;
    }

    List<Quote> all() {
        List<Quote> quotes = new ArrayList<>();
        for (JsonNode item : reading.data().path("items")) {
            Names indicator = Names.of(item.path("indicator").path("name"));
            List<Statement> all = Statement.all(
                    item.path("claims"), item.path("indicator").path("unit").asText(""));
            String headline = item.path("headline").asText("");
            if (indicator != null) {
                all.stream()
                        .filter(statement -> statement.id().equals(headline))
                        .forEach(statement -> quotes.add(quote(item, indicator, statement, all)));
            }
        }
        return quotes;
    }

    private Quote quote(JsonNode item, Names indicator, Statement statement, List<Statement> all) {
        String code = item.path("indicator").path("code").asText();
        String words = wording.say(
                "indicator",
                Map.of(
                        "indicator", wording.word(indicator),
                        "area", area(item.path("area").asText("")),
                        "hazard", wording.wordOrNone(statement.hazard()),
                        "quantity", wording.quantity(statement.figure(), statement.unit(), GrammaticalCase.ACC),
                        "period", wording.period(statement.from(), statement.to())));
        Draft draft = new Draft("indicators", code, reading, wording).state(statement, words);
        if (!statement.part().isEmpty()) {
            draft.say("part", Map.of("part", wording.part(statement.part())));
        }
        if (statement.definitionText() != null && !code.equals(statement.definition())) {
            draft.say(
                    "definition",
                    Map.of(
                            "code", wording.word(statement.definition()),
                            "text", wording.word(statement.definitionText())));
        }
        draft.date(statement);
        JsonNode expected = item.path("indicator").path("expectedIntervalDays");
        if (item.path("freshness").asText().equals("STALE") && expected.isNumber()) {
            BigDecimal age = BigDecimal.valueOf(ChronoUnit.DAYS.between(statement.to(), reading.asOf()));
            draft.old(Map.of(
                    "day", wording.day(reading.asOf()),
                    "age", wording.counted(age, DAYS, GrammaticalCase.NOM),
                    "expected", wording.counted(expected.decimalValue(), DAYS, GrammaticalCase.GEN)));
        }
        return draft.reading()
                .others(new Others(statement, all), othersNamed)
                .quote(
                        statement.id(),
                        statement.to(),
                        links.to("/api/v1/observations/" + Permalinks.encoded(statement.id()), "", reading));
    }

    private String area(String code) {
        return gazetteer
                .find(code)
                .map(area ->
                        wording.word(new Names(area.name().en(), area.name().ar())))
                .orElseGet(() -> wording.word(code));
    }
}
