package org.humdash.humanitarian.observation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
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
class ObservationResourceTest {

    private static final List<Supplier<RequestSpecification>> READERS =
            List.of(RestAssured::given, Installation::partner, Installation::staff);

    @Test
    void anObservationIsRecordedOnceAndShownWithAllItsContext() {
        Installation at = Installation.named("CREATE");
        String body = body(at);
        String location = post(body).statusCode(201).extract().header("Location");
        post(body).statusCode(200).body("revision.number", is(1));
        post(body.replace("at least 12", "at least 13"))
                .statusCode(409)
                .body("type", equalTo("urn:humdash:problem:already-exists"));

        String id = location.substring(location.lastIndexOf('/') + 1);
        String answer = given().queryParam("asOf", "2025-12-26")
                .get("/api/v1/observations/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("\"recordedAt\":\"[^\"]*\"", "\"recordedAt\":\"T\"");
        assertEquals("""
                {"id":"%1$s","reference":"r","indicator":"TEST_CREATE","area":"PS0260",\
                "estimate":{"qualifier":"AT_LEAST","lower":12,"lowerInclusive":true,"best":null,"upper":null,\
                "upperInclusive":null,"text":{"en":"≥ 12","ar":"ما لا يقل عن 12"}},"unit":"people",\
                "definition":{"code":"OTHER_WAY","text":{"en":"Counted in another way","ar":null}},\
                "disaggregation":{"sex":"FEMALE","age":"CHILD","cause":null,"shelterType":"TENT"},"hazard":null,\
                "originator":{"code":"OFFICE_CREATE","name":{"en":"Name of OFFICE_CREATE","ar":"اسم"},"kind":"GOVERNMENT"},\
                "publisher":{"code":"OUTLET_CREATE","name":{"en":"Name of OUTLET_CREATE","ar":"اسم"},"kind":"MEDIA"},\
                "relayOf":null,"validFrom":"2025-12-10","validTo":"2025-12-18","publishedOn":"2025-12-20","ageDays":8,\
                "ageAtPublicationDays":2,"freshness":"STALE","url":"https://example.org/1","archiveUrl":null,\
                "text":"no fewer than 12","language":"en","note":"A note","sensitivity":"LOW",\
                "revision":{"number":1,"recordedAt":"T","supersededAt":null,"reason":"NEW"}}""".formatted(id), answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OFFICE_BADBODY | NOBODY
            OUTLET_BADBODY | NOBODY
            PS0260 | PS99
            OTHER_WAY | NO_WAY
            "at least 12" | "many"
            "at least 12" | "1.5"
            "at least 12" | "-1"
            2025-12-18 | 2025-12-01
            2025-12-18 | soon
            https://example.org/1 | file:///etc/passwd
            FEMALE | OTHER
            "LOW" | "TOP"
            TEST_BADBODY | TEST_NOTHING
            "reference" | "reverence"
            "A note" | "A\\u0000note"
            """)
    void aBodyThatDoesNotHoldTogetherIsAProblemAndWritesNothing(String good, String bad) {
        Installation at = Installation.named(
                "BAD" + Integer.toHexString((good + bad).hashCode()).toUpperCase());
        post(body(at).replace(good.replace("BADBODY", at.indicator.substring(5)), bad))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("stackTrace", nullValue());
        given().queryParam("indicator", at.indicator)
                .get("/api/v1/observations")
                .then()
                .body("items.size()", is(0));
    }

    @Test
    void aNilReportIsAZeroThatIsKnownAsSuchAndSaysNoOtherFigure() {
        Installation at = Installation.named("NILPOST");
        String figure = body(at).replace("\"reference\"", "\"report\": \"NIL\", \"reference\"");
        post(figure).statusCode(400).body(containsString("A nil report has no other figure than 0."));
        post(body(at).replaceAll("\"estimate\": *\\{[^}]*}", "\"estimate\": null"))
                .statusCode(400);
        post(body(at).replace("\"reference\"", "\"report\": \"NO_REPORT\", \"reference\""))
                .statusCode(400);
        String nil = figure.replaceAll("\"estimate\": *\\{[^}]*}", "\"estimate\": null");
        post(nil)
                .statusCode(201)
                .body("nil", is(true))
                .body("estimate.qualifier", equalTo("EXACT"))
                .body("estimate.best", is(0));
        post(nil).statusCode(200);
        // A figure of 0 is another statement than a report of nothing.
        post(body(at).replace("at least 12", "0")).statusCode(409);
    }

    /** Half of a character is no text, and strict readers of JSON refuse an answer that has one. */
    @Test
    void aLongForeignWordIsNotCutInTheMiddleOfACharacter() {
        Installation at = Installation.named("HALVES");
        String word = "X".repeat(59) + "😀";
        post(body(at).replace("OTHER_WAY", word)).statusCode(400).body(containsString("X".repeat(59) + "?"));
        post("{\"sensitivity\": \"" + word + "\"}").statusCode(400).body(containsString("X".repeat(59) + "?"));
    }

    @Test
    void theRowProblemsOfABodyNameTheirFields() {
        Installation at = Installation.named("FIELDS");
        post(body(at).replace("OTHER_WAY", "NO_WAY").replace("at least 12", "1.5"))
                .statusCode(400)
                .body("type", equalTo("urn:humdash:problem:invalid-body"))
                .body("errors.column", equalTo(List.of("definition", "value")))
                .body("errors.code", equalTo(List.of("UNKNOWN_DEFINITION", "NOT_WHOLE")));
    }

    @Test
    void filtersNarrowTheList() {
        Installation at = Installation.named("FILTER");
        importing("indicator,area,originator,publisher,reference,definition,value,valid_from,valid_to\n"
                        + at.indicator + ",PS02," + at.office + ",,a,,1,2025-12-10,2025-12-18\n"
                        + at.indicator + ",PS0260," + at.office + "," + at.outlet + ",b,,2,2025-12-10,2025-12-18\n"
                        + at.indicator + ",PS01," + at.office + ",,c,OTHER_WAY,3,2025-12-10,2025-12-20\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(3));
        assertEquals(List.of("a", "b"), references(at, "area", "PS02"));
        assertEquals(List.of("b"), references(at, "area", "PS0260"));
        assertEquals(List.of("c"), references(at, "definition", "OTHER_WAY"));
        assertEquals(List.of("b"), references(at, "publisher", at.outlet));
        assertEquals(List.of("a", "b", "c"), references(at, "originator", at.office));
        assertEquals(List.of(), references(at, "hazard", "NONE"));
        assertEquals(List.of("a", "b"), references(at, "asOf", "2025-12-19"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() {
        Installation at = Installation.named("PAGES");
        StringBuilder csv = new StringBuilder("indicator,area,originator,reference,value,valid_from,valid_to\n");
        for (int i = 0; i < 5; i++) {
            csv.append("%s,PS02,%s,r%d,%d,2025-12-01,2025-12-1%d\n".formatted(at.indicator, at.office, i, i, i / 2));
        }
        importing(csv.toString()).post("/api/v1/observations/imports").then().body("job.created", is(5));
        var seen = new TreeSet<String>();
        String cursor = null;
        int pages = 0;
        do {
            var request = given().queryParam("indicator", at.indicator).queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/api/v1/observations")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("items.reference"));
            cursor = page.path("nextCursor");
            pages++;
        } while (cursor != null);
        assertEquals(3, pages);
        assertEquals(List.of("r0", "r1", "r2", "r3", "r4"), List.copyOf(seen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=nonsense", "area=Gaza", "limit=0", "limit=1001", "limit=x", "asOf=19.12.2025"})
    void aParameterThatCannotBeReadIsAProblem(String query) {
        int status = given().get("/api/v1/observations?" + query)
                .then()
                .contentType("application/problem+json")
                .body("stackTrace", nullValue())
                .extract()
                .statusCode();
        assertEquals(400, status);
    }

    @Test
    void anUnknownObservationIsAProblem() {
        given().get("/api/v1/observations/01938f6e-0000-7000-8000-000000000000")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:humdash:problem:not-found"));
    }

    @Test
    void whoHasNoKeyRecordsNothing() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/observations")
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:humdash:problem:unauthorized"));
    }

    private static List<String> references(Installation at, String parameter, String value) {
        return given()
                .queryParam("indicator", at.indicator)
                .queryParam(parameter, value)
                .get("/api/v1/observations")
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.reference")
                .stream()
                .sorted()
                .toList();
    }

    private static String body(Installation at) {
        return """
                {"indicator": "%s", "area": "PS0260", "originator": "%s", "publisher": "%s", "reference": "r",
                 "definition": "OTHER_WAY", "estimate": {"value": "at least 12"}, "validFrom": "2025-12-10",
                 "validTo": "2025-12-18", "publishedOn": "2025-12-20", "url": "https://example.org/1",
                 "text": "no fewer than 12", "language": "en", "note": "A note",
                 "disaggregation": {"sex": "FEMALE", "age": "CHILD", "shelterType": "TENT"}, "sensitivity": "LOW"}""".formatted(at.indicator, at.office, at.outlet);
    }

    private static ValidatableResponse post(String body) {
        return contributor()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/observations")
                .then();
    }

    @Test
    void aRelayDoesNotNameTheStatementThatItsReaderMayNotSee() {
        Installation at = Installation.named("RELAYHIDDEN");
        String own = at.indicator + ",PS02," + at.office + ",";
        String header =
                "indicator,area,originator,publisher,reference,relay_of,value,valid_from,valid_to,sensitivity\n";
        String statement = own + ",first,,5,2025-12-10,2025-12-12,";
        importing(header + statement + "LOW\n" + own + at.outlet + ",second,first,5,2025-12-10,2025-12-12,LOW\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.created", is(2));
        String first = id(at, "first");
        String second = id(at, "second");
        for (Supplier<RequestSpecification> reader : READERS) {
            assertEquals(Collections.nCopies(3, first), relayed(reader, at, second));
        }

        importing(header + statement + "HIGH\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.revised", is(1));
        assertEquals(Collections.nCopies(3, null), relayed(READERS.get(0), at, second));
        assertEquals(Collections.nCopies(3, null), relayed(READERS.get(1), at, second));
        assertEquals(Collections.nCopies(3, first), relayed(READERS.get(2), at, second));
    }

    private static String id(Installation at, String reference) {
        return given().queryParam("originator", at.office)
                .get("/api/v1/observations")
                .path("items.find { it.reference == '" + reference + "' }.id");
    }

    /** What the list, the observation and its history say that it relays. */
    private static List<String> relayed(Supplier<RequestSpecification> reader, Installation at, String id) {
        String path = "/api/v1/observations/" + id;
        return Arrays.asList(
                reader.get()
                        .queryParam("originator", at.office)
                        .get("/api/v1/observations")
                        .path("items.find { it.reference == 'second' }.relayOf"),
                reader.get().get(path).path("relayOf"),
                reader.get().get(path + "/revisions").path("revisions[0].relayOf"));
    }
}
