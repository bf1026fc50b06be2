package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a partner gets from the gateway on the starting data. */
@ExtendWith(RunningHumdash.class)
@ResourceLock(RunningHumdash.ONE)
class SituationIT {

    private static final String ON_THE_DAY_OF_THE_REPORT =
            "/api/v1/situation?ceasefire=GAZA-2025-10&area=PS02&asOf=2025-12-19";

    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Running humdash;

    SituationIT(Running humdash) {
        this.humdash = humdash;
    }

    @Test
    void theCeasefireIsCountedInAllThreeConventions() throws Exception {
        JsonNode days = section("ceasefire").path("dayCounts");
        assertEquals("{\"inclusive\":71,\"elapsed\":70,\"fullDaysAfterEffective\":69}", days.toString());
    }

    @Test
    void theViolationsStandWithTheirBreakdownAndResidual() throws Exception {
        JsonNode violations = claims("VIOLATIONS").get(0);
        assertEquals("≥ 738", violations.at("/estimate/text/en").asText());
        assertEquals("GAZA_GMO", violations.at("/originator/code").asText());
        Map<String, Integer> parts = new HashMap<>();
        violations
                .path("breakdown")
                .forEach(part -> parts.put(
                        part.path("type").asText(), part.at("/estimate/best").asInt()));
        assertEquals(
                Map.of("CIVILIAN_SHOOTING", 205, "GROUND_INCURSION", 37, "BOMBARDMENT", 358, "DEMOLITION", 138), parts);
        assertEquals(0, violations.path("residual").asInt(-1));
    }

    @Test
    void theAttackDaysAreAClaimWithItsDayCount() throws Exception {
        assertEquals(58, claims("ATTACK_DAYS").get(0).at("/estimate/best").asInt());
        assertEquals(69, claims("MONITORED_DAYS").get(0).at("/estimate/best").asInt());
        assertEquals(11, claims("QUIET_DAYS").get(0).at("/estimate/best").asInt());
        JsonNode attackDays = claims("ATTACK_DAYS").get(0);
        assertEquals("AL_JAZEERA", attackDays.at("/originator/code").asText());
        assertEquals("FULL_DAYS_AFTER_EFFECTIVE", attackDays.path("dayCount").asText());
        assertEquals(69, attackDays.at("/dayCounts/fullDaysAfterEffective").asInt());
    }

    @Test
    void everyCompetingClaimOfTheStormDeathsStandsBesideTheOthers() throws Exception {
        List<String> texts = texts(indicator("STORM_DEATHS_ALL").path("claims"));
        assertTrue(texts.containsAll(List.of("≥ 12", "≥ 13", "≥ 14", "11", "12")), texts.toString());
        assertTrue(texts.stream().filter("≥ 13"::equals).count() >= 2, texts.toString());
    }

    @Test
    void destroyedIsKeptApartFromDamagedInAnyClass() throws Exception {
        JsonNode destroyed = indicator("STRUCTURES_DESTROYED_PCT").path("claims");
        assertTrue(texts(destroyed).contains("> 80 %"), destroyed.toString());
        JsonNode damaged = indicator("STRUCTURES_DAMAGED_ANY_PCT").path("claims");
        assertTrue(texts(damaged).contains("≈ 78 %"), damaged.toString());
    }

    @Test
    void peopleShelteringIsAnOrderOfMagnitude() throws Exception {
        JsonNode claim = StreamSupport.stream(
                        indicator("SHELTER_PEOPLE_ALL").path("claims").spliterator(), false)
                .filter(found -> found.at("/estimate/qualifier").asText().equals("ORDER"))
                .findFirst()
                .orElseThrow();
        assertEquals(100_000, claim.at("/estimate/lower").asInt());
        assertEquals(999_999, claim.at("/estimate/upper").asInt());
        assertTrue(claim.at("/estimate/best").isNull());
    }

    @Test
    void everyFigureNamesItsOriginatorPeriodAndQualifier() throws Exception {
        List<JsonNode> figures = new ArrayList<>();
        section("claims")
                .path("measures")
                .forEach(measure -> measure.path("claims").forEach(figures::add));
        section("indicators")
                .path("items")
                .forEach(indicator -> indicator.path("claims").forEach(figures::add));
        assertTrue(figures.size() > 40, "figures: " + figures.size());
        for (JsonNode figure : figures) {
            assertTrue(figure.at("/originator/name/en").isTextual(), figure.toString());
            assertTrue(figure.path("validFrom").isTextual(), figure.toString());
            assertTrue(figure.path("validTo").asText().compareTo("2025-12-19") <= 0, figure.toString());
            assertTrue(figure.at("/estimate/qualifier").isTextual(), figure.toString());
            assertTrue(figure.path("ageDays").isIntegralNumber(), figure.toString());
        }
    }

    @Test
    void theTimelineHoldsTheTalksAndWhatWasExpected() throws Exception {
        JsonNode timeline = section("timeline").path("items");
        assertTrue(has(timeline, "2025-12-19", "TALKS"), timeline.toString());
        assertTrue(has(timeline, "2025-12-29", "EXPECTED"), timeline.toString());
    }

