package org.humdash.humanitarian.alert;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.alert.Alerts.cap;
import static org.humdash.humanitarian.alert.Alerts.gdacs;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class AlertResourceTest {

    private static final String ALERTS = "/api/v1/alerts";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @Test
    void anAlertIsRecordedOnceAndShownAsItWasIssued() {
        String file = cap(
                "once@example.org",
                "once-1",
                "<polygon>31.2,34.1 31.2,34.7 31.7,34.7 31.2,34.1</polygon>"
                        + "<geocode><valueName>P-code</valueName><value>PS0275</value></geocode>");
        String id = recorded(file);
        String report = post(file).statusCode(200).extract().asString();
        assertEquals("""
                {"dryRun":false,"alertsRead":1,"created":0,"revised":0,"unchanged":1,"refused":0,\
                "alerts":[{"sender":"once@example.org","identifier":"once-1","id":"%s","result":"UNCHANGED"}],\
                "problems":[]}""".formatted(id), report);
        String answer = given().queryParam("asOf", "2025-12-11")
                .get(ALERTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .extract()
                .asString()
                .replaceAll("\"recordedAt\":\"[^\"]*\"", "\"recordedAt\":\"T\"");
        assertEquals("""
                {"id":"%s","format":"CAP","sender":"once@example.org","identifier":"once-1",\
                "sent":"2025-12-10T04:00:00Z","status":"ACTUAL","messageType":"ALERT","scope":"PUBLIC","note":null,\
                "references":[],"standing":"ACTIVE","replacedBy":null,"type":"STORM","glide":null,"hazards":[],\
                "begins":"2025-12-10T22:00:00Z","ends":"2025-12-12T22:00:00Z",\
                "bbox":{"lonMin":34.1,"lonMax":34.7,"latMin":31.2,"latMax":31.7},\
                "areas":["PS02","PS0260","PS0265","PS0270","PS0275"],"countries":[],"url":null,\
                "infos":[{"language":"en","categories":["Met"],"event":"Storm","eventCodes":[],"responseTypes":[],\
                "urgency":"EXPECTED","severity":"SEVERE","certainty":"LIKELY","effective":null,\
                "onset":"2025-12-10T22:00:00Z","expires":"2025-12-12T22:00:00Z","senderName":null,\
                "headline":"Storm expected","description":null,"instruction":null,"web":null,\
                "areas":[{"description":"Coast","polygons":[[{"lat":31.2,"lon":34.1},{"lat":31.2,"lon":34.7},\
                {"lat":31.7,"lon":34.7},{"lat":31.2,"lon":34.1}]],"circles":[],\
                "geocodes":[{"name":"P-code","value":"PS0275"}]}]}],"gdacs":null,"sensitivity":"LOW",\
                "revision":{"number":1,"recordedAt":"T","supersededAt":null,"reason":"NEW"}}""".formatted(id), answer);
    }

    @Test
    void theSameIdentifierWithOtherWordsIsTheNextRevision() {
        String file = cap("revise@example.org", "r-1", "");
        String id = recorded(file);
        String before = given().get(ALERTS + "/" + id).path("revision.recordedAt");
        post(file.replace("Storm expected", "Storm is here"))
                .body("revised", is(1))
                .body("alerts.id", equalTo(List.of(id)));
        given().get(ALERTS + "/" + id)
                .then()
                .body("infos[0].headline", equalTo("Storm is here"))
                .body("revision.reason", equalTo("UPDATE"));
        given().queryParam("knownAt", before)
                .get(ALERTS + "/" + id)
                .then()
                .body("infos[0].headline", equalTo("Storm expected"))
                .body("revision.supersededAt", nullValue());
        given().get(ALERTS + "/" + id + "/revisions")
                .then()
                .body("revisions.revision.number", equalTo(List.of(1, 2)))
                .body("revisions.infos.headline.flatten()", equalTo(List.of("Storm expected", "Storm is here")));
    }

    @Test
    void anUpdateAndACancellationTakeThePlaceOfTheirSendersAlertsFromTheDayTheyWereSent() {
        String first = recorded(cap("chain@example.org", "c-1", ""));
        String update = recorded(message("chain@example.org", "c-2", "Update", "2025-12-11", "c-1"));
        recorded(message("other-chain@example.org", "c-9", "Cancel", "2025-12-11", "c-2")
                .replace("other-chain@example.org,c-2", "chain@example.org,c-2"));
        assertEquals("COMING", standing(first, "2025-12-10"));
        assertEquals("UPDATED", standing(first, "2025-12-11"));
        assertEquals("ACTIVE", standing(update, "2025-12-12"));
        given().get(ALERTS + "/" + first).then().body("replacedBy.id", equalTo(update));

        String cancel = recorded(message("chain@example.org", "c-3", "Cancel", "2025-12-12", "c-2"));
        assertEquals("ACTIVE", standing(update, "2025-12-11"));
        assertEquals("CANCELLED", standing(update, "2025-12-12"));
        assertEquals("NO_WARNING", standing(cancel, "2025-12-12"));
        assertEquals("UPDATED", standing(first, "2025-12-12"));
        given().queryParam("asOf", "2025-12-11")
                .get(ALERTS + "/" + cancel)
                .then()
                .statusCode(404);

        // A cancellation that is taken back itself cancels nothing.
        judge(cancel, 1, "{\"hazardLink\": \"GLIDE\", \"revisionReason\": \"RETRACTION\"}")
                .statusCode(200);
        assertEquals("ACTIVE", standing(update, "2025-12-12"));
        given().get(ALERTS + "/" + cancel).then().statusCode(404);
    }

    @Test
    void theListOfWhatIsInForceIsWhatStandsAsActive() {
        String sender = "force@example.org";
        recorded(cap(sender, "f-1", ""));
        recorded(message(sender, "f-2", "Update", "2025-12-11", "f-1"));
        recorded(cap(sender, "f-3", "").replace("<expires>2025-12-13T00:00:00+02:00</expires>", ""));
        recorded(message(sender, "f-4", "Cancel", "2025-12-14", "f-3"));
        recorded(cap(sender, "f-5", "").replace("<status>Actual", "<status>Test"));
        // One that ends before it begins is never in force.
        recorded(cap(sender, "f-6", "").replace("<expires>2025-12-13", "<expires>2025-12-09"));
        List<String> inForce = new ArrayList<>();
        for (int day = 9; day <= 15; day++) {
            String asOf = "2025-12-%02d".formatted(day);
            List<String> active = given().queryParam("sender", sender)
                    .queryParam("asOf", asOf)
                    .get(ALERTS)
                    .path("items.findAll { it.standing == 'ACTIVE' }.identifier");
            List<String> others = given().queryParam("sender", sender)
                    .queryParam("asOf", asOf)
                    .get(ALERTS)
                    .path("items.findAll { it.standing != 'ACTIVE' }.identifier");
            assertEquals(active, listed(sender, "active", "true", "asOf", asOf));
            assertEquals(others, listed(sender, "active", "false", "asOf", asOf));
            inForce.add(day + " " + String.join(" ", active.stream().sorted().toList()));
        }
        assertEquals(List.of("9 ", "10 ", "11 f-2 f-3", "12 f-2 f-3", "13 f-3", "14 ", "15 "), inForce);
    }

    @Test
    void messagesThatReplaceEachOtherAreSettledByTheirTime() {
        String first = recorded(message("ring@example.org", "g-1", "Update", "2025-12-11", "g-2"));
        String second = recorded(message("ring@example.org", "g-2", "Update", "2025-12-12", "g-1"));
        assertEquals("UPDATED", standing(first, "2025-12-12"));
        assertEquals("ACTIVE", standing(second, "2025-12-12"));
    }

    @Test
    void anExerciseCancelsNoActualAlert() {
        String alert = recorded(cap("drill@example.org", "d-1", ""));
        recorded(message("drill@example.org", "d-2", "Cancel", "2025-12-11", "d-1")
                .replace("<status>Actual", "<status>Exercise"));
        assertEquals("ACTIVE", standing(alert, "2025-12-11"));
    }

    @Test
    void aLaterEpisodeOfGdacsTakesThePlaceOfAnEarlierOne() {
        String second = recorded(gdacs(880_001, 2, ""));
        String first = recorded(gdacs(880_001, 1, ""));
        recorded(gdacs(880_002, 5, ""));
        assertEquals("UPDATED", standing(first, "2025-12-11"));
        assertEquals("ACTIVE", standing(second, "2025-12-11"));
        assertEquals("ENDED", standing(second, "2025-12-13"));
        given().get(ALERTS + "/" + second)
                .then()
                .body("sender", equalTo("GDACS"))
                .body("identifier", equalTo("TC880001-2"))
                .body("gdacs.alertLevel", equalTo("ORANGE"))
                .body("infos[0].severity", nullValue());
    }

    @Test
    void aListIsFilteredAndGoneThroughPageByPage() {
        String sender = "list@example.org";
        for (int i = 1; i <= 5; i++) {
            recorded(cap(
                            sender,
                            "l-" + i,
                            "<geocode><valueName>P</valueName><value>PS0" + (i < 4 ? 1 : 2) + "</value></geocode>")
                    .replace("<event>Storm", i == 2 ? "<event>Flood" : "<event>Storm")
                    .replace("T06:00:00+02:00", "T0" + i + ":00:00+02:00")
                    .replace(
                            "2025-12-13T00:00:00+02:00",
                            i == 1 ? "2025-12-12T00:00:00+02:00" : "2025-12-13T00:00:00+02:00"));
        }
        assertEquals(List.of("l-5", "l-4", "l-3", "l-2", "l-1"), listed(sender));
        assertEquals(List.of("l-2"), listed(sender, "type", "FLOOD"));
        assertEquals(List.of("l-5", "l-4"), listed(sender, "area", "PS02"));
        // What is for the Strip is for each part of it.
        assertEquals(List.of("l-5", "l-4"), listed(sender, "area", "PS0260"));
        assertEquals(List.of("l-5", "l-4", "l-3", "l-2", "l-1"), listed(sender, "area", "PS"));
        assertEquals(List.of(), listed(sender, "hazard", "STORM-NOWHERE"));
        assertEquals(List.of(), listed(sender, "asOf", "2025-12-09"));
        assertEquals(List.of(), listed(sender, "active", "true", "asOf", "2025-12-10"));
        assertEquals(
                List.of("l-5", "l-4", "l-3", "l-2", "l-1"), listed(sender, "active", "true", "asOf", "2025-12-11"));
        assertEquals(List.of("l-5", "l-4", "l-3", "l-2"), listed(sender, "active", "true", "asOf", "2025-12-12"));
        assertEquals(List.of("l-1"), listed(sender, "active", "false", "asOf", "2025-12-12"));
        assertEquals(List.of(), listed(sender, "knownAt", "2020-01-01T00:00:00Z"));

        List<String> paged = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            var request = given().queryParam("sender", sender).queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(ALERTS);
            paged.addAll(page.path("items.identifier"));
            cursor = page.path("nextCursor");
            pages++;
        } while (cursor != null);
        assertEquals(List.of("l-5", "l-4", "l-3", "l-2", "l-1"), paged);
        assertEquals(3, pages);
    }

    @ParameterizedTest
    @CsvSource({
        "area, PS99",
        "type, BREEZE",
        "limit, 0",
        "limit, 201",
        "active, perhaps",
        "cursor, x",
        "asOf, soon",
        "knownAt, soon"
    })
    void aParameterThatCannotBeReadIsAProblem(String parameter, String value) {
        given().queryParam(parameter, value)
                .get(ALERTS)
                .then()
                .statusCode(not(200))
                .contentType("application/problem+json");
    }

    @Test
    void anAlertIsLinkedToTheHazardOfItsGlideNumberOrByHand() {
        hazard("STORM-GLIDED", "ST-2025-000801-PSE");
        hazard("STORM-HANDED", "ST-2025-000802-PSE");
        String file =
                cap("link@example.org", "k-1", "").replace("<info>", "<incidents>ST-2025-000801-PSE</incidents><info>");
        String id = recorded(file);
        given().get(ALERTS + "/" + id)
                .then()
                .body("glide", equalTo("ST-2025-000801-PSE"))
                .body("hazards.code", equalTo(List.of("STORM-GLIDED")))
                .body("hazards.linkedBy", equalTo(List.of("GLIDE")));
        assertEquals(List.of("k-1"), listed("link@example.org", "hazard", "STORM-GLIDED"));

        judge(id, 1, "{\"hazardLink\": \"BY_HAND\", \"hazard\": \"STORM-HANDED\", \"revisionReason\": \"CORRECTION\"}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("hazards.code", equalTo(List.of("STORM-HANDED")))
                .body("hazards.linkedBy", equalTo(List.of("BY_HAND")))
                .body("revision.reason", equalTo("CORRECTION"));
        assertEquals(List.of(), listed("link@example.org", "hazard", "STORM-GLIDED"));
        assertEquals(List.of("k-1"), listed("link@example.org", "hazard", "STORM-HANDED"));

        // The same file again does not undo it, nor does another wording.
        post(file).body("unchanged", is(1));
        post(file.replace("Storm expected", "Storm is here")).body("revised", is(1));
        judge(id, 3, "{\"hazardLink\": \"BY_HAND\", \"hazard\": \"STORM-HANDED\", \"revisionReason\": \"UPDATE\"}")
                .statusCode(200)
                .header("ETag", "\"3\"");
        judge(id, 3, "{\"hazardLink\": \"BY_HAND\", \"revisionReason\": \"CORRECTION\"}")
                .statusCode(200)
                .body("hazards", equalTo(List.of()));
    }

    @Test
    void aHazardRecordedAfterTheAlertIsLinkedToo() {
        String id = recorded(cap("later@example.org", "t-1", "")
                .replace("<info>", "<incidents>ST-2025-000803-PSE</incidents><info>"));
        given().get(ALERTS + "/" + id).then().body("hazards", equalTo(List.of()));
        hazard("STORM-LATER", "ST-2025-000803-PSE");
        given().get(ALERTS + "/" + id).then().body("hazards.code", equalTo(List.of("STORM-LATER")));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"*", "2", "\"x\""})
    void aJudgementThatNamesNoRevisionIsRefused(String ifMatch) {
        String id = recorded(cap("nomatch@example.org", "n-" + ifMatch, ""));
        var request = contributor()
                .contentType(ContentType.JSON)
                .body("{\"hazardLink\": \"BY_HAND\", \"revisionReason\": \"CORRECTION\"}");
        (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(ALERTS + "/" + id)
                .then()
                .statusCode(428)
                .body("type", equalTo("urn:humdash:problem:revision-required"));
    }

    @Test
    void aJudgementHoldsTogetherAndMeetsTheCurrentRevision() {
        String id = recorded(cap("judge@example.org", "j-1", ""));
        String good = "{\"hazardLink\": \"BY_HAND\", \"revisionReason\": \"CORRECTION\"}";
        judge(id, 7, good).statusCode(412).body("type", equalTo("urn:humdash:problem:revision-superseded"));
        judge(id, 1, good.replace("BY_HAND", "GLIDE").replace("}", ", \"hazard\": \"STORM-X\"}"))
                .statusCode(400);
        judge(id, 1, good.replace("}", ", \"hazard\": \"STORM-X\"}"))
                .statusCode(400)
                .body("detail", containsString("STORM-X"));
        judge(id, 1, good.replace("CORRECTION", "MERGE")).statusCode(400);
        judge("00000000-0000-7000-8000-000000000000", 1, good).statusCode(404);
        judge(id, 1, good.replace("CORRECTION", "RETRACTION"))
                .statusCode(200)
                .body("revision.reason", equalTo("RETRACTION"));
        judge(id, 2, good).statusCode(409);
        // What was retracted stays so until its sender says something else.
        String file = cap("judge@example.org", "j-1", "");
        post(file).body("unchanged", is(1));
        given().get(ALERTS + "/" + id).then().statusCode(404);
        post(file.replace("Storm expected", "Storm again")).body("revised", is(1));
        given().get(ALERTS + "/" + id).then().statusCode(200);
    }

    @Test
    void ofAFeedTheGoodAlertsAreRecordedAndTheOthersRefusedWithTheirPlace() {
        String feed = "{\"type\": \"FeatureCollection\", \"features\": [" + gdacs(880_011, 1, "") + ",\n"
                + gdacs(880_012, 1, "").replace("Orange", "Purple") + "]}";
        post(feed)
                .statusCode(200)
                .body("alertsRead", is(2))
                .body("created", is(1))
                .body("refused", is(1))
                .body("problems.code", equalTo(List.of("UNKNOWN_VALUE")))
                .body("problems.element", equalTo(List.of("alertlevel")))
                .body("problems.line", equalTo(List.of(10)));
        post(cap("bad@example.org", "b-1", "").replace("<status>Actual", "<status>Real"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:humdash:problem:invalid-body"))
                .body("errors.line", equalTo(List.of(6)));
    }

    @Test
    void aFileThatIsHostileIsAProblemThatSaysWhere() {
        post(cap("evil@example.org", "e-1", "")
                        .replace("<alert", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<alert")
                        .replace("Coast", "&x;"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:humdash:problem:unreadable-alert"))
                .body("code", equalTo("UNSAFE_FILE"))
                .body("line", is(2))
                .body("detail", containsString("document type"));
        contributor()
                .contentType("application/zip")
                .body("PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1))
                .post(ALERTS)
                .then()
                .statusCode(400)
                .body("code", equalTo("UNSAFE_FILE"));
        assertEquals(List.of(), listed("evil@example.org"));
    }

    @Test
    void theLongestKeysOfTheWidestLettersAreRecorded() {
        String sender = letters(1);
        String id = recorded(cap(sender, letters(2), "")
                .replace("<msgType>Alert", "<msgType>Update")
                .replace(
                        "<info>",
                        "<references>" + sender + "," + letters(3) + ",2025-12-10T06:00:00Z</references><info>"));
        given().get(ALERTS + "/" + id).then().body("sender", equalTo(sender));
    }

    /** Three hundred UTF-16 units of letters that take four bytes each in pairs, and do not repeat so that they compress. */
    private static String letters(int seed) {
        StringBuilder text = new StringBuilder();
        new Random(seed).ints(150, 0x20000, 0x2A6DF).forEach(text::appendCodePoint);
        return text.toString();
    }

    @Test
    void aDryRunSaysTheSameAndWritesNothing() {
        contributor()
                .contentType("application/cap+xml")
                .queryParam("dryRun", true)
                .body(cap("dry@example.org", "y-1", ""))
                .post(ALERTS)
                .then()
                .statusCode(200)
                .body("dryRun", is(true))
                .body("created", is(1))
                .body("alerts.id", equalTo(Arrays.asList((Object) null)));
        assertEquals(List.of(), listed("dry@example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/cap+xml", "application/xml", "text/xml", "application/rss+xml", "text/plain"})
    void theContentTellsWhatAFileIsAndNotItsType(String type) {
        contributor()
                .contentType(type)
                .body(cap("typed@example.org", type, ""))
                .post(ALERTS)
                .then()
                .statusCode(200)
                .body("created", is(1));
    }

    @Test
    void whoHasNoKeyRecordsAndJudgesNothing() {
        given().contentType("application/xml")
                .body(cap("nokey@example.org", "o-1", ""))
                .post(ALERTS)
                .then()
                .statusCode(401);
        given().contentType(ContentType.JSON)
                .body("{}")
                .put(ALERTS + "/00000000-0000-7000-8000-000000000000")
                .then()
                .statusCode(401);
        assertEquals(List.of(), listed("nokey@example.org"));
    }

    @Test
    void theFilesOfOthersAreRecordedOnceEach() {
        for (String name : new String[] {
            "cap/australia.cap",
            "cap/canada.cap",
            "cap/weather.cap",
            "gdacs/georss-gdacs-1.xml",
            "gdacs/tc-1001253-event.json"
        }) {
            byte[] file = SharedData.file(name);
            int alerts = name.endsWith(".xml") ? 4 : 1;
            post(file).statusCode(200).body("created", is(alerts)).body("refused", is(0));
            post(file).statusCode(200).body("unchanged", is(alerts));
        }
        given().queryParam("sender", "cap@ec.gc.ca")
                .queryParam("asOf", "2012-05-03")
                .get(ALERTS)
                .then()
                .body("items.infos.language.flatten()", equalTo(List.of("en-CA", "fr-CA")))
                .body("items.standing", equalTo(List.of("ACTIVE")));
        given().queryParam("sender", "GDACS")
                .queryParam("type", "DROUGHT")
                .get(ALERTS)
                .then()
                .body("items.identifier", hasItem("DR1013682-1"));
    }

    @Test
    void dashboardsSeeWhatIsInForce() throws SQLException {
        String begun = "<onset>2025-12-11T00:00:00+02:00";
        String end = "<expires>2025-12-13T00:00:00+02:00";
        String open = cap("board@example.org", "s-1", "").replace(end, "<expires>2099-12-13T00:00:00+02:00");
        recorded(open);
        recorded(open.replace(">s-1<", ">s-2<").replace(begun, "<onset>2099-01-01T00:00:00+02:00"));
        recorded(cap("board@example.org", "s-3", ""));
        recorded(open.replace(">s-1<", ">s-4<")
                .replace("Alert</msg", "Update</msg")
                .replace("2025-12-10T06", "2025-12-10T07")
                .replace("<info>", "<references>board@example.org,s-3,2025-12-10T06:00:00+02:00</references><info>"));
        recorded(open.replace(">s-1<", ">s-5<").replace("<status>Actual", "<status>Test"));
        assertEquals(
                List.of("s-1 STORM Storm SEVERE Coast", "s-4 STORM Storm SEVERE Coast"),
                reported(
                        "select concat_ws(' ', identifier, type, event, severity, array_to_string(area_descriptions, ','))"
                                + " from reporting.active_alert where sender = 'board@example.org' order by identifier"));
        assertEquals(
                List.of("s-1", "s-2", "s-3", "s-4", "s-5"),
                reported("select identifier from reporting.alert where sender = 'board@example.org' order by 1"));
    }

    private List<String> reported(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(database, PostgresResource.READER, PostgresResource.PASSWORD);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** A message of another type that names an earlier one, sent at six in the morning. */
    private static String message(String sender, String identifier, String type, String day, String earlier) {
        return cap(sender, identifier, "")
                .replace("<msgType>Alert", "<msgType>" + type)
                .replace("<sent>2025-12-10", "<sent>" + day)
                .replace(
                        "<info>",
                        "<references>" + sender + "," + earlier + ",2025-12-10T06:00:00+02:00</references><info>");
    }

    private static String recorded(String file) {
        return post(file)
                .statusCode(200)
                .body("created", is(1))
                .body("refused", is(0))
                .extract()
                .path("alerts[0].id");
    }

    private static ValidatableResponse post(String file) {
        return post(file.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse post(byte[] file) {
        return contributor()
                .contentType("application/octet-stream")
                .body(file)
                .post(ALERTS)
                .then();
    }

    private static ValidatableResponse judge(String id, int revision, String body) {
        return contributor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + revision + "\"")
                .body(body)
                .put(ALERTS + "/" + id)
                .then();
    }

    private static String standing(String id, String asOf) {
        return given().queryParam("asOf", asOf).get(ALERTS + "/" + id).path("standing");
    }

    private static List<String> listed(String sender, String... parameters) {
        var request = given().queryParam("sender", sender);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get(ALERTS).then().statusCode(200).extract().path("items.identifier");
    }

    private static void hazard(String code, String glide) {
        contributor()
                .contentType(ContentType.JSON)
                .body("""
                        {"code": "%s", "type": "STORM", "name": {"en": "Storm"}, "glide": "%s", "start": "2025-12-10",
                         "areas": ["PS02"], "source": "OFFICE_ALERT"}""".formatted(code, glide))
                .post("/api/v1/hazards")
                .then()
                .statusCode(201);
    }
}
