package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.humdash.gateway.page.Chart.Point;

/** Makes points of statements as the API has them. */
final class ChartPoints {

    /** By the end of the period; what is not of a time comes last. */
    static final Comparator<Point> BY_TIME =
            Comparator.comparing(Point::to, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Words words;

    ChartPoints(Words words) {
        this.words = words;
    }

    /** A statement with an estimate, an originator and a period. */
    Point stated(JsonNode statement, String category, String series) {
        return part(statement, statement.path("estimate"), category, series, unit(statement.path("unit")));
    }

    /** A number that a statement has in it. */
    Point part(JsonNode statement, JsonNode estimate, String category, String series, String unit) {
        return new Point(
                Words.dayOf(statement.path("validFrom")),
                Words.dayOf(statement.path("validTo")),
                words.period(statement.path("validFrom"), statement.path("validTo")),
                category,
                series,
                words.phrase(statement.path("originator").path("name")),
                words.phrase(statement.path("publisher").path("name")),
                words.phrase(estimate.path("text")),
                true,
                number(estimate.path("lower")),
                number(estimate.path("best")),
                number(estimate.path("upper")),
                Words.text(estimate.path("qualifier")),
                unit,
                Statements.link(statement.path("url")));
    }

    /** A number that is counted and not estimated. */
    Point counted(JsonNode statement, BigDecimal number, String category, String series, String unit) {
        return new Point(
                Words.dayOf(statement.path("validFrom")),
                Words.dayOf(statement.path("validTo")),
                words.period(statement.path("validFrom"), statement.path("validTo")),
                category,
                series,
                words.phrase(statement.path("originator").path("name")),
                words.phrase(statement.path("publisher").path("name")),
                new Phrase(words.number(number), words.lang()),
                true,
                number,
                number,
                number,
                "EXACT",
                unit,
                Statements.link(statement.path("url")));
    }

    /** Who states it, and through whom. */
    String who(JsonNode statement) {
        Phrase originator = words.phrase(statement.path("originator").path("name"));
        Phrase publisher = words.phrase(statement.path("publisher").path("name"));
        String by = originator == null ? "" : originator.text();
        return publisher == null
                ? by
                : by + words.say("list.separator") + " " + words.say("page.figure.via") + " " + publisher.text();
    }

    /** By which a statement is told from others about the same: its day and who states it. */
    String statement(JsonNode statement) {
        String day = words.day(statement.path("validTo"));
        return day == null
                ? who(statement)
                : words.say("page.charts.statement", Map.of("day", day, "who", who(statement)));
    }

    /** The unit in words, or as the API has it where there are none; null if it has none. */
    String unit(JsonNode unit) {
        String code = Words.text(unit);
        if (code == null) {
            return null;
        }
        return code.equals("percent")
                ? "%"
                : words.ifThere("plural." + code.replace(' ', '_')).orElse(code);
    }

    static BigDecimal number(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : null;
    }

    /** Codes as they stand in an address. */
    static String slug(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** Only those that say how much: of something else there is nothing to show. */
    static List<Point> sayingHowMuch(List<Point> points) {
        return points.stream()
                .filter(point -> point.value() != null)
                .sorted(BY_TIME)
                .toList();
    }
}
