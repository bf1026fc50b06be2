package org.humdash.incident.incident;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.humdash.incident.Installation.contributor;
import static org.humdash.incident.Installation.partner;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.humdash.incident.Installation;
import org.humdash.kit.test.PostgresResource;
import org.humdash.vocabulary.table.DetectedTable;
import org.humdash.vocabulary.table.TableColumn;
import org.humdash.vocabulary.table.TableOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class IncidentExportTest {

    @TempDir
    Path folder;

    private static final String INCIDENTS = "/api/v1/incidents";

    @Test
    void aTableHasTheHeaderTheTagsAndEveryIncident() {
        Installation at = withTwoIncidents("EXPORTHXL");
        String table = contributor()
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("format", "hxl")
                .queryParam("sort", "occurredFrom")
                .get(INCIDENTS)
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", is("attachment; filename=\"incidents.hxl.csv\""))
                .extract()
                .asString();
        List<String> lines = table.lines().toList();
        assertEquals(4, lines.size());
        assertTrue(lines.get(0)
                .startsWith("id,source,reference,revision,recorded_at,ceasefire,type,acled_type,occurred_from"));
        assertTrue(lines.get(1).startsWith("#meta+id,#meta+source+code,#meta+id+ref,#meta+revision,#date+recorded"));
        assertTrue(
                lines.get(2)
                        .contains(
                                "AIR_STRIKE,Explosions/Remote violence: Air/drone strike,2025-10-19,2025-10-19,14:30:00,1,31.52347,34.44391,1,PS02,PS0260,Gaza,"),
                lines.get(2));
        assertTrue(lines.get(2).contains("'=cmd|' /C calc'!A0"), lines.get(2));
        assertTrue(lines.get(2).contains("AT_LEAST,3,,,"), lines.get(2));
        assertTrue(lines.get(2).contains("\"He said \"\"stop\"\", twice\""), lines.get(2));
    }

    @Test
    void partnersGetCellsAndThePublicNoPositionInEveryFormat() {
        Installation at = withTwoIncidents("EXPORTCLEARED");
        for (String format : new String[] {"csv", "hxl", "ndjson", "geojson"}) {
            String shown = partner()
                    .queryParam("ceasefire", at.ceasefire)
                    .queryParam("format", format)
                    .get(INCIDENTS)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertTrue(shown.contains("31.525") && shown.contains("34.445"), format);
            assertFalse(shown.contains("31.52347") || shown.contains("Al-Rimal"), format);
            String open = given().queryParam("ceasefire", at.ceasefire)
                    .queryParam("format", format)
                    .get(INCIDENTS)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertFalse(open.contains("31.52") || open.contains("34.44") || open.contains("Al-Rimal"), format);
            assertTrue(open.contains("PS0260"), format);
        }
    }

    @Test
    void geojsonHasPointsAndSaysAsOfWhen() {
        Installation at = withTwoIncidents("EXPORTGEOJSON");
        contributor()
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("sort", "occurredFrom")
                .accept("application/geo+json")
                .get(INCIDENTS)
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .body("type", is("FeatureCollection"))
                .body(
                        "asOf",
                        is(java.time.LocalDate.now(java.time.ZoneId.of("Asia/Gaza"))
                                .toString()))
                .body("features", hasSize(2))
                .body("features[0].geometry.coordinates[0]", is(34.44391f))
                .body("features[0].properties.killedLower", is(3))
                .body("features[1].geometry", nullValue());
    }

    @Test
    void aWorkbookHasRealDatesAndNumbers() throws IOException {
        Installation at = withTwoIncidents("EXPORTXLSX");
        byte[] file = contributor()
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("format", "xlsx")
                .get(INCIDENTS)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Path saved = Files.write(folder.resolve("incidents.xlsx"), file);
        try (DetectedTable table = DetectedTable.open(saved, TableOptions.detect())) {
            List<String> names = table.columns().stream().map(TableColumn::name).toList();
            List<List<String>> rows = new ArrayList<>();
            table.forEach(row -> rows.add(List.of(
                    row.value(names.indexOf("reference")),
                    row.value(names.indexOf("occurred_from")),
                    row.value(names.indexOf("date_precision")))));
            assertEquals(List.of(List.of("e-2", "2025-10-20", "1"), List.of("e-1", "2025-10-19", "1")), rows);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; drop table incident; --", "\\'; select 1; --", "$$", "?", "a?b:c"})
    void aFilterIsAValueWhateverItHolds(String actor) {
        given().queryParam("actor", actor)
                .queryParam("text", "x?y'")
                .queryParam("format", "csv")
                .get(INCIDENTS)
                .then()
                .statusCode(200)
                .body(not(containsString("EXPORT")));
    }

    @Test
    void anUnknownFormatIsAnsweredWithTheKnownOnes() {
        given().queryParam("format", "pdf")
                .get(INCIDENTS)
                .then()
                .statusCode(400)
                .body("detail", containsString("geojson"));
        given().accept("application/pdf")
                .get(INCIDENTS)
                .then()
                .statusCode(406)
                .body("detail", containsString("geojson"));
    }

    private static Installation withTwoIncidents(String name) {
        Installation at = Installation.named(name);
        record("""
                {"source": "%1$s", "reference": "e-1", "ceasefire": "%2$s", "type": "AIR_STRIKE", "occurredFrom": "2025-10-19",
                 "localTime": "14:30", "allegedPerpetrator": "=cmd|' /C calc'!A0", "descriptionEn": "He said \\"stop\\", twice",
                 "place": {"name": "Al-Rimal", "adm2": "PS0260", "lat": 31.52347, "lon": 34.44391, "precision": 1},
                 "reports": [{"source": "%1$s", "killed": {"value": "at least 3"}}]}""".formatted(at.office, at.ceasefire));
        record("""
                {"source": "%1$s", "reference": "e-2", "ceasefire": "%2$s", "type": "ARREST", "occurredFrom": "2025-10-20",
                 "reports": [{"source": "%1$s", "detained": {"value": "4"}}]}""".formatted(at.office, at.ceasefire));
        return at;
    }

    private static void record(String body) {
        contributor()
                .contentType(ContentType.JSON)
                .body(body)
                .post(INCIDENTS)
                .then()
                .statusCode(201);
    }
}
