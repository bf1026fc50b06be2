package org.humdash.incident.mapping;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.humdash.incident.Installation;
import org.humdash.incident.incident.ImportCounts;
import org.humdash.incident.incident.ImportWatch;
import org.humdash.incident.incident.IncidentImporter;
import org.humdash.incident.incident.IncidentTable;
import org.humdash.kit.test.PostgresResource;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.table.TableOptions;
import org.junit.jupiter.api.Test;

/** Files of others all the way into the database. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MappedImportTest {

    @Inject
    IncidentImporter importer;

    private final List<String> refused = new ArrayList<>();

    @Test
    void eventsOfUcdpAreImportedOnceHoweverOftenTheFileIsSent() throws IOException, SQLException {
        Path file = Mapped.sharedData("ucdp-ged/conflict_data_BGD.csv");
        Installation at = Installation.named("MAPPEDUCDP");
        assertEquals(new ImportCounts(600, 0, 0), run(file, at, Map.of()));
        assertEquals(List.of("killed_lower NOT_AN_ESTIMATE"), refused);
        assertEquals(new ImportCounts(0, 0, 600), run(file, at, Map.of()));
        Installation.staff()
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("text", "Bhandaria Awami")
                .get("/api/v1/incidents")
                .then()
                .statusCode(200)
                .body("items.reference", contains("71663"))
                .body("items[0].occurredFrom", is("2013-12-13"));
    }

    @Test
    void pointsOfHostilitiesAreImportedAndRecordsThatAreThereTwiceRefused() throws IOException, SQLException {
        Path file = Mapped.sharedData("ocha-ukr-hostilities/UKR_Hostilities.geojson");
        Installation at = Installation.named("MAPPEDOCHA");
        assertEquals(new ImportCounts(591, 0, 0), run(file, at, Map.of("type", "BOMBARDMENT")));
        assertEquals(List.of("reference DUPLICATE_REFERENCE"), refused);
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

    private ImportCounts run(Path file, Installation at, Map<String, String> more) throws IOException, SQLException {
        Map<String, String> constants = new HashMap<>(more);
        constants.put("source", at.outlet);
        constants.put("ceasefire", at.ceasefire);
        TableMapping mapping = Mapped.of(file, constants).proposal().mapping();
        refused.clear();
        try (MappedTable table = MappedTable.open(file, TableOptions.detect(), mapping, Mapped.GAZA)) {
            return importer.run(table.rows(IncidentTable.COLUMNS), "tester", false, false, new Watch());
        }
    }

    private final class Watch implements ImportWatch {

        @Override
        public void read() {}

        @Override
        public void refused(List<RowProblem> problems) {
            problems.stream()
                    .map(problem -> problem.column() + " " + problem.code())
                    .filter(problem -> !refused.contains(problem))
                    .forEach(refused::add);
        }

        @Override
        public void missing(UUID incident, String reference) {}

        @Override
        public void applying() {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
