package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.humdash.gateway.page.QualityView.CheckView;
import org.humdash.gateway.page.QualityView.NoteView;
import org.humdash.gateway.page.QualityView.PointView;
import org.humdash.gateway.quote.Quote;

/** Words what is old, what only one source states, what is contested and what nobody reported on: it counts, and judges nothing. */
final class Quality {

    private static final int SHOWN = 20;

    private final Words words;
    private final NamedFigures names;
    private final Statements statements;

    Quality(Words words, NamedFigures names) {
        this.words = words;
        this.names = names;
        this.statements = new Statements(words);
    }

    /** Indicators of which the API says that the figure is older than the time in which a new one is expected. */
    CheckView stale(PartView<JsonNode> indicators) {
        List<PointView> points = new ArrayList<>();
        for (JsonNode data : indicators.items()) {
            for (JsonNode item : data.path("items")) {
                if ("STALE".equals(item.path("freshness").asText())) {
                    JsonNode indicator = item.path("indicator");
                    points.add(point(
                            Figures.link("indicators", indicator.path("code").asText()),
                            names.figure(indicator.path("code")),
                            first(item),
                            expected(first(item), indicator.path("expectedIntervalDays"))));
                }
            }
        }
        return check("stale", indicators, points);
    }

    /** Measures and indicators of which all statements have one originator. */
    CheckView single(PartView<JsonNode> claims, PartView<JsonNode> indicators) {
        List<PointView> points = new ArrayList<>();
        for (JsonNode data : claims.items()) {
            for (JsonNode measure : data.path("measures")) {
                if (originators(measure.path("claims")) == 1) {
                    points.add(point(
                            Figures.link("claims", measure.path("measure").asText()),
                            names.figure(measure.path("measure")),
                            measure.path("claims").path(0),
                            List.of()));
                }
            }
        }
        for (JsonNode data : indicators.items()) {
            for (JsonNode item : data.path("items")) {
                JsonNode code = item.path("indicator").path("code");
                if (originators(item.path("claims")) == 1) {
                    points.add(point(
                            Figures.link("indicators", code.asText()), names.figure(code), first(item), List.of()));
                }
            }
        }
        return check("single", both(claims, indicators), points);
    }

    /** Figures whose sentence says that somebody states otherwise for the same time. */
    CheckView contested(PartView<JsonNode> claims, PartView<JsonNode> indicators, List<Quote> quotes) {
        List<PointView> points = quotes.stream()
                .filter(Quote::contested)
                .map(quote -> new PointView(
                        Figures.link(quote.section(), quote.figure()),
                        names.figure(TextNode.valueOf(quote.figure())),
                        null,
                        null,
                        null,
                        List.of(new NoteView(null, new Phrase(quote.sentence(), words.lang())))))
                .toList();
        return check("contested", both(claims, indicators), points);
    }

    private static PartView<JsonNode> both(PartView<JsonNode> one, PartView<JsonNode> other) {
        String notice = Stream.of(one.notice(), other.notice())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new PartView<>(
                notice,
                Stream.concat(one.items().stream(), other.items().stream()).toList());
    }

    /** Days of which the ledger says that nobody reported on them. */
    CheckView unreported(PartView<JsonNode> ledger) {
        JsonNode data = ledger.items().isEmpty()
                ? MissingNode.getInstance()
                : ledger.items().getFirst();
        boolean told = data.path("days").path("noReport").isIntegralNumber();
        return new CheckView(
                words.say("page.quality.check.unreported"),
                words.say("page.quality.meaning.unreported") + covered(data),
                ledger.notice(),
                told ? words.number(data.path("days").path("noReport").asLong()) : null,
                List.of(),
                null,
                words.say("page.quality.days"),
                "#days");
    }

    private String covered(JsonNode ledger) {
        JsonNode covered = ledger.path("coverage").path("covered");
        JsonNode days = ledger.path("monitored").path("days");
        return covered.isIntegralNumber() && days.isIntegralNumber()
                ? " "
                        + words.say(
                                "page.days.covered",
                                Map.of(
                                        "covered", words.number(covered.asLong()),
                                        "days", words.counted("page.days.count", days.asLong())))
                : "";
    }

    /**
     * What the linter noticed.
     *
     * @param label {@code claims} or {@code observations}
     * @param data their findings; missing if they were not read
     * @param href where all of them are
     */
    CheckView findings(String label, JsonNode data, String notice, String href) {
        List<PointView> points = new ArrayList<>();
        for (JsonNode record : data.path("items")) {
            List<NoteView> notes = new ArrayList<>();
            for (JsonNode finding : record.path("findings")) {
                Phrase message = words.phrase(finding.path("message"));
                if (message != null) {
                    notes.add(new NoteView(
                            words.ifThere("page.quality.severity."
                                            + finding.path("severity").asText())
                                    .orElse(null),
                            message));
                }
            }
            String id = record.path("id").asText();
            if (!notes.isEmpty()) {
                points.add(point(
                        id.matches("[A-Za-z0-9-]{1,64}") ? "api/v1/" + label + "/" + id : null,
                        names.figure(record.path(label.equals("claims") ? "measure" : "indicator")),
                        record,
                        notes));
            }
        }
        CheckView check = check(label, notice, !data.isMissingNode(), points);
        boolean more = Words.text(data.path("nextCursor")) != null;
        return new CheckView(
                check.name(),
                check.meaning(),
                check.notice(),
                more ? words.say("page.quality.orMore", Map.of("number", check.count())) : check.count(),
                check.points(),
                check.rest(),
                words.say("page.quality.data." + label),
                href);
    }

    private CheckView check(String name, PartView<JsonNode> part, List<PointView> points) {
        return check(name, part.notice(), !part.items().isEmpty(), points);
    }

    private CheckView check(String name, String notice, boolean known, List<PointView> points) {
        return new CheckView(
                words.say("page.quality.check." + name),
                words.say("page.quality.meaning." + name),
                notice,
                known ? words.number(points.size()) : null,
                points.subList(0, Math.min(SHOWN, points.size())),
                points.size() > SHOWN ? words.counted("page.changes.rest", points.size() - SHOWN) : null,
                null,
                null);
    }

    private PointView point(String href, Phrase what, JsonNode statement, List<NoteView> notes) {
        return statements
                .of(statement, null)
                .map(said -> new PointView(href, what, said.value(), said.originator(), said.period(), notes))
                .orElseGet(() -> new PointView(href, what, null, null, null, notes));
    }

    private List<NoteView> expected(JsonNode statement, JsonNode interval) {
        String day = words.day(statement.path("validTo"));
        if (day == null || !interval.isIntegralNumber()) {
            return List.of();
        }
        return List.of(new NoteView(
                null,
                new Phrase(
                        words.say(
                                "page.quality.expected",
                                Map.of("day", day, "days", words.counted("page.days.count", interval.asLong()))),
                        words.lang())));
    }

    private static JsonNode first(JsonNode item) {
        for (JsonNode claim : item.path("claims")) {
            if (claim.path("id").isTextual() && claim.path("id").equals(item.path("headline"))) {
                return claim;
            }
        }
        return item.path("claims").path(0);
    }

    private static int originators(JsonNode statements) {
        Set<String> codes = new HashSet<>();
        statements.forEach(
                statement -> codes.add(Words.text(statement.path("originator").path("code"))));
        codes.remove(null);
        return codes.size();
    }
}
