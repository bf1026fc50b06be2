package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.gateway.page.Chart.Amount;
import org.humdash.gateway.page.Chart.Kind;
import org.humdash.gateway.page.Chart.Point;

/** What is documented of each day. A day that nobody reported on has no number, and is a gap. */
final class DayCharts {

    private static final int DAYS = 91;

    private final Words words;
    private final ChartPoints amounts;

    DayCharts(Words words) {
        this.words = words;
        this.amounts = new ChartPoints(words);
    }

    /** @param ledger of {@code GET /api/v1/ceasefires/{code}/ledger/days} */
    List<Chart> of(JsonNode ledger, LocalDate asOf) {
        List<Point> points = new ArrayList<>();
        boolean reported = false;
        for (JsonNode item : ledger.path("items")) {
            LocalDate date = Words.dayOf(item.path("date"));
            if (date == null || date.isBefore(asOf.minusDays(DAYS - 1L)) || date.isAfter(asOf)) {
                continue;
            }
            BigDecimal attacks = ChartPoints.number(item.path("attackIncidents"));
            BigDecimal possible = ChartPoints.number(item.path("possibleIncidents"));
            boolean some = isSome(attacks) || isSome(possible);
            // No attack is a number only where somebody reported: otherwise nobody knows.
            if (attacks == null || !some && !item.path("status").asText().equals("QUIET")) {
                points.add(point(date, "page.charts.days.attacks", unknown(item)));
            } else {
                reported = true;
                points.add(point(date, "page.charts.days.attacks", amounts.exactly(attacks, null)));
                if (isSome(possible)) {
                    points.add(point(date, "page.charts.days.possible", amounts.exactly(possible, null)));
                }
            }
        }
        if (!reported) {
            return List.of();
        }
        return List.of(new Chart(
                "incidents-by-day",
                Kind.STACKED,
                words.say("page.charts.days"),
                words.say("page.charts.days.how", Map.of("days", words.counted("page.days.count", DAYS))),
                points.stream().sorted(ChartPoints.BY_TIME).toList()));
    }

    private static boolean isSome(BigDecimal number) {
        return number != null && number.signum() > 0;
    }

    /** What the day is instead of a number. */
    private Amount unknown(JsonNode item) {
        Phrase name = words.phrase(item.path("statusName"));
        return new Amount(
                name == null ? new Phrase(item.path("status").asText(), null) : name, null, null, null, null, null);
    }

    private Point point(LocalDate date, String series, Amount amount) {
        return new Point(date, date, words.day(date), words.day(date), words.say(series), amount, null, true);
    }
}
