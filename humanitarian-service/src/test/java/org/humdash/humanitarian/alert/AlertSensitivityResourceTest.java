package org.humdash.humanitarian.alert;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;
import static org.humdash.humanitarian.Installation.partner;
import static org.humdash.humanitarian.Installation.staff;
import static org.humdash.humanitarian.alert.Alerts.cap;
import static org.humdash.humanitarian.alert.Alerts.gdacs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everything that can be asked of alerts, hazards and impacts is asked twice: before records beyond the caller's clearance
 * exist, and after. Not a byte of any answer may differ, of whatever instant is asked.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class AlertSensitivityResourceTest {

    private static final String END_OF_TIME = "2090-01-01T00:00:00Z";
    private static final String OBSERVATIONS =
            "indicator,area,originator,reference,value,valid_from,valid_to,sensitivity,hazard\n";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    private enum Reader {
        PUBLIC,
        PARTNER,
        STAFF;

        RequestSpecification request() {
            return switch (this) {
                case PUBLIC -> given();
                case PARTNER -> partner();
                case STAFF -> staff();
            };
        }
    }

    /** One set of records that no other test touches. */
    private record Scene(String name, String sender, String glide, long event, Installation at) {

        static Scene named(String name, int number) {
            return new Scene(
                    name,
                    name.toLowerCase() + "@example.org",
                    "ST-2025-0009%02d-PSE".formatted(number),
                    900_000L + number,
                    Installation.named("SENS" + name));
        }

        String hazard(String suffix) {
            return "STORM-" + name + "-" + suffix;
        }

        String alert(String identifier, String more) {
            return cap(sender, name + identifier, "<geocode><valueName>P</valueName><value>PS0260</value></geocode>")
                    .replace("<info>", more + "<incidents>" + glide + "</incidents><info>");
        }

        /** A message that would take the place of the visible alert. */
        String cancellation() {
            return alert(
                            "-hidden",
                            "<references>" + sender + "," + name + "-seen,2025-12-10T06:00:00+02:00</references>")
                    .replace("<msgType>Alert", "<msgType>Cancel")
                    .replace("T06:00:00", "T07:00:00");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ONE, 1, LOW, MODERATE, PUBLIC",
        "TWO, 2, HIGH, HIGH, PUBLIC PARTNER",
        "THREE, 3, LOW, HIGH, PUBLIC PARTNER",
        "FOUR, 4, LOW, SEVERE, PUBLIC PARTNER STAFF"
    })
    void whatIsHiddenChangesNoAnswerOfThoseItIsHiddenFrom(
            String name, int number, String begins, String level, String readers) throws SQLException {
        Scene scene = Scene.named(name, number);
        hazard(scene, "SEEN", scene.glide, "LOW");
        String seen = post(scene.alert("-seen", ""), "LOW");
        String episode = post(gdacs(scene.event, 1, ""), "LOW");
        observe(scene, "o1", "LOW", scene.hazard("SEEN"));
        // An alert that the hidden hazard has the GLIDE number of, and one linked to nothing.
        List<String> ids = List.of(seen, episode);

        Map<Reader, Map<String, String>> before = new HashMap<>();
        Map<Reader, Map<String, String>> beforeNow = new HashMap<>();
        List<Reader> asking =
                List.of(readers.split(" ")).stream().map(Reader::valueOf).toList();
        for (Reader reader : asking) {
            before.put(reader, answers(reader, scene, ids, END_OF_TIME));
            beforeNow.put(reader, answers(reader, scene, ids, null));
        }
        List<String> views = views(scene);

        List<String> instants = new ArrayList<>();
        String hidden = post(scene.cancellation(), begins);
        String laterEpisode = post(gdacs(scene.event, 2, ""), begins);
        hazard(scene, "HIDDEN", scene.glide, begins);
        observe(scene, "o2", begins, scene.hazard("SEEN"));
        instants.add(staff().get("/api/v1/alerts/" + hidden).path("revision.recordedAt"));
        instants.add(staff().get("/api/v1/hazards/" + scene.hazard("HIDDEN")).path("revision.recordedAt"));
        if (!begins.equals(level)) {
            raise(hidden, level);
            raise(laterEpisode, level);
            raiseHazard(scene, "HIDDEN", level);
            observe(scene, "o2", level, scene.hazard("SEEN"));
        }

        for (Reader reader : asking) {
            assertSame(before.get(reader), answers(reader, scene, ids, END_OF_TIME), reader + " of " + level);
            assertSame(beforeNow.get(reader), answers(reader, scene, ids, null), reader + " now");
            for (String instant : instants) {
                assertSame(beforeNow.get(reader), answers(reader, scene, ids, instant), reader + " at " + instant);
            }
            assertSame(
                    about(reader, "00000000-0000-7000-8000-000000000000", scene.hazard("NOBODY")),
                    about(reader, hidden, scene.hazard("HIDDEN")),
                    reader + " about the hidden");
        }
        if (!level.equals("MODERATE")) {
            assertEquals(views, views(scene));
        }
    }

    @Test
    void aHazardThatIsHiddenIsNotNamedByTheFiguresAboutIt() {
        Scene scene = Scene.named("NAMED", 11);
        hazard(scene, "RAISED", scene.glide, "LOW");
        observe(scene, "o1", "LOW", scene.hazard("RAISED"));
        assertEquals(List.of("o1"), about(scene, given()));
        raiseHazard(scene, "RAISED", "HIGH");
        assertEquals(List.of(), about(scene, given()));
        assertEquals(List.of(), about(scene, partner()));
        assertEquals(List.of("o1"), about(scene, staff()));
        given().queryParam("originator", scene.at.office)
                .get("/api/v1/observations")
                .then()
                .body("items.size()", is(1))
                .body("items[0].hazard", nullValue());
        given().queryParam("area", "PS0275")
                .queryParam("indicator", scene.at.indicator)
                .get("/api/v1/headlines")
                .then()
                .body("items[0].claims[0].hazard", nullValue());
        series(scene, given()).body("series.size()", is(1)).body("series[0].hazard", nullValue());
        series(scene, given().queryParam("hazard", scene.hazard("RAISED"))).body("series.size()", is(0));
        series(scene, staff().queryParam("hazard", scene.hazard("RAISED")))
                .body("series.hazard", equalTo(List.of(scene.hazard("RAISED"))));
        staff().queryParam("originator", scene.at.office)
                .get("/api/v1/observations")
                .then()
                .body("items[0].hazard", equalTo(scene.hazard("RAISED")));
    }

    @Test
    void anAlertThatIsNotForEverybodyIsNotShownToEverybody() {
        Scene scene = Scene.named("SCOPE", 12);
        String id = post(scene.alert("-x", "").replace("<scope>Public", "<scope>Restricted"), null);
        given().get("/api/v1/alerts/" + id).then().statusCode(404);
        partner().get("/api/v1/alerts/" + id).then().statusCode(404);
        staff().get("/api/v1/alerts/" + id).then().statusCode(200).body("sensitivity", equalTo("HIGH"));
    }

    @Test
    void whatIsLoweredComesBackButNotTheRevisionThatWasHidden() {
        Scene scene = Scene.named("LOWERED", 13);
        String id = post(scene.alert("-x", ""), "HIGH");
        raise(id, "LOW");
        given().get("/api/v1/alerts/" + id).then().statusCode(200);
        given().get("/api/v1/alerts/" + id + "/revisions")
                .then()
                .body("revisions.revision.number", equalTo(List.of(2)));
    }

    private static List<String> about(Scene scene, RequestSpecification request) {
        return request.queryParam("hazard", scene.hazard("RAISED"))
                .get("/api/v1/observations")
                .path("items.reference");
    }

    /** The answer to every question, by the question; of no instant in particular, the echo of it is blotted out. */
    private static Map<String, String> answers(Reader reader, Scene scene, List<String> ids, String knownAt) {
        Map<String, String> answers = new LinkedHashMap<>();
        List<Map<String, String>> lists = List.of(
                Map.of("sender", scene.sender),
                Map.of("sender", scene.sender, "limit", "1"),
                Map.of("sender", scene.sender, "active", "true"),
                Map.of("sender", scene.sender, "active", "false"),
                Map.of("sender", scene.sender, "type", "STORM"),
                Map.of("sender", scene.sender, "area", "PS02"),
                Map.of("hazard", scene.hazard("SEEN")),
                Map.of("hazard", scene.hazard("HIDDEN")));
        for (String asOf : new String[] {"2025-12-09", "2025-12-11", "2025-12-31"}) {
            Map<String, String> time = new HashMap<>(Map.of("asOf", asOf));
            if (knownAt != null) {
                time.put("knownAt", knownAt);
            }
            lists.forEach(query -> ask(reader, "/api/v1/alerts", query, time, answers));
            for (String id : ids) {
                ask(reader, "/api/v1/alerts/" + id, Map.of(), time, answers);
                ask(reader, "/api/v1/alerts/" + id + "/revisions", Map.of(), time, answers);
            }
            ask(reader, "/api/v1/hazards", Map.of(), time, answers);
            for (String path : new String[] {"", "/revisions", "/impacts"}) {
                ask(reader, "/api/v1/hazards/" + scene.hazard("SEEN") + path, Map.of(), time, answers);
                ask(reader, "/api/v1/hazards/" + scene.hazard("HIDDEN") + path, Map.of(), time, answers);
            }
            ask(reader, "/api/v1/observations", Map.of("hazard", scene.hazard("SEEN")), time, answers);
            ask(reader, "/api/v1/observations", Map.of("hazard", scene.hazard("HIDDEN")), time, answers);
        }
        long good = answers.values().stream()
                .filter(answer -> answer.startsWith("200 "))
                .count();
        assertTrue(good > 30, good + " answers to compare");
        return answers;
    }

    /** All answers about one record, with its names blotted out. */
    private static Map<String, String> about(Reader reader, String id, String hazard) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path : new String[] {"/api/v1/alerts/" + id, "/api/v1/hazards/" + hazard}) {
            for (String more : new String[] {"", "/revisions", "/impacts"}) {
                answers.put(
                        path.replace(id, "<id>").replace(hazard, "<code>") + more,
                        answer(reader.request().get(path + more))
                                .replace(id, "<id>")
                                .replace(hazard, "<code>"));
            }
        }
        return answers;
    }

    private static void ask(
            Reader reader,
            String path,
            Map<String, String> query,
            Map<String, String> time,
            Map<String, String> answers) {
        Response response =
                reader.request().queryParams(query).queryParams(time).get(path);
        answers.put(path + " " + new TreeMap<>(query) + " " + time.get("asOf"), answer(response));
    }

    private static String answer(Response response) {
        String headers = response.getHeaders().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("content-length"))
                // A link to another page asks about the same instant; that is what the question said.
                .map(header ->
                        header.toString().replaceAll("knownAt=[^&>]*&?", "").replaceAll("[?&]>", ">"))
                .sorted()
                .toList()
                .toString();
        return response.statusCode() + " " + headers
                + response.asString().replaceAll("\"knownAt\":\"[^\"]*\"", "\"knownAt\":<>");
    }

    private static void assertSame(Map<String, String> before, Map<String, String> after, String who) {
        Map<String, String> changed = new HashMap<>();
        before.forEach((question, answer) -> {
            if (!answer.equals(after.get(question))) {
                changed.put(question, answer + "\n --- became ---\n" + after.get(question));
            }
        });
        assertEquals(Map.of(), changed, who + ": " + changed.size() + " of " + before.size() + " answers changed");
        assertEquals(before.keySet(), after.keySet(), who);
    }

    /** Every row of the views that is about the scene. */
    private List<String> views(Scene scene) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection =
                DriverManager.getConnection(database, PostgresResource.READER, PostgresResource.PASSWORD)) {
            for (String view : new String[] {"alert", "active_alert", "hazard", "observation"}) {
                try (ResultSet row = connection
                        .createStatement()
                        .executeQuery("select to_jsonb(v)::text from reporting." + view + " v order by 1")) {
                    while (row.next()) {
                        rows.add(view + " " + row.getString(1));
                    }
                }
            }
        }
        return rows.stream()
                .filter(row -> row.contains(scene.name) || row.contains("TC" + scene.event))
                .toList();
    }

    /** Records an alert and returns its id. */
    private static String post(String file, String sensitivity) {
        RequestSpecification request =
                contributor().contentType("application/octet-stream").body(file.getBytes(StandardCharsets.UTF_8));
        return (sensitivity == null ? request : request.queryParam("sensitivity", sensitivity))
                .post("/api/v1/alerts")
                .then()
                .statusCode(200)
                .body("created", is(1))
                .extract()
                .path("alerts[0].id");
    }

    private static void raise(String id, String level) {
        contributor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"hazardLink\": \"GLIDE\", \"sensitivity\": \"%s\", \"revisionReason\": \"RECLASSIFICATION\"}"
                        .formatted(level))
                .put("/api/v1/alerts/" + id)
                .then()
                .statusCode(200);
    }

    private static void hazard(Scene scene, String suffix, String glide, String sensitivity) {
        contributor()
                .contentType(ContentType.JSON)
                .body(body(scene, suffix, glide, "\"sensitivity\": \"" + sensitivity + "\""))
                .post("/api/v1/hazards")
                .then()
                .statusCode(201);
    }

    private static void raiseHazard(Scene scene, String suffix, String level) {
        contributor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(body(
                        scene,
                        suffix,
                        scene.glide,
                        "\"sensitivity\": \"" + level + "\", \"revisionReason\": \"RECLASSIFICATION\""))
                .put("/api/v1/hazards/" + scene.hazard(suffix))
                .then()
                .statusCode(200);
    }

    private static String body(Scene scene, String suffix, String glide, String more) {
        return """
                {"code": "%s", "type": "STORM", "name": {"en": "Storm"}, "glide": "%s", "start": "2025-12-10",
                 "areas": ["PS02"], "source": "OFFICE_SCENE", %s}""".formatted(scene.hazard(suffix), glide, more);
    }

    private static void observe(Scene scene, String reference, String sensitivity, String hazard) {
        importing(OBSERVATIONS
                        + String.join(
                                ",",
                                scene.at.indicator,
                                "PS0275",
                                scene.at.office,
                                reference,
                                "5",
                                "2025-12-10",
                                reference.equals("o1") ? "2025-12-11" : "2025-12-12",
                                sensitivity,
                                hazard)
                        + "\n")
                .post("/api/v1/observations/imports")
                .then()
                .body("job.refused", is(0));
    }

    private static ValidatableResponse series(Scene scene, RequestSpecification reader) {
        return reader.queryParam("area", "PS0275")
                .get("/api/v1/indicators/" + scene.at.indicator + "/series")
                .then()
                .statusCode(200);
    }
}
