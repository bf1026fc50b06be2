package org.humdash.incident.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.incident.Installation.contributor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.humdash.incident.Installation;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImportResourceTest {

    private static final String IMPORTS = "/api/v1/incidents/imports";

    private static final String ACLED = """
            EVENT_ID_CNTY;EVENT_DATE;TIME_PRECISION;EVENT_TYPE;SUB_EVENT_TYPE;ACTOR1;INTER1;ADMIN1;ADMIN2;LOCATION;LATITUDE;LONGITUDE;GEO_PRECISION;SOURCE;NOTES;FATALITIES
            PSE1;6-Nov-25;1;Explosions/Remote violence;Air/drone strike;Military Forces of A;1;Gaza Strip;Khan Yunis;Bani Suheila;31.34;34.32;1;Wafa;A strike was reported.;2
            PSE2;7-Nov-25;1;Strategic developments;Arrests;Police Forces of A;1;Gaza Strip;Nowhere;;31.5;34.4;2;Wafa;An arrest.;0
            PSE3;someday;1;Battles;Armed clash;Group B;2;Gaza Strip;Rafah;;31.2;34.2;1;Wafa;=1+1;x
            """;

    @Test
    void anAcledExportIsRecognisedMappedAndTakenIn() {
        Installation at = Installation.named("JOBACLED");
        Map<String, Object> query = Map.of("source", at.office, "ceasefire", at.ceasefire);

        String job = send(ACLED, query)
                .statusCode(200)
                .body("job.status", is("SUCCEEDED"))
                .body("job.detected.form", is("TEXT"))
                .body("job.detected.kind", is("ACLED"))
                .body("job.detected.separator", is(";"))
                .body("job.rowsRead", is(3))
                .body("job.created", is(2))
                .body("job.refused", is(1))
                .body("job.unplaced", is(1))
                .body("firstRefused", hasSize(1))
                .body("firstRefused[0].row", is(4))
                .extract()
                .path("job.id");
        send(ACLED, query)
                .body("job.created", is(0))
                .body("job.unchanged", is(2))
                .body("job.refused", is(1));

        String refused = contributor()
                .get(IMPORTS + "/" + job + "/refused.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asString();
        List<String> lines = refused.lines().toList();
        assertEquals(2, lines.size());
        assertEquals("EVENT_ID_CNTY", lines.get(0).split(",")[0]);
        assertEquals(
                "PSE3,someday,1,Battles,Armed clash,Group B,2,Gaza Strip,Rafah,,31.2,34.2,1,Wafa,'=1+1,x,4",
                lines.get(1).substring(0, lines.get(1).indexOf(",4") + 2));

        contributor()
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("sort", "occurredFrom")
                .get("/api/v1/incidents")
                .then()
                .body("items.reference", contains("PSE1", "PSE2"))
                .body("items.type", contains("AIR_STRIKE", "ARREST"))
                .body("items[0].occurredFrom", is("2025-11-06"))
                .body("items[0].place.adm2", is("PS0270"))
                .body("items[0].place.name", is("Bani Suheila"))
                .body("items[0].figures.killed.text.en", is("2"))
                .body("items[0].reports[0].statedSource", is("Wafa"))
                .body("items[1].place.adm2", nullValue());
    }

    @Test
    void aDryRunShowsTheMappingWhichCanBeChangedSavedAndNamed() {
        Installation at = Installation.named("JOBMAPPING");
        String table = "Ref\tDate\tCategory\tDead\nx1\t06/11/2025\tAir strike\tat least 3\nx2\t25/11/2025\tArrest\t\n";
        Map<String, Object> mapping = send(
                        table, Map.of("source", at.office, "ceasefire", at.ceasefire, "dryRun", true))
                .body("job.status", is("SUCCEEDED"))
                .body("job.dryRun", is(true))
                .extract()
                .path("job.mapping");
        given().queryParam("ceasefire", at.ceasefire)
                .get("/api/v1/incidents")
                .then()
                .body("items", hasSize(0));

        contributor()
                .contentType(ContentType.JSON)
                .body(mapping)
                .put("/api/v1/incidents/import-mappings/field-office")
                .then()
                .statusCode(200)
                .body("name", is("field-office"));
        contributor().get("/api/v1/incidents/import-mappings").then().body("items.name", hasItem("field-office"));
        send(table, Map.of("mapping", "field-office")).body("job.created", is(2));
        contributor()
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("sort", "occurredFrom")
                .get("/api/v1/incidents")
                .then()
                .body("items.occurredFrom", contains("2025-11-06", "2025-11-25"))
                .body("items[0].figures.killed.text.en", is("≥ 3"));
        contributor()
                .contentType(ContentType.JSON)
                .body("{\"fields\": {\"names\": {\"columns\": [\"x\"]}}}")
                .put("/api/v1/incidents/import-mappings/bad")
                .then()
                .statusCode(400)
                .body("detail", containsString("names"));
    }

    @Test
    void whatACompleteFileLacksIsListedAndNotDeleted() {
        Installation at = Installation.named("JOBCOMPLETE");
        String header = "source,reference,ceasefire,type,occurred_from\n";
        String row = at.office + ",%s," + at.ceasefire + ",OTHER,2025-10-19\n";
        send(header + row.formatted("a") + row.formatted("b"), Map.of()).body("job.created", is(2));
        String job = send(header + row.formatted("b"), Map.of("complete", true))
                .body("job.unchanged", is(1))
                .body("job.missing", is(1))
                .extract()
                .path("job.id");
        contributor()
                .get(IMPORTS + "/" + job + "/missing.csv")
                .then()
                .statusCode(200)
                .body(containsString(",a\n"));
        given().queryParam("ceasefire", at.ceasefire)
                .get("/api/v1/incidents")
                .then()
                .body("items", hasSize(2));
    }

    @Test
    void aFileThatCannotBeReadFailsWithTheReasonAndWritesNothing() {
        Installation at = Installation.named("JOBFAILED");
        send("", Map.of()).body("job.status", is("FAILED")).body("job.failure", containsString("empty"));
        send("a,b\n1,2\n", Map.of("source", at.office))
                .body("job.status", is("FAILED"))
                .body("job.failure", containsString("ceasefire"))
                .body("job.detected.columns", contains("a", "b"));
        send("#crisis+code\nx\n", Map.of("mapping", "no-such")).statusCode(404);
        given().body("x").post(IMPORTS).then().statusCode(401);
        given().get(IMPORTS).then().statusCode(401);
    }

    @Test
    void encodingsSeparatorsAndFormsAreFoundOut() {
        Installation at = Installation.named("JOBFORMS");
        String table =
                "source,reference,ceasefire,type,occurred_from,description_ar\n%s,%s,%s,OTHER,2025-10-19,\"قصف منزل في المدينة، وسقوط عدد من الجرحى\"\n";
        for (String encoding : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256"}) {
            byte[] bytes = ((encoding.startsWith("UTF-16") ? "\uFEFF" : "")
                            + table.formatted(at.office, encoding, at.ceasefire))
                    .getBytes(Charset.forName(encoding));
            send(bytes, Map.of()).body("job.created", is(1)).body("job.detected.encoding", is(encoding));
        }
        send("""
                {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [34.3, 31.4]},
                 "properties": {"reference": "g1", "type": "ARTILLERY_SHELLING", "date": "2025/10/20"}}]}""".getBytes(StandardCharsets.UTF_8), Map.of("source", at.office, "ceasefire", at.ceasefire))
                .body("job.created", is(1))
                .body("job.detected.form", is("GEOJSON"));
        contributor()
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("text", "المنزل")
                .get("/api/v1/incidents")
                .then()
                .body("items", hasSize(4));
        contributor()
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("bbox", "34.29,31.39,34.31,31.41")
                .get("/api/v1/incidents")
                .then()
                .body("items.reference", contains("g1"));
    }

    private static ValidatableResponse send(String table, Map<String, Object> query) {
        return send(table.getBytes(StandardCharsets.UTF_8), query);
    }

    private static ValidatableResponse send(byte[] file, Map<String, Object> query) {
        return contributor()
                .contentType("application/octet-stream")
                .body(file)
                .queryParams(query)
                .queryParam("wait", 30)
                .post(IMPORTS)
                .then();
    }
}
