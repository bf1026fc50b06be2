package org.humdash.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.humdash.gateway.language.Messages;
import org.humdash.gateway.page.Chart.Kind;
import org.humdash.gateway.page.Chart.Point;
import org.humdash.gateway.question.Outcome;
import org.humdash.gateway.question.Question;
import org.humdash.gateway.situation.View;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.text.Language;
import org.junit.jupiter.api.Test;

class ChartsTest {

    private static final View VIEW = new View(
            "GAZA-2025-10",
            Gazetteer.palestine().find("PS02").orElseThrow(),
            true,
            LocalDate.parse("2025-12-19"),
            Instant.parse("2025-12-20T00:00:00Z"));

    private final Words words = new Words(new Messages().speaker(Language.EN));

    @Test
    void claimsStandAtTheEndOfTheirPeriodsWithTheirBounds() throws Exception {
        List<Chart> charts = new ClaimCharts(words, VIEW).of(json("""
                {"items": [
                  {"measure": "KILLED", "area": "PS02", "estimate": {"qualifier": "AT_LEAST", "lower": 386, "best": null,
                     "upper": null, "text": {"en": "\u2265 386"}}, "originator": {"name": {"en": "Office A"}},
                   "publisher": {"name": {"en": "Network N"}}, "validFrom": "2025-10-10", "validTo": "2025-12-08"},
                  {"measure": "KILLED", "area": "PS02", "estimate": {"qualifier": "EXACT", "lower": 38, "best": 38, "upper": 38,
                     "text": {"en": "38"}}, "originator": {"name": {"en": "Office A"}}, "validFrom": "2025-10-10",
                   "validTo": "2025-10-18", "url": "javascript:alert(1)"},
                  {"measure": "KILLED", "area": "PS0260", "estimate": {"text": {"en": "7"}},
                   "originator": {"name": {"en": "Office A"}}, "validTo": "2025-10-19"},
                  {"measure": "KILLED", "area": "PS02", "estimate": {}, "originator": {"name": {"en": "Office B"}}}]}
                """));

        assertEquals(List.of("claims-killed"), charts.stream().map(Chart::code).toList());
        Chart killed = charts.getFirst();
        assertEquals(Kind.OVER_TIME, killed.kind());
        assertEquals(
                List.of("38", "\u2265 386"),
                killed.points().stream()
                        .map(point -> point.amount().text().text())
                        .toList());
        Point atLeast = killed.points().getLast();
        assertEquals(LocalDate.parse("2025-12-08"), atLeast.to());
        assertEquals("Office A", atLeast.series());
        assertEquals("8 December 2025: Office A, passed on by Network N", atLeast.category());
        assertEquals(new BigDecimal("386"), atLeast.amount().lower());
        assertNull(atLeast.amount().best());
        assertNull(atLeast.amount().upper());
        assertNull(killed.points().getFirst().source().url(), "no address of the web");
    }

    @Test
    void whatPartsLackToTheirTotalIsAPartOfItsOwn() throws Exception {
        Chart types = new ClaimCharts(words, VIEW).of(json("""
                {"items": [{"measure": "VIOLATIONS", "area": "PS02", "estimate": {"text": {"en": "875"}, "lower": 875, "best": 875,
                   "upper": 875}, "originator": {"name": {"en": "Office A"}}, "validTo": "2025-12-22", "residual": -10,
                   "breakdown": [{"name": {"en": "Shelling"}, "estimate": {"text": {"en": "885"}, "lower": 885, "best": 885,
                   "upper": 885}}]}]}
                """)).getLast();

        assertEquals("violations-by-type", types.code());
        assertEquals(
                List.of("Shelling 885", "Difference to the total stated -10"),
                types.points().stream()
                        .map(point -> point.series() + " " + point.amount().best())
                        .toList());
        assertNull(types.points().getLast().source(), "the source does not state the difference");
        assertFalse(types.isByDay());
    }

