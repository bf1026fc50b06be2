package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.humdash.gateway.page.Chart.Amount;
import org.humdash.gateway.page.Chart.Point;
import org.humdash.gateway.page.Chart.Source;

/** Makes points of statements as the API has them. */
final class ChartPoints {

    /** By the end of the period; what is not of a time comes last. */
    static final Comparator<Point> BY_TIME =
            Comparator.comparing(Point::to, Comparator.nullsLast(Comparator.naturalOrder()));

    /** The unit that stands in the text already. */
    static final String PERCENT = "%";

    private final Words words;

    ChartPoints(Words words) {
        this.words = words;
    }

    /** What a statement states. */
    Point stated(JsonNode statement, String category, String series) {
        return part(statement, estimate(statement.path("estimate"), unit(statement.path("unit"))), category, series);
    }

    /** A number that a statement has in it. */
    Point part(JsonNode statement, Amount amount, String category, String series) {
        return of(statement, amount, category, series, source(statement));
    }

    /** A number about the period of a statement that whoever made the statement does not state. */
    Point computed(JsonNode statement, Amount amount, String category, String series) {
        return of(statement, amount, category, series, null);
    }

    private Point of(JsonNode statement, Amount amount, String category, String series, Source source) {
        return new Point(
                Words.dayOf(statement.path("validFrom")),
                Words.dayOf(statement.path("validTo")),
                words.period(statement.path("validFrom"), statement.path("validTo")),
                category,
                series,
                amount,
                source,
                true);
    }

    Amount estimate(JsonNode estimate, String unit) {
        return new Amount(
                words.phrase(estimate.path("text")),
                number(estimate.path("lower")),
                number(estimate.path("best")),
                number(estimate.path("upper")),
                Words.text(estimate.path("qualifier")),
                unit);
    }

    Amount exactly(BigDecimal number, String unit) {
        return new Amount(new Phrase(words.number(number), words.lang()), number, number, number, "EXACT", unit);
    }

    private Source source(JsonNode statement) {
        Phrase originator = words.phrase(statement.path("originator").path("name"));
        return originator == null
                ? null
                : new Source(
                        originator,
                        words.phrase(statement.path("publisher").path("name")),
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
                ? PERCENT
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
                .filter(point -> point.amount().text() != null)
                .sorted(BY_TIME)
                .toList();
    }
}
