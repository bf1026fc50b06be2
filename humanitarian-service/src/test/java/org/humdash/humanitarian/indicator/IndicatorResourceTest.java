package org.humdash.humanitarian.indicator;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class IndicatorResourceTest {

    private static final String INDICATOR = """
            {"code": "%s", "name": {"en": "Wells working", "ar": "الآبار العاملة"}, "unit": "wells", "kind": "STOCK",
             "aggregation": "LAST", "expectedIntervalDays": 30, "maximum": 5000, "hxlTag": "#capacity+wells+num",
             "definition": {"en": "Wells that give water", "ar": "آبار تعطي ماء"},
             "definitions": [{"code": "PUBLIC_WELLS", "text": {"en": "Public wells only"}}]%s}""";

    private static final String VERSION = """
            {"validFrom": "%s", "text": {"en": "Public wells with a pump"},
             "change": {"en": "Wells without a pump are left out", "ar": "استُبعدت الآبار التي لا مضخة لها"}}""";

    private static final String COLUMNS = "indicator,area,originator,reference,value,valid_from,valid_to\n";

    @Test
    void theCatalogueHoldsTheIndicatorsOfTheDomain() {
        given().get("/api/v1/indicators")
                .then()
                .statusCode(200)
                .body(
                        "items.code",
                        hasItems(
                                "STORM_DEATHS_ALL",
                                "STORM_DEATHS_COLLAPSE",
                                "STORM_DEATHS_EXPOSURE",
                                "BUILDINGS_COLLAPSED",
                                "TENTS_DAMAGED",
                                "STRUCTURES_DESTROYED_PCT",
                                "STRUCTURES_DAMAGED_ANY_PCT",
                                "STRUCTURES_DESTROYED",
                                "SHELTER_PEOPLE_ALL",
                                "SHELTER_PEOPLE_TENTS",
                                "SHELTER_PEOPLE_OVERCROWDED",
                                "SHELTER_SITES",
                                "TRUCKS_ENTERED",
                                "FUEL_TRUCKS_ENTERED",
                                "KILLED_DAILY",
                                "INJURED_DAILY"));
    }

    @Test
    void whatTheServiceShipsIsCompleteInBothLanguages() {
        List<Map<String, ?>> shipped =
                given().get("/api/v1/indicators").then().extract().<List<Map<String, ?>>>path("items").stream()
                        .filter(indicator -> !indicator.get("code").toString().startsWith("TEST_"))
                        .toList();
        assertEquals(66, shipped.size());
        for (Map<String, ?> indicator : shipped) {
            assertBilingual(indicator.get("name"));
            List<Map<String, ?>> definitions = list(indicator.get("definitions"));
            assertEquals(indicator.get("code"), definitions.getFirst().get("code"), "its own definition comes first");
            definitions.forEach(definition -> assertBilingual(definition.get("text")));
        }
    }

    @Test
    void anIndicatorIsShownWithItsDefinitions() {
        String answer = given().get("/api/v1/indicators/STRUCTURES_DAMAGED_ANY_PCT")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("\"recordedAt\":\"[^\"]*\"", "\"recordedAt\":\"T\"");
        assertEquals("""
                {"code":"STRUCTURES_DAMAGED_ANY_PCT",\
                "name":{"en":"Structures damaged in any class, share","ar":"نسبة المنشآت المتضررة بأي درجة"},\
                "unit":"percent","kind":"RATIO","aggregation":"NONE","expectedIntervalDays":90,"minimum":0,"maximum":100,\
                "wholeNumbers":false,"hxlTag":"#impact+structures+damaged+pct","sourcePriority":["UNOSAT"],\
                "cluster":{"code":"SHELTER","name":{"en":"Shelter","ar":"المأوى"}},"definitions":[\
                {"code":"STRUCTURES_DAMAGED_ANY_PCT","text":%1$s,"versions":[{"number":1,"text":%1$s,\
                "numerator":{"en":"Structures damaged in any class","ar":"المنشآت المتضررة بأي درجة"},\
                "denominator":{"en":"All structures","ar":"جميع المنشآت"}}]},\
                {"code":"UNOSAT_ANY_CLASS","text":%2$s,"versions":[{"number":1,"text":%2$s,\
                "numerator":{"en":"Structures in any of the damage classes","ar":"المنشآت في أي من فئات الضرر"},\
                "denominator":{"en":"All structures in the baseline of UNOSAT","ar":"جميع المنشآت في خط الأساس لدى يونوسات"}}]}],\
                "revision":{"number":1,"recordedAt":"T","supersededAt":null,"reason":"NEW"}}""".formatted("""
                {"en":"Structures damaged in any class, from possibly damaged to destroyed, as a share of all structures",\
                "ar":"المنشآت المتضررة بأي درجة، من المحتمل تضررها إلى المدمرة، كنسبة من جميع المنشآت"}""", """
                {"en":"Structures in any of UNOSAT's damage classes, as a share of all structures in its baseline",\
                "ar":"المنشآت في أي من فئات الضرر لدى يونوسات كنسبة من جميع المنشآت في خط الأساس"}"""), answer);
    }

    @Test
    void whatTheServiceShipsAsAShareOrAnAverageSaysWhatIsDivided() {
        List<Map<String, ?>> shipped = given().get("/api/v1/indicators").path("items");
        for (Map<String, ?> indicator : shipped) {
            String code = indicator.get("code").toString();
            if (!indicator.get("kind").equals("RATIO") || code.startsWith("TEST_")) {
                continue;
            }
            for (Map<String, ?> definition : list(indicator.get("definitions"))) {
                Map<String, ?> version = list(definition.get("versions")).getFirst();
                if (definition.get("code").equals("PRESS_UNDEFINED")) {
                    assertFalse(version.containsKey("denominator"), "the press does not say of what");
                } else {
                    assertBilingual(version.get("numerator"));
                    assertBilingual(version.get("denominator"));
                }
            }
        }
    }

    @Test
    void anIndicatorIsRevisedByWhoeverReadItLast() {
        post(INDICATOR.formatted("TEST_REWORDED", "")).statusCode(201).header("ETag", "\"1\"");
        String change = INDICATOR
                .formatted(
                        "TEST_REWORDED",
                        ", \"cluster\": \"WASH\", \"revisionReason\": \"UPDATE\", \"revisionNote\": \"Told apart\"")
                .replace("30", "7");
        put("TEST_REWORDED", null, change).statusCode(428).body("type", is("urn:humdash:problem:revision-required"));
        put("TEST_REWORDED", "\"1\"", change)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("expectedIntervalDays", is(7))
                .body("cluster.name.ar", is("المياه والصرف الصحي والنظافة"))
                .body("revision.reason", is("UPDATE"));
        put("TEST_REWORDED", "\"1\"", change)
                .statusCode(412)
                .body("type", is("urn:humdash:problem:revision-superseded"));
        put("TEST_REWORDED", "\"2\"", change).statusCode(200).body("revision.number", is(2));

        String history = "/api/v1/indicators/TEST_REWORDED/revisions";
        contributor()
                .get(history)
                .then()
                .statusCode(200)
                .body("revisions.expectedIntervalDays", is(List.of(30, 7)))
                .body("revisions[1].revisionNote", is("Told apart"))
                .body("revisions.recordedBy", is(List.of("contributor", "contributor")));
        String recordedAt = given().get(history)
                .then()
                .body("revisions[1].revisionNote", nullValue())
                .body("revisions.recordedBy", is(Arrays.asList(null, null)))
                .extract()
                .path("revisions[0].revision.recordedAt");
        given().queryParam("knownAt", recordedAt)
                .get("/api/v1/indicators/TEST_REWORDED")
                .then()
                .statusCode(200)
                .body("expectedIntervalDays", is(30))
                .body("revision.supersededAt", nullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            STOCK          | CUMULATIVE     | Unit and kind of an indicator do not change, for its figures would mean \
            another thing: TEST_FIXED is STOCK in wells. Add another indicator.
            "wells"        | "pumps"        | Unit and kind of an indicator do not change, for its figures would mean \
            another thing: TEST_FIXED is STOCK in wells. Add another indicator.
            PUBLIC_WELLS   | PRIVATE_WELLS  | Definition PUBLIC_WELLS is left out. A definition stays, for figures may \
            follow it; send it along.
            "CORRECTION"   | null           | A change needs a revisionReason, one of [UPDATE, CORRECTION, \
            RECLASSIFICATION].
            TEST_FIXED     | TEST_OTHER     | The code of an indicator does not change; this one is TEST_FIXED.
            """)
    void whatFiguresStandOnDoesNotChange(String good, String bad, String detail) {
        String added = INDICATOR.formatted("TEST_FIXED", "");
        post(added);
        String change = INDICATOR.formatted("TEST_FIXED", ", \"revisionReason\": \"CORRECTION\"");
        put("TEST_FIXED", "\"1\"", change.replace(good, bad))
                .statusCode(400)
                .body("type", is("urn:humdash:problem:invalid-body"))
                .body("detail", is(detail));
    }

    @Test
    void aChangeOfMethodIsANewVersionOfTheDefinition() {
        post(INDICATOR.formatted("TEST_METHOD", "")).statusCode(201);
        addVersion("TEST_METHOD", "\"1\"", VERSION.formatted("2025-11-01"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("definitions.code", is(List.of("TEST_METHOD", "PUBLIC_WELLS")))
                .body("definitions[0].text.en", is("Wells that give water"))
                .body("definitions[1].text.en", is("Public wells with a pump"))
                .body("definitions[1].versions.number", is(List.of(1, 2)))
                .body("definitions[1].versions[0].text.en", is("Public wells only"))
                .body("definitions[1].versions[0].validFrom", nullValue())
                .body("definitions[1].versions[1].validFrom", is("2025-11-01"))
                .body("definitions[1].versions[1].change.en", is("Wells without a pump are left out"));
        addVersion("TEST_METHOD", "\"2\"", VERSION.formatted("2025-10-31"))
                .statusCode(400)
                .body("detail", is("Version 2 of PUBLIC_WELLS is valid from 2025-11-01; the next one begins later."));
        addVersion("TEST_METHOD", "\"2\"", VERSION.formatted("2025-11-01"))
                .statusCode(200)
                .body("revision.number", is(2));

        put(
                        "TEST_METHOD",
                        "\"2\"",
                        INDICATOR
                                .formatted("TEST_METHOD", ", \"revisionReason\": \"CORRECTION\"")
                                .replace("Public wells only", "Public wells with pumps"))
                .statusCode(200)
                .body("definitions[1].versions[0].text.en", is("Public wells only"))
                .body("definitions[1].versions[1].text.en", is("Public wells with pumps"))
                .body("definitions[1].versions[1].validFrom", is("2025-11-01"));
    }

    @Test
    void aVersionRecordedWithAWrongDayIsCorrectedAndWhatWasRecordedStays() {
        post(INDICATOR.formatted("TEST_WRONG_DAY", "")).statusCode(201);
        addVersion("TEST_WRONG_DAY", "\"1\"", VERSION.formatted("2025-11-01")).statusCode(200);
        String recordedAt = addVersion("TEST_WRONG_DAY", "\"2\"", VERSION.formatted("2025-12-01"))
                .statusCode(200)
                .extract()
                .path("revision.recordedAt");

        correctVersion("TEST_WRONG_DAY", 2, null, "2025-11-15").statusCode(428);
        correctVersion("TEST_WRONG_DAY", 2, "\"1\"", "2025-11-15").statusCode(412);
        correctVersion("TEST_WRONG_DAY", 2, "\"3\"", "2025-12-01")
                .statusCode(400)
                .body(
                        "detail",
                        is(
                                "The versions of PUBLIC_WELLS would no longer follow each other: version 2 cannot be valid from"
                                        + " 2025-12-01."));
        correctVersion("TEST_WRONG_DAY", 1, "\"3\"", "2025-10-01")
                .statusCode(400)
                .body("detail", startsWith("The first version of a definition has no beginning."));
        correctVersion("TEST_WRONG_DAY", 4, "\"3\"", "2025-10-01").statusCode(404);
        correctVersion("TEST_WRONG_DAY", 2, "\"3\"", "2025-11-15")
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("revision.reason", is("CORRECTION"))
                .body("revisionNote", is("The day was misread"))
                .body("definitions[1].versions.validFrom", is(Arrays.asList(null, "2025-11-15", "2025-12-01")));
        correctVersion("TEST_WRONG_DAY", 2, "\"4\"", "2025-11-15")
                .statusCode(200)
                .header("ETag", "\"4\"");

        given().queryParam("knownAt", recordedAt)
                .get("/api/v1/indicators/TEST_WRONG_DAY")
                .then()
                .body("definitions[1].versions.validFrom", is(Arrays.asList(null, "2025-11-01", "2025-12-01")));
    }

    @Test
    void whatAShareDividesIsSetAndItsFiguresAreHeldAgainstIt() {
        Installation at = Installation.named("TERMS");
        String share = """
                {"code": "TEST_TERMS_PCT", "name": {"en": "Share"}, "unit": "percent", "kind": "RATIO", "aggregation": "NONE",
                 "maximum": 100, "definition": {"en": "Share"}, "terms": {"numerator": "%s", "denominator": "POPULATION"}%s}""";
        post(share.formatted("TEST_NOTHING", ""))
                .statusCode(400)
                .body(
                        "detail",
                        is(
                                "Indicator TEST_TERMS_PCT cannot be reckoned from TEST_NOTHING: no indicator has this code."));
        post(share.formatted("TEST_TERMS_PCT", ""))
                .statusCode(400)
                .body("detail", endsWith("cannot be reckoned from itself."));
        post(share.formatted(at.indicator, ""))
                .statusCode(201)
                .body("terms", is(Map.of("numerator", at.indicator, "denominator", "POPULATION")));
        post(share.formatted(at.indicator, "")).statusCode(200);
        String row = ",PS02," + at.office + ",%s,%s,2025-12-01,2025-12-12\n";
        importing(COLUMNS + "TEST_TERMS_PCT" + row.formatted("share", "40") + at.indicator + row.formatted("some", "5")
                        + "POPULATION" + row.formatted("all", "10"))
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(3))
                .body("firstWarnings.finding.code", contains("PERCENTAGE_DIFFERS"));
        String before = given().get("/api/v1/indicators/TEST_TERMS_PCT").path("revision.recordedAt");

        put(
                        "TEST_TERMS_PCT",
                        "\"1\"",
                        share.formatted(at.indicator, ", \"revisionReason\": \"CORRECTION\"")
                                .replaceAll(", \"terms\": \\{[^}]*}", ""))
                .statusCode(200)
                .body("terms", nullValue())
                .body("revision.number", is(2));
        findings(at).body("items", is(List.of()));
        given().queryParam("knownAt", before)
                .get("/api/v1/indicators/TEST_TERMS_PCT")
                .then()
                .body("terms.denominator", is("POPULATION"));
    }

    @Test
    void whatIsShippedIsReckonedFromWhatItWas() {
        given().get("/api/v1/indicators/TRUCKS_COMPLIANCE_PCT")
                .then()
                .body("terms", is(Map.of("numerator", "TRUCKS_ENTERED", "denominator", "TRUCKS_EXPECTED")));
        given().get("/api/v1/indicators/STRUCTURES_DAMAGED_ANY")
                .then()
                .body(
                        "terms.parts",
                        contains(
                                "STRUCTURES_DESTROYED",
                                "STRUCTURES_DAMAGED_SEVERE",
                                "STRUCTURES_DAMAGED_MODERATE",
                                "STRUCTURES_DAMAGED_POSSIBLE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"terms\": {\"numerator\": \"POPULATION\"}",
                "\"terms\": {\"total\": \"POPULATION\"}",
                "\"terms\": {\"parts\": [\"POPULATION\"]}",
                "\"terms\": {\"parts\": [\"SHELTER_SITES\", \"SHELTER_SITES\"]}",
                "\"terms\": {\"parts\": [null]}",
                "\"sourcePriority\": [\"OCHA\"]"
            })
    void aStockIsReckonedFromPartsOfItsOwnUnitOnlyAndItsOrderOfSourcesIsSetElsewhere(String bad) {
        post(INDICATOR.formatted("TEST_BAD_TERMS", ", " + bad)).statusCode(400);
        given().get("/api/v1/indicators/TEST_BAD_TERMS").then().statusCode(404);
    }

    @Test
    void aVersionOfADefinitionThatIsNotThereIsAProblem() {
        post(INDICATOR.formatted("TEST_NO_DEFINITION", "").replace("PUBLIC_WELLS", "DEEP_WELLS"))
                .statusCode(201);
        addVersion("TEST_NO_DEFINITION", "\"1\"", VERSION.formatted("2025-11-01"))
                .statusCode(404)
                .body("detail", is("Indicator TEST_NO_DEFINITION has no definition PUBLIC_WELLS."));
    }

    @Test
    void aRetractedIndicatorTakesNoFiguresAndItsCodeStaysTaken() {
        Installation at = Installation.named("RETRACTED");
        String row = at.indicator + ",PS02," + at.office + ",%s,5,2025-12-01,2025-12-12\n";
        importing(COLUMNS + row.formatted("before"))
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(1));
        contributor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"note\": \"Was never counted\"}")
                .post("/api/v1/indicators/" + at.indicator + "/retraction")
                .then()
                .statusCode(200)
                .body("revision.reason", is("RETRACTION"))
                .body("revisionNote", is("Was never counted"));

        given().get("/api/v1/indicators/" + at.indicator).then().statusCode(404);
        importing(COLUMNS + row.formatted("after"))
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(0))
                .body("firstRefused[0].problems", contains(startsWith("indicator: UNKNOWN_INDICATOR, ")));
        given().queryParam("indicator", at.indicator)
                .get("/api/v1/observations")
                .then()
                .statusCode(200)
                .body("items.reference", is(List.of("before")));
        given().queryParam("area", "PS02")
                .queryParam("indicator", at.indicator)
                .get("/api/v1/headlines")
                .then()
                .statusCode(400);
        post(INDICATOR.formatted(at.indicator, "")).statusCode(409);
        put(at.indicator, "\"2\"", INDICATOR.formatted(at.indicator, ", \"revisionReason\": \"UPDATE\""))
                .statusCode(409)
                .body("type", is("urn:humdash:problem:not-in-this-state"));
    }

    @Test
    void aNewIndicatorIsAddedOnceAndNotChangedByAnother() {
        post(INDICATOR.formatted("TEST_WELLS", ""))
                .statusCode(201)
                .header("Location", endsWith("/api/v1/indicators/TEST_WELLS"))
                .body("definitions.code", is(List.of("TEST_WELLS", "PUBLIC_WELLS")))
                .body("wholeNumbers", is(true))
                .body("minimum", is(0));
        post(INDICATOR.formatted("TEST_WELLS", "")).statusCode(200).body("revision.number", is(1));
        post(INDICATOR.formatted("TEST_WELLS", ", \"wholeNumbers\": false"))
                .statusCode(409)
                .body("type", is("urn:humdash:problem:already-exists"));
        given().get("/api/v1/indicators/TEST_WELLS").then().statusCode(200).body("unit", is("wells"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"code\": \"lower\"}",
                "{\"code\": \"TEST_X\", \"name\": {\"en\": \"X\"}, \"unit\": \"x\", \"kind\": \"STOCK\", \"aggregation\": \"LAST\","
                        + " \"definition\": {\"en\": \"X\"}, \"minimum\": 5, \"maximum\": 4}",
                "{\"code\": \"TEST_X\", \"name\": {\"en\": \"X\"}, \"unit\": \"x\", \"kind\": \"STOCK\", \"aggregation\": \"LAST\","
                        + " \"definition\": {\"en\": \"X\"}, \"definitions\": [{\"code\": \"TEST_X\", \"text\": {\"en\": \"X\"}}]}",
                "{\"code\": \"TEST_X\", \"name\": {\"en\": \"X\"}, \"unit\": \"x\", \"kind\": \"STOCK\", \"aggregation\": \"SUM\","
                        + " \"definition\": {\"en\": \"X\"}}",
                "{\"code\": \"TEST_X\", \"name\": {\"en\": \"X\"}, \"unit\": \"x\", \"kind\": \"RATIO\", \"aggregation\": \"NONE\","
                        + " \"definition\": {\"en\": \"X\"}, \"numerator\": {\"en\": \"X\"}}",
                "{\"code\": \"TEST_X\", \"name\": {\"en\": \"X\"}, \"unit\": \"x\", \"kind\": \"STOCK\", \"aggregation\": \"LAST\","
                        + " \"definition\": {\"en\": \"X\"}, \"revisionReason\": \"UPDATE\"}"
            })
    void aBodyThatDoesNotHoldTogetherIsAProblem(String body) {
        post(body).statusCode(400).contentType("application/problem+json");
        given().get("/api/v1/indicators/TEST_X").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                             | The body must be an object.
            {                              | The body is not JSON: look at line 1, column 2.
            {"kind": "HEAP"}               | Field 'kind' is 'HEAP' and must be one of STOCK, FLOW, CUMULATIVE, RATIO.
            {"expectedIntervalDays": "x"}  | Field 'expectedIntervalDays' is 'x' and must be a number.
            {"code": []}                   | Field 'code' must be a text.
            {"definitions": {}}            | Field 'definitions' must be a list.
            {"name": {"en": ""}}           | Field 'name' does not fit: A text needs its English words.
            """)
    void aBodyThatCannotBeReadIsAProblemInWordsOfTheApi(String body, String detail) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("urn:humdash:problem:invalid-body"))
                .body("detail", is(detail));
    }

    @Test
    void aFieldNobodyKnowsIsAProblemThatListsTheKnownOnes() {
        post("{\"colour\": \"red\"}")
                .statusCode(400)
                .body("field", is("colour"))
                .body(
                        "detail",
                        startsWith(
                                "Field 'colour' is not known; known here are aggregation, cluster, code, definition, "));
    }

    @Test
    void anUnknownIndicatorIsAProblem() {
        given().get("/api/v1/indicators/NOTHING")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", is("urn:humdash:problem:not-found"));
    }

    @Test
    void whoHasNoKeyAddsNothing() {
        given().contentType(ContentType.JSON)
                .body(INDICATOR.formatted("TEST_NO_KEY", ""))
                .post("/api/v1/indicators")
                .then()
                .statusCode(401)
                .body("type", is("urn:humdash:problem:unauthorized"));
        given().get("/api/v1/indicators/TEST_NO_KEY").then().statusCode(404);
    }

    private static ValidatableResponse post(String body) {
        return contributor()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/indicators")
                .then();
    }

    private static ValidatableResponse put(String code, String ifMatch, String body) {
        RequestSpecification request =
                contributor().contentType(ContentType.JSON).body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/api/v1/indicators/" + code).then();
    }

    private static ValidatableResponse correctVersion(String code, int number, String ifMatch, String validFrom) {
        RequestSpecification request = contributor()
                .contentType(ContentType.JSON)
                .body("{\"version\": " + VERSION.formatted(validFrom) + ", \"revisionNote\": \"The day was misread\"}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/v1/indicators/" + code + "/definitions/PUBLIC_WELLS/versions/" + number)
                .then();
    }

    private static ValidatableResponse findings(Installation at) {
        return given().queryParam("originator", at.office)
                .get("/api/v1/observations/findings")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse addVersion(String code, String ifMatch, String body) {
        return contributor()
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(body)
                .post("/api/v1/indicators/" + code + "/definitions/PUBLIC_WELLS/versions")
                .then();
    }

    private static void assertBilingual(Object text) {
        assertFalse(((Map<?, ?>) text).containsValue(null), text.toString());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, ?>> list(Object value) {
        return (List<Map<String, ?>>) value;
    }
}