    @Test
    void aDayWithoutAReportIsAGapAndAQuietOneIsZero() throws Exception {
        Chart days = new DayCharts(words).of(json("""
                        {"items": [
                          {"date": "2025-12-16", "status": "ATTACK", "attackIncidents": 2, "possibleIncidents": 1},
                          {"date": "2025-12-17", "status": "QUIET", "attackIncidents": 0, "possibleIncidents": 0},
                          {"date": "2025-12-18", "status": "NO_REPORT", "statusName": {"en": "No report"},
                           "attackIncidents": 0, "possibleIncidents": 0},
                          {"date": "2025-12-20", "status": "ATTACK", "attackIncidents": 9, "possibleIncidents": 0}]}
                        """), VIEW.asOf()).getFirst();

        assertTrue(days.isByDay());
        assertEquals(
                List.of(
                        "2025-12-16 Attacks 2",
                        "2025-12-16 Possible attacks 1",
                        "2025-12-17 Attacks 0",
                        "2025-12-18 Attacks null"),
                days.points().stream()
                        .map(point -> point.to() + " " + point.series() + " "
                                + point.amount().best())
                        .toList());
        assertEquals("No report", days.points().getLast().amount().text().text());
    }

    @Test
    void aNumberThatIsNotToldIsNotZero() throws Exception {
        List<Point> points =
                new DayCharts(words).of(json("""
                        {"items": [
                          {"date": "2025-12-16", "status": "QUIET", "statusName": {"en": "Quiet"}},
                          {"date": "2025-12-17", "status": "QUIET", "attackIncidents": 0}]}
                        """), VIEW.asOf()).getFirst().points();

        assertNull(points.getFirst().amount().best());
        assertEquals("Quiet", points.getFirst().amount().text().text());
        assertEquals(BigDecimal.ZERO, points.getLast().amount().best());
        assertEquals(2, points.size());
    }

    @Test
    void whereNobodyReportedNothingIsDrawn() throws Exception {
        assertEquals(
                List.of(),
                new DayCharts(words)
                        .of(json("{\"items\": [{\"date\": \"2025-12-18\", \"status\": \"NO_REPORT\"}]}"), VIEW.asOf()));
    }

    @Test
    void aStormIsShownBySourceAndByWhatIsCounted() throws Exception {
        JsonNode hazards = json("{\"items\": [{\"code\": \"STORM-1\", \"name\": {\"en\": \"Storm One\"}},"
                + "{\"code\": \"../claims\", \"name\": {\"en\": \"No code\"}}]}");
        Map<Question, Outcome<JsonNode>> told = new LinkedHashMap<>();
        told.put(PagePart.HAZARDS.questions(VIEW).getFirst(), new Outcome<>(hazards, null));
        List<Question> further = PagePart.HAZARDS.furtherQuestions(new Answers(VIEW, told, null));
        assertEquals(1, further.size(), "an odd code is no part of an address");
        told.put(further.getFirst(), new Outcome<>(json("""
                {"impacts": [
                  {"indicator": "STORM_DEATHS_ALL", "name": {"en": "Deaths"}, "definition": {"text": {"en": "All"}}, "claims": [
                    {"area": "PS02", "estimate": {"text": {"en": "13"}, "best": 13}, "originator": {"name": {"en": "A"}},
                     "validTo": "2025-12-19"}]},
                  {"indicator": "STORM_DEATHS_ALL", "name": {"en": "Deaths"}, "definition": {"text": {"en": "Bodies"}}, "claims": [
                    {"area": "PS02", "estimate": {"text": {"en": "11"}, "best": 11}, "originator": {"name": {"en": "B"}},
                     "validTo": "2025-12-13"}]}]}
                """), null));

        List<Chart> charts = ChartGroup.STORMS.charts(new Answers(VIEW, told, null), words);

        assertEquals(1, charts.size());
        assertEquals("storm-1-storm-deaths-all", charts.getFirst().code());
        assertEquals("Storm One: Deaths", charts.getFirst().title());
        assertEquals(
                List.of("Bodies 11", "All 13"),
                charts.getFirst().points().stream()
                        .map(point -> point.series() + " " + point.amount().best())
                        .toList());
    }