    @Test
    void everyFigureHasASentenceInBothLanguagesWhoseLinkLeadsToIt() throws Exception {
        JsonNode english = humdash.json(ON_THE_DAY_OF_THE_REPORT).path("quotes");
        JsonNode arabic = humdash.json(ON_THE_DAY_OF_THE_REPORT + "&lang=ar").path("quotes");
        assertEquals(english.findValuesAsText("id"), arabic.findValuesAsText("id"));
        Set<String> figures = new TreeSet<>(english.findValuesAsText("figure"));
        assertTrue(
                figures.containsAll(List.of(
                        "VIOLATIONS",
                        "ATTACK_DAYS",
                        "QUIET_DAYS",
                        "STORM_DEATHS_ALL",
                        "STRUCTURES_DESTROYED_PCT",
                        "SHELTER_PEOPLE_ALL")),
                figures.toString());
        JsonNode violations = find(english, "/figure", "VIOLATIONS");
        assertTrue(
                violations.path("sentence").asText().contains("at least 738 alleged violations"),
                violations.toString());
        assertTrue(
                find(arabic, "/figure", "VIOLATIONS").path("sentence").asText().contains("ما لا يقل عن 738 خرقًا"),
                arabic.toString());
        assertEquals(
                violations.path("id").asText(),
                humdash.json(violations.path("permalink").asText()).path("id").asText());
        for (JsonNode quote : english) {
            assertEquals(200, humdash.get(quote.path("permalink").asText()).statusCode(), quote.toString());
        }
    }

    @Test
    void whatIsRecordedLaterStandsInTheDifferenceToBefore() throws Exception {
        String since = humdash.json(ON_THE_DAY_OF_THE_REPORT).path("knownAt").asText();
        HttpResponse<String> recorded = humdash.post(
                "/api/v1/claims/imports",
                "text/csv",
                "ceasefire,originator,reference,measure,value,valid_from,valid_to,revision_reason\n"
                        + "GAZA-2025-01,GAZA_GMO,difference-" + since
                        + ",INJURED,at least 2,2025-01-19,2025-01-21,NEW\n",
                humdash.administratorKey());
        assertEquals(200, recorded.statusCode(), recorded.body());

        JsonNode diff = humdash.json("/api/v1/situation/diff?ceasefire=GAZA-2025-01&since=" + since);

        assertEquals(false, diff.path("partial").asBoolean(), diff.toString());
        JsonNode added = diff.at("/changes/claims/new");
        assertEquals(1, added.size(), diff.toString());
        assertEquals("difference-" + since, added.at("/0/record/reference").asText());
        assertEquals("INJURED", diff.at("/figures/items/0/figure").asText(), diff.toString());
        assertTrue(diff.at("/figures/items/0/before").isNull(), diff.toString());
        assertEquals(2, diff.at("/figures/items/0/after/estimate/lower").asInt());
        assertEquals(0, diff.at("/changes/incidents/new").size());
    }

    /**
     * The body as a whole. What is given anew at every start (ids, recording instants) is replaced before comparing. After a
     * change that is meant, look at the difference and run with {@code -Dsituation.update=true}.
     */
    @Test
    void theSituationIsThisWholeBody() throws Exception {
        Path expected = Path.of("src/test/resources/org/humdash/local/e2e/situation-2025-12-19.json");
        JsonNode body = humdash.json(ON_THE_DAY_OF_THE_REPORT);
        Map<String, String> ids = new HashMap<>();
        body.findParents("reference")
                .forEach(record -> ids.put(
                        record.path("id").asText(),
                        record.at("/originator/code").asText() + "/"
                                + record.path("reference").asText()));
        String actual = RunningHumdash.JSON
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(withoutWhatIsGivenAnew(body, ids))
                + "\n";
        if (Boolean.getBoolean("situation.update")) {
            Files.writeString(expected, actual);
        }
        assertEquals(Files.readString(expected), actual);
    }

    @Test
    void theSameQuestionGetsTheSameBytesWhateverIsRecordedLater() throws Exception {
        String knownAt = humdash.json(ON_THE_DAY_OF_THE_REPORT).path("knownAt").asText();
        String pinned = ON_THE_DAY_OF_THE_REPORT + "&knownAt=" + knownAt;
        String before = humdash.get(pinned).body();
        HttpResponse<String> correction = humdash.post(
                "/api/v1/claims/imports",
                "text/csv",
                "ceasefire,originator,reference,measure,value,valid_from,valid_to,revision_reason\n"
                        + "GAZA-2025-01,GAZA_GMO,end-to-end-" + knownAt + ",KILLED,1,2025-01-19,2025-01-20,NEW\n",
                humdash.administratorKey());
        assertEquals(200, correction.statusCode(), correction.body());
        assertEquals(
                1,
                RunningHumdash.JSON.readTree(correction.body()).path("created").asInt(),
                correction.body());
        assertEquals(before, humdash.get(pinned).body());
    }

