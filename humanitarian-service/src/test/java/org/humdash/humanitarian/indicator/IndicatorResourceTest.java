package org.humdash.humanitarian.indicator;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.humdash.humanitarian.Installation.contributor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
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
             "sourcePriority": ["OCHA"], "definition": {"en": "Wells that give water", "ar": "آبار تعطي ماء"},
             "definitions": [{"code": "PUBLIC_WELLS", "text": {"en": "Public wells only"}}]%s}""";

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
        assertEquals(65, shipped.size());
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
                "wholeNumbers":false,"hxlTag":"#impact+structures+damaged+pct","sourcePriority":["UNOSAT"],"definitions":[\
                {"code":"STRUCTURES_DAMAGED_ANY_PCT","text":{"en":"Structures damaged in any class, from possibly damaged to \
                destroyed, as a share of all structures","ar":"المنشآت المتضررة بأي درجة، من المحتمل تضررها إلى المدمرة، كنسبة من \
                جميع المنشآت"}},\
                {"code":"UNOSAT_ANY_CLASS","text":{"en":"Structures in any of UNOSAT's damage classes, as a share of all \
                structures in its baseline","ar":"المنشآت في أي من فئات الضرر لدى يونوسات كنسبة من جميع المنشآت في خط \
                الأساس"}}],\
                "revision":{"number":1,"recordedAt":"T","supersededAt":null,"reason":"NEW"}}""", answer);
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
                        + " \"definition\": {\"en\": \"X\"}, \"definitions\": [{\"code\": \"TEST_X\", \"text\": {\"en\": \"X\"}}]}"
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
                        startsWith("Field 'colour' is not known; known here are aggregation, code, definition, "));
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

    private static void assertBilingual(Object text) {
        assertFalse(((Map<?, ?>) text).containsValue(null), text.toString());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, ?>> list(Object value) {
        return (List<Map<String, ?>>) value;
    }
}
