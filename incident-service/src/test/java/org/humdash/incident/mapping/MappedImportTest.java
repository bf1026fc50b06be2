package org.humdash.incident.mapping;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.humdash.incident.Installation;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/** Files of others all the way into the database, where copies lie in shared/data beside the repository. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MappedImportTest {

    @Test
    void eventsOfUcdpAreImportedOnceHoweverOftenTheFileIsSent() throws IOException {
        Path file = Mapped.sharedData("ucdp-ged/conflict_data_BGD.csv");
        Installation at = Installation.named("MAPPEDUCDP");
        send(file, at, Map.of())
                .body("job.detected.kind", is("UCDP_GED"))
                .body("job.rowsRead", is(601))
                .body("job.created", is(600))
                .body("job.refused", is(1))
                .body("firstRefused[0].problems[0]", containsString("killed"));
        send(file, at, Map.of()).body("job.created", is(0)).body("job.unchanged", is(600));
        Installation.staff()
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("text", "Bhandaria Awami")
                .get("/api/v1/incidents")
                .then()
                .statusCode(200)
                .body("items.reference", contains("71663"))
                .body("items[0].occurredFrom", is("2013-12-13"))
                .body("items[0].occurredTo", is("2013-12-14"))
                .body("items[0].figures.killed.text.en", is("1"));
    }

    @Test
    void pointsOfHostilitiesAreImportedAndRecordsThatAreThereTwiceRefused() throws IOException {
        Path file = Mapped.sharedData("ocha-ukr-hostilities/UKR_Hostilities.geojson");
        Installation at = Installation.named("MAPPEDOCHA");
        send(file, at, Map.of("type", "BOMBARDMENT"))
                .body("job.detected.form", is("GEOJSON"))
                .body("job.created", is(591))
                .body("job.refused", is(5))
                .body("job.unplaced", is(596));
        given().queryParam("ceasefire", at.ceasefire)
                .queryParam("limit", 1)
                .queryParam("withTotal", true)
                .get("/api/v1/incidents")
                .then()
                .statusCode(200)
                .body("total", is(591))
                .body("items[0].type", is("BOMBARDMENT"))
                .body("items[0].place.adm2", nullValue());
    }

    @Test
    void displacementsAreNotTakenForIncidents() throws IOException {
        Path file = Mapped.sharedData("idmc-pse/idmc-event-data-for-pse.csv");
        Installation at = Installation.named("MAPPEDIDMC");
        send(file, at, Map.of("type", "OTHER"))
                .body("job.status", is("FAILED"))
                .body("job.failure", containsString("displacements of people, not violations"));
    }

    private static ValidatableResponse send(Path file, Installation at, Map<String, Object> more) throws IOException {
        Map<String, Object> query = new HashMap<>(more);
        query.put("source", at.outlet);
        query.put("ceasefire", at.ceasefire);
        return Installation.contributor()
                .contentType("application/octet-stream")
                .body(Files.readAllBytes(file))
                .queryParams(query)
                .queryParam("wait", 60)
                .post("/api/v1/incidents/imports")
                .then()
                .statusCode(200);
    }
}
