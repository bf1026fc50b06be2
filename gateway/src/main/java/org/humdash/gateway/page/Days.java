package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.gateway.page.LedgerView.CountView;

/** Words the ledger of days. */
final class Days {

    /** In the order of the page. */
    private static final List<Status> STATUSES = List.of(
            new Status("ATTACK", "attack"),
            new Status("POSSIBLE", "possible"),
            new Status("QUIET", "quiet"),
            new Status("NO_REPORT", "noReport"),
            new Status("PENDING", "pending"));

    private static final List<Status> CONVENTIONS = List.of(
            new Status("INCLUSIVE", "inclusive"),
            new Status("ELAPSED", "elapsed"),
            new Status("FULL_DAYS_AFTER_EFFECTIVE", "fullDaysAfterEffective"));

    /** Measures that are numbers of days, to stand beside what is documented. */
    private static final List<String> CLAIMED = List.of("ATTACK_DAYS", "QUIET_DAYS", "MONITORED_DAYS");

    /** A word of the ledger, and the field that it is counted in. */
    private record Status(String code, String field) {}

    private final Words words;

    Days(Words words) {
        this.words = words;
    }

    /** What a day can be, in the order of the page. */
    static List<String> statusCodes() {
        return STATUSES.stream().map(Status::code).toList();
    }

    /**
     * Empty if the ledger does not say how many days it is about.
     *
     * @param claims the figures of the claims, of which those about days are taken
     */
    Optional<LedgerView> of(JsonNode ledger, List<FigureView> claims) {
        JsonNode monitored = ledger.path("monitored");
        String period = words.period(monitored.path("from"), monitored.path("to"));
        if (!monitored.path("days").isIntegralNumber() || period == null) {
            return Optional.empty();
        }
        long days = monitored.path("days").asLong();
        return Optional.of(new LedgerView(
                words.say(
                        "page.days.monitored",
                        Map.of("days", words.counted("page.days.count", days), "period", period)),
                attackDays(ledger),
                covered(ledger.path("coverage").path("covered"), days),
                statuses(ledger),
                dayCounts(monitored.path("dayCounts")),
                claims.stream()
                        .filter(figure -> CLAIMED.contains(figure.code()))
                        .toList()));
    }

    /** Where nobody reported on any day, no attack is documented because nothing is: that is not a number of days. */
    private Phrase attackDays(JsonNode ledger) {
        boolean nobody = List.of("attack", "possible", "quiet").stream()
                .allMatch(field -> ledger.path("days").path(field).asLong(-1) == 0);
        return nobody
                ? null
                : words.phrase(ledger.path("attackDays").path("estimate").path("text"));
    }

    private String covered(JsonNode covered, long days) {
        return covered.isIntegralNumber()
                ? words.say(
                        "page.days.covered",
                        Map.of(
                                "covered", words.number(covered.asLong()),
                                "days", words.counted("page.days.count", days)))
                : null;
    }

    private List<CountView> statuses(JsonNode ledger) {
        List<CountView> counts = new ArrayList<>();
        for (Status status : STATUSES) {
            JsonNode number = ledger.path("days").path(status.field());
            if (number.isIntegralNumber()) {
                counts.add(new CountView(
                        status.code(),
                        words.say("page.days.status." + status.code()),
                        words.number(number.asLong()),
                        meaning(ledger.path("definitions"), status.code())));
            }
        }
        return counts;
    }

    private List<CountView> dayCounts(JsonNode dayCounts) {
        List<CountView> counts = new ArrayList<>();
        for (Status convention : CONVENTIONS) {
            JsonNode number = dayCounts.path(convention.field());
            if (number.isIntegralNumber()) {
                counts.add(new CountView(
                        convention.code(),
                        words.say("page.days.by." + convention.code()),
                        words.number(number.asLong()),
                        new Phrase(words.say("page.days.meaning." + convention.code()), words.lang())));
            }
        }
        return counts;
    }

    private Phrase meaning(JsonNode definitions, String term) {
        for (JsonNode definition : definitions) {
            if (term.equals(definition.path("term").asText())) {
                return words.phrase(definition.path("meaning"));
            }
        }
        return null;
    }
}
