package org.humdash.incident.sensitivity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.incident.Installation.contributor;
import static org.humdash.incident.Installation.importing;
import static org.humdash.incident.sensitivity.Records.INCIDENTS;
import static org.humdash.incident.sensitivity.Records.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.humdash.incident.Installation;
import org.humdash.incident.incident.Rollup;
import org.humdash.kit.page.CursorText;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts to learn what one may not know: a position, a hidden record, or that there is one. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SensitivityAttackTest {

    private static final double METRE = 1e-5;

    @Inject
    Rollup rollup;

    /** Positions in the middle, at the edge and at the corner of a cell, and where floors and signs are easily wrong. */
    @ParameterizedTest
    @CsvSource({
        "MIDDLE, 31.52347, 34.44391",
        "CORNER, 31.53, 34.44",
        "EDGE, 31.289999999, 34.250000001",
        "SOUTH, -31.52347, -34.44391",
        "NEAREQUATOR, -0.000001, 0.000001",
        "POLE, 89.9999, 179.9999"
    })
    void bisectionByPartnersNeverGetsFinerThanTheCell(String name, double lat, double lon) {
        Installation at = Installation.named("BISECT" + name);
        new Records(at).incident("p-1", place(lat, lon)).record();
        double south = bisected(at, true, true);
        double north = bisected(at, true, false);
        double west = bisected(at, false, true);
        double east = bisected(at, false, false);
        Response shown =
                Reader.PARTNER.request().queryParam("ceasefire", at.ceasefire).get(INCIDENTS);
        double cellLat = Math.floor(lat * 100) / 100 + 0.005;
        double cellLon = Math.floor(lon * 100) / 100 + 0.005;
        for (double[] found : new double[][] {{south, cellLat}, {north, cellLat}, {west, cellLon}, {east, cellLon}}) {
            assertEquals(found[1], found[0], 1e-9, "the box closes in on the middle of the cell and on nothing else");
        }
        assertEquals(cellLat, shown.jsonPath().getDouble("items[0].place.lat"), 1e-4);
        assertEquals(cellLon, shown.jsonPath().getDouble("items[0].place.lon"), 1e-4);
    }

    @Test
    void aBoxOfNoSizeFindsWhatIsShownThereAndNothingElse() {
        Installation at = Installation.named("BISECTPOINT");
        new Records(at).incident("p-1", place(31.52347, 34.44391)).record();
        assertEquals(1, found(Reader.PARTNER, at, "34.445,31.525,34.445,31.525"));
        assertEquals(0, found(Reader.PARTNER, at, "34.44391,31.52347,34.44391,31.52347"));
        assertEquals(0, found(Reader.PARTNER, at, "34.4439,31.5234,34.444,31.5235"));
        assertEquals(1, found(Reader.STAFF, at, "34.44391,31.52347,34.44391,31.52347"));
        assertEquals(0, found(Reader.PUBLIC, at, "34.44391,31.52347,34.44391,31.52347"));
        assertEquals(0, found(Reader.PUBLIC, at, "34.445,31.525,34.445,31.525"));
    }

    /** The nearest doubles to a third of all middles of cells are not those that adding up gives. */
    @ParameterizedTest
    @CsvSource({
        "A, 31.0412, 34.4312, 31.045, 34.435",
        "B, 31.0612, 34.4112, 31.065, 34.415",
        "C, 31.0812, 34.3812, 31.085, 34.385"
    })
    void whatIsShownIsFoundWhereItIsShown(String name, double lat, double lon, String shownLat, String shownLon) {
        Installation at = Installation.named("BISECTSHOWN" + name);
        new Records(at).incident("p-1", place(lat, lon)).record();
        assertEquals(1, found(Reader.PARTNER, at, String.join(",", shownLon, shownLat, shownLon, shownLat)));
    }

    @Test
    void boxesOfThePublicTellGovernoratesApartAndNothingElse() {
        Installation at = Installation.named("BISECTPUBLIC");
        Records records = new Records(at);
        records.incident("near", place(31.5234, 34.4439)).record();
        records.incident("far", place(31.4101, 34.3502)).record();
        records.incident("none", "\"place\": {\"adm2\": \"PS0260\"}").record();
        for (double size = 1; size > METRE; size /= 4) {
            for (double[] middle : new double[][] {{31.5234, 34.4439}, {31.4101, 34.3502}, {31.5, 34.45}}) {
                String box = box(middle[1] - size, middle[0] - size, middle[1] + size, middle[0] + size);
                int found = found(Reader.PUBLIC, at, box);
                assertTrue(found == 0 || found == 3, box + " tells incidents of one governorate apart: " + found);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "hxl", "xlsx", "geojson", "ndjson"})
    void twoIncidentsOfOneCellAreTheSameToPartnersAndOfOneGovernorateToThePublic(String format) {
        Installation cell = Installation.named("SAMECELL" + format.toUpperCase(Locale.ROOT));
        Records records = new Records(cell);
        Records.Entry entry = records.incident("p-1", place(31.52001, 34.44001)).record();
        Records.Entry moved = records.incident("p-1", place(31.52999, 34.44999));
        moved.id = entry.id;
        moved.revision = 1;
        String cellBefore = rows(Reader.PARTNER, cell, format);
        String openBefore = rows(Reader.PUBLIC, cell, format);
        moved.revise();
        assertEquals(unrevised(cellBefore), unrevised(rows(Reader.PARTNER, cell, format)));
        assertEquals(unrevised(openBefore), unrevised(rows(Reader.PUBLIC, cell, format)));
    }

    @Test
    void oldRevisionsAreAsCoarseAsNewOnes() {
        Installation at = Installation.named("COARSEHISTORY");
        Records records = new Records(at);
        Records.Entry entry = records.incident("p-1", place(31.52347, 34.44391))
                .record()
                .killed("3")
                .revise();
        String recordedAt = Reader.PUBLIC
                .request()
                .get(INCIDENTS + "/" + entry.id + "/revisions")
                .path("revisions[0].revision.recordedAt");
        for (Reader reader : List.of(Reader.PUBLIC, Reader.PARTNER)) {
            for (Response answer : List.of(
                    reader.request().get(INCIDENTS + "/" + entry.id + "/revisions"),
                    reader.request().queryParam("knownAt", recordedAt).get(INCIDENTS + "/" + entry.id))) {
                String body = answer.then().statusCode(200).extract().asString();
                assertFalse(body.contains("31.52347") || body.contains("34.44391") || body.contains("Al-Rimal"), body);
                assertEquals(reader == Reader.PARTNER, body.contains("31.525"), body);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLIC", "PARTNER"})
    void placeNamesCannotBeSearchedForByThoseWhoDoNotReadThem(Reader reader) {
        Installation at = Installation.named("WORDS" + reader);
        new Records(at).incident("p-1", place(31.52347, 34.44391)).record();
        for (String word : List.of("Rimal", "rim", "al rimal", "الرمال")) {
            reader.request()
                    .queryParam("ceasefire", at.ceasefire)
                    .queryParam("text", word)
                    .get(INCIDENTS)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"occurredFrom", "-occurredFrom", "recordedAt", "-recordedAt"})
    void aCursorHoldsNothingThatItsPageDoesNotShow(String sort) {
        Installation at =
                Installation.named(sort.startsWith("-") ? "CURSORDOWN" + sort.length() : "CURSORUP" + sort.length());
        Records records = new Records(at);
        records.incident("v-1", "").record();
        records.incident("h-1", "").sensitivity("HIGH").record();
        records.incident("v-2", "").record();
        Response page = given().queryParam("ceasefire", at.ceasefire)
                .queryParam("sort", sort)
                .queryParam("limit", 1)
                .get(INCIDENTS);
        String cursor = CursorText.decode(page.path("nextCursor"));
        String first = sort.endsWith("recordedAt")
                ? page.path("items[0].revision.recordedAt")
                : page.path("items[0].occurredFrom");
        assertEquals("/" + first + "/" + page.path("items[0].id"), cursor.substring(1));
    }

    @Test
    void cursorsMadeUpForAHiddenRecordAreRefusedLikeCursorsAtNothing() {
        Installation at = Installation.named("CURSORCRAFTED");
        Records records = new Records(at);
        records.incident("v-1", "").record();
        Records.Entry hidden = records.incident("h-1", "").sensitivity("HIGH").record();
        records.incident("v-2", "").record();
        String recordedAt =
                Reader.STAFF.request().get(INCIDENTS + "/" + hidden.id).path("revision.recordedAt");
        // The neighbour of an id in the order of ids, which nothing has.
        UUID id = UUID.fromString(hidden.id);
        UUID beside = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + 1);
        String now =
                given().queryParam("ceasefire", at.ceasefire).get(INCIDENTS).path("knownAt");
        for (String place :
                List.of("0/2025-10-19/", "1/2025-10-19/", "2/" + recordedAt + "/", "3/" + recordedAt + "/")) {
            String sort = List.of("-occurredFrom", "occurredFrom", "-recordedAt", "recordedAt")
                    .get(place.charAt(0) - '0');
            assertEquals(crafted(at, now, sort, place + beside), crafted(at, now, sort, place + hidden.id), place);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0/0000-01-01/", "2/0000-01-01T00:00:00Z/", "0/2025-13-45/", "2/2025-10-19/", "9/2025-10-19/"})
    void aCursorThatNobodyHandedOutIsRefusedAndNoError(String place) {
        String sort = place.startsWith("2") ? "-recordedAt" : "-occurredFrom";
        given().queryParam("sort", sort)
                .queryParam("cursor", encoded(place + UUID.randomUUID()))
                .get(INCIDENTS)
                .then()
                .statusCode(400)
                .body("type", is("urn:humdash:problem:invalid-parameter"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLIC", "PARTNER", "STAFF"})
    void whoMayNotWriteLearnsNothingByTrying(Reader reader) {
        Installation at = Installation.named("WRITES" + reader);
        Records records = new Records(at);
        String hidden = records.incident("h-1", "").sensitivity("HIGH").record().id;
        String open = records.incident("v-1", "").record().id;
        String body = records.incident("h-1", "").sensitivity("HIGH").body("");
        String nobody = UUID.randomUUID().toString();
        for (String id : List.of(hidden, open)) {
            for (String path : List.of("", "/retraction", "/merge")) {
                for (String ifMatch : new String[] {"\"1\"", "\"7\"", "*", "x"}) {
                    String sent = path.isEmpty() ? body : "{\"note\": \"x\", \"into\": \"" + hidden + "\"}";
                    assertEquals(
                            written(reader.request(), nobody, path, ifMatch, sent),
                            written(reader.request(), id, path, ifMatch, sent));
                }
            }
        }
        assertEquals(
                refused(reader.request()
                        .contentType(ContentType.JSON)
                        .body(records.incident("n-1", "").body(""))
                        .post(INCIDENTS)),
                refused(reader.request()
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post(INCIDENTS)));
        for (String path : List.of(
                "/imports",
                "/imports/" + nobody,
                "/imports/" + nobody + "/missing.csv",
                "/imports/" + nobody + "/refused.csv",
                "/import-mappings",
                "/import-mappings/a")) {
            int status = reader.request().get(INCIDENTS + path).statusCode();
            assertEquals(reader == Reader.PUBLIC ? 401 : 403, status, path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MODERATE", "HIGH", "SEVERE"})
    void conditionsOnAHiddenIncidentAreAnsweredAsOnNone(String level) {
        Installation at = Installation.named("CONDITION" + level);
        Records.Entry hidden =
                new Records(at).incident("h-1", "").sensitivity(level).record();
        String nobody = UUID.randomUUID().toString();
        for (String header : List.of("If-None-Match", "If-Match", "Range", "If-Modified-Since")) {
            for (String value : List.of("\"1\"", "*", "\"2\"", "Wed, 21 Oct 2026 07:28:00 GMT")) {
                Response to = given().header(header, value).get(INCIDENTS + "/" + hidden.id);
                Response none = given().header(header, value).get(INCIDENTS + "/" + nobody);
                assertEquals(
                        none.statusCode() + none.asString().replace(nobody, ""),
                        to.statusCode() + to.asString().replace(hidden.id, ""));
                assertEquals(none.header("ETag"), to.header("ETag"));
            }
        }
    }

    @Test
    void aDuplicateIsRaisedWithTheIncidentItWasMergedInto() {
        Installation at = Installation.named("RAISEDDUPLICATE");
        Records records = new Records(at);
        Records.Entry first = records.incident("d-1", "").record();
        Records.Entry second = records.incident("d-2", "").record();
        Records.Entry survivor = records.incident("s-1", "").record();
        first.mergeInto(second).then().statusCode(200);
        second.mergeInto(survivor).then().statusCode(200);
        survivor.sensitivity("HIGH").revise();
        for (Records.Entry hidden : List.of(first, second, survivor)) {
            given().get(INCIDENTS + "/" + hidden.id).then().statusCode(404);
            given().get(INCIDENTS + "/" + hidden.id + "/revisions").then().statusCode(404);
        }
        Reader.STAFF
                .request()
                .get(INCIDENTS + "/" + first.id + "/revisions")
                .then()
                .body("revisions.sensitivity", contains("LOW", "LOW", "HIGH"))
                .body("revisions[2].duplicateOf", is(second.id))
                .body("revisions[2].revisionNote", is("Raised with the incident it is a duplicate of"))
                .body("revisions[2].reports.source.code", contains(at.outlet));
        rollup.isExact(at.ceasefire);
        first.revision = 3;
        first.sensitivity("LOW").put().then().statusCode(200).body("sensitivity", is("HIGH"));
    }

    @Test
    void aDuplicateBecomesAsSensitiveAsTheIncidentItIsMergedInto() {
        Installation at = Installation.named("MERGEDUPWARDS");
        Records records = new Records(at);
        Records.Entry duplicate = records.incident("d-1", "").record();
        Records.Entry survivor = records.incident("s-1", "").sensitivity("HIGH").record();
        duplicate.mergeInto(survivor).then().statusCode(200);
        given().get(INCIDENTS + "/" + duplicate.id).then().statusCode(404);
        given().queryParam("ceasefire", at.ceasefire)
                .queryParam("duplicates", true)
                .get(INCIDENTS)
                .then()
                .body("items", empty());
        rollup.isExact(at.ceasefire);
    }

    @Test
    void aDuplicateIsRaisedByAnImportThatRaisesItsSurvivorToo() {
        Installation at = Installation.named("RAISEDBYIMPORT");
        Records records = new Records(at);
        Records.Entry duplicate = records.incident("d-1", "").record();
        Records.Entry survivor = records.incident("s-1", "").record();
        duplicate.mergeInto(survivor).then().statusCode(200);
        imported(
                        "source,reference,ceasefire,type,occurred_from,report_source,sensitivity\n" + at.office
                                + ",s-1," + at.ceasefire + ",AIR_STRIKE,2025-10-19," + at.outlet + ",HIGH\n",
                        "")
                .then()
                .body("job.revised", is(1));
        given().get(INCIDENTS + "/" + duplicate.id).then().statusCode(404);
        Reader.STAFF.request().get(INCIDENTS + "/" + duplicate.id).then().body("sensitivity", is("HIGH"));
        rollup.isExact(at.ceasefire);
    }

    @Test
    void aPublishedIncidentIsNotMergedIntoADraft() {
        Installation at = Installation.named("MERGEDDRAFT");
        Records records = new Records(at);
        Records.Entry duplicate = records.incident("d-1", "").record();
        duplicate
                .mergeInto(records.incident("s-1", "").status("DRAFT").record())
                .then()
                .statusCode(409);
        given().get(INCIDENTS + "/" + duplicate.id).then().statusCode(200);
    }

    @Test
    void aDuplicateThatIsPublishedDoesNotNameADraft() {
        Installation at = Installation.named("DRAFTSURVIVOR");
        Records records = new Records(at);
        Records.Entry duplicate = records.incident("d-1", "").status("DRAFT").record();
        Records.Entry survivor = records.incident("s-1", "").status("DRAFT").record();
        duplicate.mergeInto(survivor).then().statusCode(200);
        duplicate.status("PUBLISHED").revise();
        given().get(INCIDENTS + "/" + duplicate.id).then().statusCode(200).body("duplicateOf", nullValue());
        Reader.STAFF.request().get(INCIDENTS + "/" + duplicate.id).then().body("duplicateOf", is(survivor.id));
    }

    @Test
    void aRevisionThatWasHiddenStaysHiddenWhenTheIncidentIsNot() {
        Installation at = Installation.named("WASHIDDEN");
        Records records = new Records(at);
        Records.Entry entry = records.incident("p-1", "").record();
        entry.sensitivity("HIGH").killed("31").revise();
        String whileHidden =
                Reader.STAFF.request().get(INCIDENTS + "/" + entry.id).path("revision.recordedAt");
        entry.sensitivity("LOW").killed("2").revise();
        given().get(INCIDENTS + "/" + entry.id + "/revisions")
                .then()
                .body("revisions.revision.number", contains(1, 3))
                .body("revisions.figures.killed.best", contains(2, 2));
        given().queryParam("knownAt", whileHidden)
                .get(INCIDENTS + "/" + entry.id)
                .then()
                .statusCode(404);
        for (String path : List.of("/ledger", "/ledger/days", "/ledger/counts")) {
            given().queryParam("knownAt", whileHidden)
                    .get("/api/v1/ceasefires/" + at.ceasefire + path)
                    .then()
                    .statusCode(200)
                    .body(not(containsString("31}")))
                    .body(not(containsString("\"best\":31")));
        }
        rollup.isExact(at.ceasefire);
    }

    @Test
    void whatIsKnownLaterIsInNoAnswerOfAnEarlierInstant() {
        Installation at = Installation.named("LATERKNOWN");
        Records.Entry entry = new Records(at).incident("p-1", "").record();
        String then = given().get(INCIDENTS + "/" + entry.id).path("revision.recordedAt");
        List<String> paths = List.of(INCIDENTS + "/" + entry.id, INCIDENTS + "/" + entry.id + "/revisions");
        List<String> before = paths.stream()
                .map(path -> given().queryParam("knownAt", then).get(path).asString())
                .toList();
        entry.killed("5").revise();
        assertEquals(
                before,
                paths.stream()
                        .map(path ->
                                given().queryParam("knownAt", then).get(path).asString())
                        .toList());
    }

    @Test
    void whatNeverLeavesTheServiceIsNotToldToContributorsEither() {
        Installation at = Installation.named("SEVERETOLD");
        Records records = new Records(at);
        Records.Entry severe = records.incident("x-1", "").sensitivity("SEVERE").record();
        Records.Entry open = records.incident("v-1", "").record();
        contributor().get(INCIDENTS + "/" + severe.id).then().statusCode(404);
        contributor().get(INCIDENTS + "/" + severe.id + "/revisions").then().statusCode(404);
        severe.killed("5").put().then().statusCode(404);
        open.mergeInto(severe).then().statusCode(404);
        severe.mergeInto(open).then().statusCode(404);
        contributor()
                .contentType(ContentType.JSON)
                .body(severe.body(""))
                .post(INCIDENTS)
                .then()
                .statusCode(409)
                .body(not(containsString(severe.id)));
        String job = imported(
                        "source,reference,ceasefire,type,occurred_from,report_source\n" + at.office + ",n-1,"
                                + at.ceasefire + ",AIR_STRIKE,2025-10-19," + at.outlet + "\n",
                        "complete=true")
                .then()
                .body("job.missing", is(1))
                .extract()
                .path("job.id");
        contributor()
                .get(INCIDENTS + "/imports/" + job + "/missing.csv")
                .then()
                .statusCode(200)
                .body(containsString("v-1"))
                .body(not(containsString("x-1")))
                .body(not(containsString(severe.id)));
    }

    @Test
    void whatNeverLeftTheServiceDoesNotComeOutByImportingItsKeyAgain() {
        Installation at = Installation.named("SEVEREAGAIN");
        Records records = new Records(at);
        Records.Entry severe = records.incident(
                        "x-1",
                        "\"descriptionEn\": \"told in confidence\","
                                + " \"figures\": {\"killed\": {\"value\": \"31\"}, \"reason\": \"counted in confidence\"},"
                                + " \"grade\": {\"value\": \"FAIR\", \"reason\": \"heard in confidence\"}")
                .record();
        severe.sensitivity("SEVERE").revise();
        String row = at.office + ",x-1," + at.ceasefire + ",ARREST,2025-10-19," + at.outlet;
        imported("source,reference,ceasefire,type,occurred_from,report_source\n" + row + "\n", "")
                .then()
                .body("job.revised", is(1));
        contributor().get(INCIDENTS + "/" + severe.id).then().statusCode(404);
        imported("source,reference,ceasefire,type,occurred_from,report_source,sensitivity\n" + row + ",HIGH\n", "")
                .then()
                .body("job.revised", is(1));
        contributor()
                .get(INCIDENTS + "/" + severe.id)
                .then()
                .statusCode(200)
                .body("type", is("ARREST"))
                .body("figures.killed", nullValue())
                .body(not(containsString("in confidence")));
        given().get(INCIDENTS + "/" + severe.id).then().statusCode(404);
        rollup.isExact(at.ceasefire);
    }

    @Test
    void aRelayOfAHiddenClaimStandsAsAStatement() {
        Installation at = Installation.named("RELAYORDER");
        importing("ceasefire,originator,reference,relay_of,measure,value,valid_from,valid_to,sensitivity\n"
                        + at.ceasefire + "," + at.office + ",hidden,,KILLED,5,2025-10-10,2025-12-08,HIGH\n"
                        + at.ceasefire + "," + at.office + ",a-relay,hidden,KILLED,5,2025-10-10,2025-12-08,\n"
                        + at.ceasefire + "," + at.outlet + ",statement,,KILLED,6,2025-10-10,2025-12-08,\n")
                .post("/api/v1/claims/imports")
                .then()
                .body("created", is(3));
        given().queryParam("ceasefire", at.ceasefire)
                .get("/api/v1/claims/latest")
                .then()
                .body("measures[0].claims.reference", contains("a-relay", "statement"))
                .body("measures[0].claims.relayOf", contains(nullValue(), nullValue()));
    }

    @Test
    void aCoverageDayThatNeverLeavesTheServiceIsNotSentBack() {
        Installation at = Installation.named("SEVERECOVERAGE");
        String day = """
                {"ceasefire": "%s", "source": "%s", "day": "2025-10-12", "status": "NIL", "sensitivity": "SEVERE"}""".formatted(at.ceasefire, at.office);
        contributor()
                .contentType(ContentType.JSON)
                .body(day)
                .post("/api/v1/coverage")
                .then()
                .statusCode(201)
                .body(is(""));
    }

    /** The outermost bound of a box that still finds the incident, to a millimetre. */
    private static double bisected(Installation at, boolean latitude, boolean lower) {
        double most = latitude ? 90.005 : 180.005;
        double finds = lower ? -most : most;
        double fails = -finds;
        // A box reaches from the edge of the world to a bound that is drawn in until the incident drops out.
        for (int i = 0; i < 40; i++) {
            double middle = (finds + fails) / 2;
            if (finds(at, latitude, lower, middle)) {
                finds = middle;
            } else {
                fails = middle;
            }
        }
        return finds;
    }

    private static boolean finds(Installation at, boolean latitude, boolean lower, double bound) {
        double limit = latitude ? 90 : 180;
        double drawn = Math.max(-limit, Math.min(limit, bound));
        double from = lower ? drawn : -limit;
        double to = lower ? limit : drawn;
        return found(Reader.PARTNER, at, latitude ? box(-180, from, 180, to) : box(from, -90, to, 90)) > 0;
    }

    private static String box(double west, double south, double east, double north) {
        return String.format(Locale.ROOT, "%.12f,%.12f,%.12f,%.12f", west, south, east, north);
    }

    private static int found(Reader reader, Installation at, String box) {
        Response answer = reader.request()
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("bbox", box)
                .queryParam("withTotal", true)
                .get(INCIDENTS);
        int found = answer.then().statusCode(200).extract().path("total");
        assertEquals(found, answer.<List<?>>path("items").size());
        return found;
    }

    private static String rows(Reader reader, Installation at, String format) {
        Response answer = reader.request()
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("format", format)
                .get(INCIDENTS);
        return Reads.text(answer);
    }

    /** Without what every revision changes. */
    private static String unrevised(String answer) {
        return answer.replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "<instant>")
                .replaceAll("\"revision\":(\\{[^}]*}|\\d)", "<revision>")
                .replaceAll(",p-1,[12],", ",p-1,<revision>,")
                .replaceAll("<c r=\"[A-Z]+[0-9]+\"[^>]*><v>([12]|[0-9.]{9,})</v></c>", "<revision>");
    }

    private static String crafted(Installation at, String knownAt, String sort, String place) {
        Response answer = given().queryParam("ceasefire", at.ceasefire)
                .queryParam("sort", sort)
                .queryParam("knownAt", knownAt)
                .queryParam("cursor", encoded(place))
                .get(INCIDENTS);
        return answer.then().statusCode(400).extract().asString();
    }

    private static String encoded(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
    }

    private static String written(RequestSpecification request, String id, String path, String ifMatch, String body) {
        RequestSpecification sent = request.contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(body);
        return refused(path.isEmpty() ? sent.put(INCIDENTS + "/" + id) : sent.post(INCIDENTS + "/" + id + path))
                .replace(id, "<id>");
    }

    private static String refused(Response answer) {
        assertTrue(Set.of(401, 403).contains(answer.statusCode()), answer.asString());
        Set<String> headers = new LinkedHashSet<>();
        answer.headers().forEach(header -> headers.add(header.getName() + "=" + header.getValue()));
        headers.removeIf(header -> header.startsWith("Date=")
                || header.startsWith("date=")
                || header.toLowerCase(Locale.ROOT).startsWith("content-length"));
        return answer.statusCode() + " " + headers + answer.asString();
    }

    private static Response imported(String csv, String query) {
        Response answer = contributor()
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post(INCIDENTS + "/imports?wait=30&" + query);
        assertEquals("SUCCEEDED", answer.path("job.status"), answer.asString());
        return answer;
    }
}
