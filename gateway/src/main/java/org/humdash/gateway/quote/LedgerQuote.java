package org.humdash.gateway.quote;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Words the attack days that are counted from what is documented, which nobody claims. */
final class LedgerQuote {

    private static final String DAYS = "days";
    private static final List<String> STATUSES = List.of("attack", "possible", "pending", "quiet", "noReport");

    private final Reading reading;
    private final Wording wording;
    private final Permalinks links;

    LedgerQuote(Reading reading, Wording wording, Permalinks links) {
        this.reading = reading;
        this.wording = wording;
        this.links = links;
    }

    Optional<Quote> quote() {
        JsonNode data = reading.data();
        Optional<Figure> figure = Figure.of(data.path("attackDays").path("estimate"));
        JsonNode monitored = data.path("monitored");
        LocalDate from = Statement.day(monitored.path("from"));
        LocalDate to = Statement.day(monitored.path("to"));
        String code = Statement.text(data.path("ceasefire").path("code"));
        if (figure.isEmpty() || !monitored.path("days").isNumber() || from == null || to == null || code == null) {
            return Optional.empty();
        }
        if (isUnreported(data.path("days"))) {
            return Optional.empty();
        }
        Draft draft = new Draft("ledger", "ATTACK_DAYS", reading, wording)
                .say(
                        "ledger",
                        Map.of(
                                "quantity", wording.quantity(figure.get(), DAYS, GrammaticalCase.ACC),
                                "monitored",
                                        wording.counted(
                                                monitored.path("days").decimalValue(), DAYS, GrammaticalCase.GEN),
                                "period", wording.period(from, to)));
        days(data.path("days")).ifPresent(days -> draft.say("ledger.days", days));
        String grades = grades(data.path("grades"));
        if (!grades.isEmpty()) {
            draft.say("ledger.grades", Map.of("grades", grades));
        }
        String area = Statement.text(data.path("area").path("pcode"));
        boolean whole =
                area == null || data.path("area").path("includesUnlocated").asBoolean();
        return Optional.of(draft.reading()
                .quote(
                        null,
                        to,
                        links.to(
                                "/api/v1/ceasefires/" + Permalinks.encoded(code) + "/ledger",
                                whole ? "" : "area=" + Permalinks.encoded(area) + "&",
                                reading)));
    }

    /** Where nobody reported on any day, no attack is documented because nothing is: that is not a number of days. */
    private static boolean isUnreported(JsonNode days) {
        return Stream.of("attack", "possible", "quiet")
                .allMatch(status ->
                        days.path(status).isNumber() && days.path(status).asLong() == 0);
    }

    private Optional<Map<String, String>> days(JsonNode days) {
        Map<String, String> counts = new HashMap<>();
        for (String status : STATUSES) {
            if (!days.path(status).isNumber()) {
                return Optional.empty();
            }
            counts.put(status, wording.number(days.path(status).decimalValue()));
        }
        return Optional.of(counts);
    }

    private String grades(JsonNode grades) {
        List<String> named = new ArrayList<>();
        for (JsonNode grade : grades) {
            Names name = Names.of(grade.path("name"));
            if (name != null && grade.path("incidents").asLong() > 0) {
                named.add(wording.say(
                        "ledger.grade",
                        Map.of(
                                "name", wording.word(name),
                                "number", wording.number(grade.path("incidents").decimalValue()))));
            }
        }
        return String.join(wording.say("list.separator", Map.of()) + " ", named);
    }
}
