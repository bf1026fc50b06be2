package org.humdash.incident.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
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
import java.util.Locale;
import java.util.Map;
import org.humdash.incident.Installation;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImportResourceTest {

    private static final String IMPORTS = "/api/v1/incidents/imports";

    private static final String TABLE = """
            source,ceasefire,reference,type,occurred_from,occurred_to,local_time,date_precision,place_name,adm2,lat,lon,geo_precision,alleged_perpetrator,responsibility,killed,injured,detained,children_killed,women_killed,structures_destroyed,description_en,description_ar,stated_source,url,published_on,licence,status
            %1$s,%2$s,a,AIR_STRIKE,2025-10-19,2025-10-19,14:30,1,=Souq,PS0260,31.52347,34.44391,1,Party A,DENIED,at least 3,1–3,,1,about 2,,"He said ""stop"", twice",غارة,Press; agency,https://e.org/a?b=1,2025-10-20,CC BY,PUBLISHED
            %1$s,%2$s,b,DEMOLITION,2025-10-01,2025-10-31,,4,,PS0275,,,,,,,,more than 2,,,hundreds,-,,,,,,PUBLISHED
            %1$s,%2$s,c,OTHER,2025-10-20,2025-10-22,,2,'-quoted',,,,,,UNCLAIMED,0,fewer than 5,7,,,,,,,,,,PUBLISHED
            """;

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
                .body("job.recordedAt", notNullValue())
                .body("job.warnings", nullValue())
                .body("firstRefused", hasSize(1))
                .body("firstRefused[0].row", is(4))
                .extract()
                .path("job.id");
        send(ACLED, query)
                .body("job.recordedAt", nullValue())
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

    @Test
    void aParameterStandsInOnlyWhereTheFileSaysNothing() {
        Installation at = Installation.named("JOBDEFAULTS");
        String table = "reference,type,occurred_from,source,ceasefire\na,ARREST,2025-10-19,%s,%s\nb,,2025-10-19,,\n"
                .formatted(at.outlet, at.ceasefire);
        send(table, Map.of("source", at.office, "ceasefire", at.ceasefire, "type", "DEMOLITION"))
                .body("job.created", is(2));
        contributor()
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("sort", "recordedAt")
                .get("/api/v1/incidents")
                .then()
                .body("items.find { it.reference == 'a' }.type", is("ARREST"))
                .body("items.find { it.reference == 'a' }.source.code", is(at.outlet))
                .body("items.find { it.reference == 'b' }.type", is("DEMOLITION"))
                .body("items.find { it.reference == 'b' }.source.code", is(at.office));
    }

    @Test
    void theRowOfADamagedFileIsNamedOnce() {
        send("reference,type\na,\"never closed\n", Map.of())
                .body("job.status", is("FAILED"))
                .body(
                        "job.failure",
                        is(
                                "Row 2: The quotes do not add up. A cell that holds a quote is quoted itself, and its quotes are"
                                        + " doubled"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "hxl", "xlsx", "ndjson", "geojson"})
    void whatIsExportedChangesNothingWhenItComesBack(String format) {
        Installation at = Installation.named("JOBBACK" + format.toUpperCase(Locale.ROOT));
        send(TABLE.formatted(at.office, at.ceasefire), Map.of())
                .body("job.created", is(3))
                .body("job.refused", is(0));
        byte[] export = exported(at, format);
        send(export, Map.of())
                .body("job.status", is("SUCCEEDED"))
                .body("job.refused", is(0))
                .body("job.revised", is(0))
                .body("job.unchanged", is(3));
    }

    /** Whoever translates the header of a table leaves its tags alone. The time of day has none. */
    @Test
    void tagsAloneAreEnoughForWhatIsExportedToComeBack() {
        Installation at = Installation.named("JOBBACKTAGS");
        send(TABLE.replace(",14:30,", ",,").formatted(at.office, at.ceasefire), Map.of())
                .body("job.created", is(3));
        String export = new String(exported(at, "hxl"), StandardCharsets.UTF_8);
        String tags = export.substring(export.indexOf('\n') + 1);
        send(tags, Map.of())
                .body("job.detected.kind", is("HXL"))
                .body("job.refused", is(0))
                .body("job.revised", is(0))
                .body("job.unchanged", is(3));
    }

    private static byte[] exported(Installation at, String format) {
        return contributor()
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("format", format)
                .get("/api/v1/incidents")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
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