    @Test
    void destroyedStructuresStandApartFromDamagedOnes() throws Exception {
        Map<Question, Outcome<JsonNode>> told = new LinkedHashMap<>();
        for (Question question : PagePart.DAMAGE.questions(VIEW)) {
            String indicator = question.target().replaceAll(".*indicator=([A-Z_]+)&.*", "$1");
            String definition = indicator.endsWith("DESTROYED_PCT") ? "PRESS_UNDEFINED" : indicator;
            told.put(
                    question,
                    new Outcome<>(
                            json("{\"items\": [{\"area\": \"PS02\", \"validTo\": \"2025-07-08\","
                                    + "\"definition\": {\"code\": \"" + definition
                                    + "\", \"text\": {\"en\": \"a share\"}},"
                                    + "\"estimate\": {\"best\": 1, \"text\": {\"en\": \"1\"}}}]}"),
                            null));
        }

        List<Chart> charts = ChartGroup.DAMAGE.charts(new Answers(VIEW, told, null), words);

        assertEquals(
                List.of(
                        List.of(
                                "Destroyed",
                                "Severely damaged",
                                "Moderately damaged",
                                "Possibly damaged",
                                "Damaged in any class"),
                        List.of("Destroyed, share: a share", "Damaged in any class, share")),
                charts.stream()
                        .map(chart -> chart.points().stream().map(Point::series).toList())
                        .toList());
    }

    @Test
    void aidStandsBesideWhatWasToEnterAndUnitsAreNotMixed() throws Exception {
        Chart aid = new AidCharts(words, VIEW).of(json("""
                {"items": [{"commitment": {"code": "AID", "area": "PS02", "title": {"en": "Trucks"}}, "lines": [
                  {"claim": {"indicator": "TRUCKS_PER_DAY_AVERAGE", "unit": "trucks per day", "validTo": "2025-12-08",
                     "originator": {"name": {"en": "Office A"}}, "estimate": {"best": 226, "text": {"en": "226"}}},
                   "used": {"expected": 600, "percent": {"best": 37.67, "text": {"en": "37.67 %"}}},
                   "statedExpected": {"unit": "trucks", "validTo": "2025-12-08", "originator": {"name": {"en": "Office A"}},
                     "estimate": {"best": 36000, "text": {"en": "36,000"}}}}]}]}
                """)).getFirst();

        assertEquals("Trucks: trucks entered a day on average", aid.title());
        assertEquals(
                List.of(
                        "Entered, as stated 226 true Office A",
                        "To enter, computed from the commitment 600 true -",
                        "To enter, as stated 36000 false Office A",
                        "Share entered, computed 37.67 false -"),
                aid.points().stream()
                        .map(point -> point.series() + " " + point.amount().best() + " " + point.drawn() + " "
                                + (point.source() == null
                                        ? "-"
                                        : point.source().originator().text()))
                        .toList());
    }

    @Test
    void aFileHasWhatIsShownAndNoFormula() throws Exception {
        Chart chart = new ClaimCharts(words, VIEW).of(json("""
                {"items": [{"measure": "KILLED", "area": "PS02", "estimate": {"qualifier": "RANGE", "lower": 1.50, "best": null,
                   "upper": 1e3, "text": {"en": "1.5\u20131,000"}}, "originator": {"name": {"en": "=cmd()"}},
                   "validTo": "2025-12-08", "url": "https://example.org/a"}]}
                """)).getFirst();
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        ChartFile.write(chart, words, file);

        List<String> lines = file.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(3, lines.size());
        assertEquals("#date+start,#date+end,", lines.get(1).substring(0, 22));
        assertEquals(
                ",2025-12-08,8 December 2025: =cmd(),'=cmd(),\"1.5\u20131,000\",1.5,,1000,RANGE,,'=cmd(),,https://example.org/a",
                lines.get(2));
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
