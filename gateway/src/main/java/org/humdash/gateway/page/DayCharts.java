package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.gateway.page.Chart.Kind;
import org.humdash.gateway.page.Chart.Point;

/** What is documented of each day. A day that nobody reported on has no number, and is a gap. */
final class DayCharts {

    private static final int DAYS = 91;

    private final Words words;

    DayCharts(Words words) {
        this.words = words;
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
            long attacks = item.path("attackIncidents").asLong(0);
            long possible = item.path("possibleIncidents").asLong(0);
            boolean unknown = attacks == 0
                    && possible == 0
                    && !item.path("status").asText().equals("QUIET");
            if (unknown) {
                points.add(point(date, words.say("page.charts.days.attacks"), status(item), null));
            } else {
                reported = true;
                points.add(count(date, "page.charts.days.attacks", attacks));
                if (possible > 0) {
                    points.add(count(date, "page.charts.days.possible", possible));
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

    private Phrase status(JsonNode item) {
        Phrase name = words.phrase(item.path("statusName"));
        return name == null ? new Phrase(item.path("status").asText(), null) : name;
    }

    private Point count(LocalDate date, String series, long number) {
        BigDecimal exact = BigDecimal.valueOf(number);
        return point(date, words.say(series), new Phrase(words.number(number), words.lang()), exact);
    }

    private Point point(LocalDate date, String series, Phrase value, BigDecimal number) {
        return new Point(
                date,
                date,
                words.day(date),
                words.day(date),
                series,
                null,
                null,
                value,
                true,
                number,
                number,
                number,
                number == null ? null : "EXACT",
                null,
                null);
    }
}
