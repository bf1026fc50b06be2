package org.humdash.gateway.quote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Words the claims that stand side by side, measure by measure. */
final class ClaimQuotes {

    private static final String DAYS = "days";

    /** What the figure of a measure counts. */
    private static final Map<String, String> UNITS = Map.of(
            "VIOLATIONS", "violations",
            "KILLED", "people",
            "INJURED", "people",
            "DETAINED", "people",
            "ATTACK_DAYS", DAYS,
            "QUIET_DAYS", DAYS,
            "MONITORED_DAYS", DAYS);

    private final Reading reading;
    private final Wording wording;
    private final Permalinks links;
    private final int othersNamed;

    ClaimQuotes(Reading reading, Wording wording, Permalinks links, int othersNamed) {
        this.reading = reading;
        this.wording = wording;
        this.links = links;
        this.othersNamed = othersNamed;
    }

    /** A claim that only passes on another one of them is no figure of its own. */
    List<Quote> all() {
        List<Quote> quotes = new ArrayList<>();
        for (JsonNode measure : reading.data().path("measures")) {
            String code = measure.path("measure").asText();
            String unit = UNITS.get(code);
            if (unit != null) {
                List<Statement> all = Statement.all(measure.path("claims"), unit);
                for (JsonNode claim : measure.path("claims")) {
                    Statement.of(claim, unit)
                            .filter(statement ->
                                    all.stream().noneMatch(other -> other.id().equals(statement.relayOf())))
                            .ifPresent(statement -> quotes.add(quote(code, claim, statement, all)));
                }
            }
        }
        return quotes;
    }

    private Quote quote(String measure, JsonNode claim, Statement statement, List<Statement> all) {
        boolean outOf =
                statement.unit().equals(DAYS) && claim.path("statedDays").isNumber();
        String words = wording.say(
                "claim." + measure,
                Map.of(
                        "n", statement.figure().stated(),
                        "quantity", wording.quantity(statement.figure(), statement.unit(), GrammaticalCase.ACC),
                        "days",
                                outOf
                                        ? wording.counted(
                                                claim.path("statedDays").decimalValue(), DAYS, GrammaticalCase.GEN)
                                        : Wording.NONE,
                        "period", wording.period(statement.from(), statement.to())));
        Draft draft = new Draft("claims", measure, reading, wording).state(statement, words);
        String dayCount = "dayCount." + claim.path("dayCount").asText("");
        if (outOf && wording.has(dayCount)) {
            draft.say(dayCount, Map.of());
        }
        return draft.date(statement)
                .reading()
                .others(new Others(statement, all), othersNamed)
                .quote(
                        statement.id(),
                        statement.to(),
                        links.to("/api/v1/claims/" + Permalinks.encoded(statement.id()), "", reading));
    }
}