    /** Whoever the known providers' files name is there after the first start. */
    @Test
    void aFileOfAKnownProviderIsTakenWithoutPreparation() throws Exception {
        for (String file : List.of("""
                [{"report_date": "2025-12-18", "report_source": "mohtel", "report_period": 24, "killed": 3, "killed_truce_new": 2,
                  "ext_killed": 3}]""", """
                id,displacement_type,qualifier,figure,displacement_start_date,displacement_end_date,role,locations_name
                1,Conflict,total,75,2025-12-01,2025-12-03,Recommended figure,"Gaza Strip, Palestinian Territories"
                """)) {
            HttpResponse<String> answer = humdash.post(
                    "/api/v1/observations/imports?dryRun=true&wait=30&area=PS02",
                    "application/octet-stream",
                    file,
                    humdash.administratorKey());
            assertEquals(200, answer.statusCode(), answer.body());
            JsonNode job = RunningHumdash.JSON.readTree(answer.body()).path("job");
            assertEquals("SUCCEEDED", job.path("status").asText(), answer.body());
            assertEquals(0, job.path("refused").asInt(), answer.body());
            assertTrue(job.path("created").asInt() > 0, answer.body());
        }
    }

    @Test
    void nothingIsWrittenWithoutTheKey() throws Exception {
        HttpResponse<String> refused = humdash.post("/api/v1/claims/imports", "text/csv", "x", null);
        assertEquals(401, refused.statusCode());
        assertTrue(refused.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertEquals(
                401,
                humdash.post("/api/v1/observations/imports", "text/csv", "x", "guess")
                        .statusCode());
    }

    @Test
    void everyReadOfTheServicesIsReachableAndNothingElse() throws Exception {
        for (String path : List.of(
                "/api/v1/ceasefires",
                "/api/v1/sources",
                "/api/v1/claims",
                "/api/v1/violation-types",
                "/api/v1/indicators",
                "/api/v1/observations",
                "/api/v1/hazards",
                "/api/v1/headlines?area=PS02",
                "/api/v1/headline-policies",
                "/api/v1/alerts",
                "/api/v1/unreported-days",
                "/api/v1/commitments?ceasefire=GAZA-2025-10",
                "/api/v1/indicators/TRUCKS_ENTERED/series?area=PS02",
                "/api/v1/claims/findings",
                "/api/v1/observations/findings")) {
            assertEquals(200, humdash.get(path).statusCode(), path);
        }
        for (String path : List.of("/api/v1/nothing", "/q/metrics", "/q/health")) {
            assertEquals(404, humdash.get(path).statusCode(), path);
        }
        assertEquals(400, humdash.get("/api/v1/claims/../../q/metrics").statusCode());
        assertTrue(humdash.get("/q/openapi").body().contains("/api/v1/situation"));
        assertEquals(200, humdash.get("/q/swagger-ui/").statusCode());
    }

    private JsonNode section(String name) throws IOException, InterruptedException {
        JsonNode situation = humdash.json(ON_THE_DAY_OF_THE_REPORT);
        assertEquals("available", situation.at("/sections/" + name + "/status").asText(), situation.toString());
        return situation.at("/sections/" + name + "/data");
    }

    private JsonNode claims(String measure) throws IOException, InterruptedException {
        return find(section("claims").path("measures"), "/measure", measure).path("claims");
    }

    private JsonNode indicator(String code) throws IOException, InterruptedException {
        return find(section("indicators").path("items"), "/indicator/code", code);
    }

    private static JsonNode find(JsonNode list, String pointer, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(item -> item.at(pointer).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + value + " in " + list));
    }

    private static List<String> texts(JsonNode claims) {
        return StreamSupport.stream(claims.spliterator(), false)
                .map(claim -> claim.at("/estimate/text/en").asText())
                .toList();
    }

    private static boolean has(JsonNode timeline, String date, String kind) {
        return StreamSupport.stream(timeline.spliterator(), false)
                .anyMatch(entry -> entry.path("date").asText().equals(date)
                        && entry.path("kind").asText().equals(kind));
    }

    private static JsonNode withoutWhatIsGivenAnew(JsonNode node, Map<String, String> ids) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                String name = field.getKey();
                if (name.equals("knownAt") || name.equals("recordedAt")) {
                    field.setValue(object.textNode("(an instant)"));
                } else if (field.getValue().isTextual() && isId(field.getValue().asText())) {
                    String id = field.getValue().asText();
                    field.setValue(object.textNode(ids.getOrDefault(id, "(an id)")));
                } else if (field.getValue().isTextual()
                        && field.getValue().asText().contains("&knownAt=")) {
                    String link =
                            field.getValue().asText().replaceFirst("&knownAt=[-0-9TZ.%A]+", "&knownAt=(an instant)");
                    field.setValue(object.textNode(Pattern.compile(ID)
                            .matcher(link)
                            .replaceAll(id -> Matcher.quoteReplacement(ids.getOrDefault(id.group(), "(an id)")))));
                } else {
                    withoutWhatIsGivenAnew(field.getValue(), ids);
                }
            });
        } else if (node instanceof ArrayNode array) {
            array.forEach(item -> withoutWhatIsGivenAnew(item, ids));
        }
        return node;
    }

    private static boolean isId(String text) {
        return text.matches(ID);
    }
}
