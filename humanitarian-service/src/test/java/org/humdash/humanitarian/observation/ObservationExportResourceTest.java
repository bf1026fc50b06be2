package org.humdash.humanitarian.observation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.humdash.humanitarian.Installation.contributor;
import static org.humdash.humanitarian.Installation.importing;
import static org.humdash.humanitarian.Installation.partner;
import static org.humdash.humanitarian.Installation.staff;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.humdash.vocabulary.export.Column;
import org.humdash.vocabulary.export.Column.Kind;
import org.humdash.vocabulary.export.ExportFormat;
import org.humdash.vocabulary.export.TableLayout;
import org.humdash.vocabulary.export.TableWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class ObservationExportResourceTest {

    private static final String OBSERVATIONS = "/api/v1/observations";
    private static final String JOBS = OBSERVATIONS + "/imports";

    @Test
    void aTableHasTheHeaderTheTagsAndTheFiguresWithTheirSources() {
        Installation at = Installation.named("EXPORTHXL");
        record(
                "indicator,area,originator,publisher,reference,value,valid_from,valid_to,published_on,text,language,note\n"
                        + "%s,PS0260,%s,%s,a,at least 13,2025-12-10,2025-12-18,2025-12-20,=cmd|' /C calc'!A0,en,\"He said \"\"13\"\", twice\"\n"
                                .formatted(at.indicator, at.office, at.outlet));
        String table = given().queryParam("indicator", at.indicator)
                .queryParam("format", "hxl")
                .get(OBSERVATIONS)
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", is("attachment; filename=\"observations.hxl.csv\""))
                .header("Vary", "Accept, Authorization")
                .extract()
                .asString()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[^,]*Z", "T");
        assertEquals(
                List.of(
                        "id,reference,revision,recorded_at,indicator,indicator_name_en,indicator_name_ar,area,adm1,adm2,area_name_en,"
                                + "area_name_ar,lat,lon,definition,qualifier,lower,best,upper,unit,report,valid_from,valid_to,published_on,sex,"
                                + "age,cause,shelter_type,hazard,originator,publisher,relay_of,url,archive_url,text,language,note,sensitivity",
                        "#meta+id,#meta+id+ref,#meta+revision,#date+recorded,#indicator+code,#indicator+name+i_en,#indicator+name+i_ar,"
                                + "#loc+area+code+v_pcode,#adm1+code+v_pcode,#adm2+code+v_pcode,#loc+area+name+i_en,#loc+area+name+i_ar,"
                                + "#geo+lat,#geo+lon,#meta+definition,#meta+qualifier,#indicator+num+min,#indicator+num+best,#indicator+num+max,"
                                + "#meta+unit,#meta+report,#date+start,#date+end,#date+reported,#meta+sex,#meta+age,#meta+cause,"
                                + "#meta+shelter_type,#crisis+code,#meta+source+original,#meta+source+publisher,#meta+relay+ref,"
                                + "#meta+source+url,#meta+archive+url,#meta+verbatim,#meta+language,#description,#meta+sensitivity",
                        "ID,a,1,T,%1$s,People counted in EXPORTHXL,عدد,PS0260,PS02,PS0260,Gaza,غزة,31.486,34.445,%1$s,AT_LEAST,13,,,people,"
                                        .formatted(at.indicator)
                                + "FIGURE,2025-12-10,2025-12-18,2025-12-20,,,,,,%s,%s,,,,'=cmd|' /C calc'!A0,en,\"He said \"\"13\"\", twice\",LOW"
                                        .formatted(at.office, at.outlet)),
                table.lines().toList());
    }

    @Test
    void geojsonHasTheMiddleOfTheAreaAndNoFinerPlace() {
        Installation at = Installation.named("EXPORTGEOJSON");
        record("indicator,area,originator,reference,value,valid_from,valid_to\n"
                + "%s,PS0260,%s,a,12.5,2025-12-10,2025-12-18\n".formatted("STRUCTURES_DESTROYED_PCT", at.office));
        staff().queryParam("originator", at.office)
                .queryParam("asOf", "2025-12-19")
                .accept("application/geo+json")
                .get(OBSERVATIONS)
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .body("type", is("FeatureCollection"))
                .body("asOf", is("2025-12-19"))
                .body("knownAt", notNullValue())
                .body("features.size()", is(1))
                .body("features[0].geometry.coordinates", contains(34.445f, 31.486f))
                .body("features[0].properties.best", is(12.5f))
                .body("features[0].properties.validFrom", is("2025-12-10"))
                .body("features[0].properties.originator", is(at.office));
    }

    /** Whatever the format, and with figures of every kind: what goes out is what came in. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "hxl", "xlsx", "geojson", "ndjson"})
    void anExportThatIsImportedAgainChangesNothing(String format) {
        Installation at = Installation.named("ROUNDTRIP" + format.toUpperCase());
        hazard("STORM-" + at.office.replace('_', '-'), at.office);
        record(
                ("indicator,area,originator,publisher,reference,relay_of,definition,value,qualifier,lower,best,upper,valid_from,valid_to,"
                                + "published_on,url,archive_url,text,language,note,hazard,sex,age,cause,shelter_type,report,sensitivity\n"
                                + "%1$s,PS02,%2$s,,exact,,,10,,,,,2025-12-01,2025-12-10,,,,,,,,,,,,,\n"
                                + "%1$s,PS0260,%2$s,%3$s,relay,exact,,at least 20,,,,,2025-12-05,2025-12-11,2025-12-12,https://example.org/1,https://archive.example.org/1,=1+1 killed,en,\"-3, @x\",%4$s,,,,,,\n"
                                + "%1$s,PS01,%2$s,,more,,OTHER_WAY,more than 3,,,,,2025-12-13,2025-12-13,,,,وسقوط عدد من الجرحى،,ar,+5,,FEMALE,CHILD,EXPOSURE,TENT,,HIGH\n"
                                + "%1$s,PS02,%2$s,,most,,,at most 7,,,,,2025-12-14,2025-12-14,,,,,,,,,,,,,MODERATE\n"
                                + "%1$s,PS02,%2$s,,about,,,about 850000,,,,,2025-12-15,2025-12-15,,,,,,,,,,,,,\n"
                                + "%1$s,PS02,%2$s,,range,,,,RANGE,10,20,30,2025-12-16,2025-12-16,,,,,,,,,,,,,\n"
                                + "%1$s,PS02,%2$s,,order,,,hundreds of thousands,,,,,2025-12-17,2025-12-17,,,,,,,,,,,,,\n"
                                + "%1$s,PS02,%2$s,,nil,,,,,,,,2025-12-18,2025-12-18,,,,,,,,,,,,NIL,\n"
                                + "STRUCTURES_DESTROYED_PCT,PS02,%2$s,,share,,,more than 80.125,,,,,2025-12-18,2025-12-18,,,,,,,,,,,,,\n")
                        .formatted(at.indicator, at.office, at.outlet, "STORM-" + at.office.replace('_', '-')));
        byte[] file = contributor()
                .queryParam("originator", at.office)
                .queryParam("format", format)
                .get(OBSERVATIONS)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        send(file, Map.of())
                .body("job.failure", is((String) null))
                .body("job.status", is("SUCCEEDED"))
                .body("job.detected.kind", is("OWN"))
                .body("job.refused", is(0))
                .body("job.created", is(0))
                .body("job.revised", is(0))
                .body("job.unchanged", is(9));
    }

    @Test
    void aWorkbookOfOurColumnsIsImported() throws IOException {
        Installation at = Installation.named("IMPORTXLSX");
        TableLayout layout = new TableLayout(
                "figures",
                List.of(
                        new Column("indicator", null, Kind.TEXT),
                        new Column("area", null, Kind.TEXT),
                        new Column("originator", null, Kind.TEXT),
                        new Column("reference", null, Kind.TEXT),
                        new Column("value", null, Kind.NUMBER),
                        new Column("valid_from", null, Kind.DATE),
                        new Column("valid_to", null, Kind.DATE),
                        new Column("note", null, Kind.TEXT)));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableWriter table = ExportFormat.XLSX.writer(file, layout)) {
            table.text(at.indicator)
                    .text("Gaza Strip")
                    .text(at.office)
                    .text("w-1")
                    .number(new BigDecimal("12"))
                    .date(LocalDate.of(2025, 12, 1))
                    .date(LocalDate.of(2025, 12, 10))
                    .text("قطاع غزة")
                    .endRow();
            table.text(at.indicator)
                    .text("PS0260")
                    .text(at.office)
                    .text("w-2")
                    .skip()
                    .date(LocalDate.of(2025, 12, 1))
                    .date(LocalDate.of(2025, 12, 10))
                    .skip()
                    .endRow();
            table.finish();
        }
        send(file.toByteArray(), Map.of())
                .body("job.detected.form", is("XLSX"))
                .body("job.created", is(1))
                .body("job.refused", is(1))
                .body("firstRefused[0].row", is(3));
        given().queryParam("originator", at.office)
                .get(OBSERVATIONS)
                .then()
                .body("items.reference", contains("w-1"))
                .body("items.area", contains("PS02"))
                .body("items.estimate.best", contains(12))
                .body("items.validFrom", contains("2025-12-01"))
                .body("items.note", contains("قطاع غزة"));
    }

    @Test
    void geojsonFeaturesAreImportedByTheirProperties() {
        Installation at = Installation.named("IMPORTGEOJSON");
        String feature =
                "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [34.44, 31.5]}, \"properties\":"
                        + " {\"indicator\": \"%s\", \"area\": \"%s\", \"originator\": \"%s\", \"reference\": \"%s\", \"value\": \"at least 5\","
                        + " \"validFrom\": \"2025-12-01\", \"validTo\": \"2025-12-10\"}}";
        String file = "{\"type\": \"FeatureCollection\", \"features\": ["
                + feature.formatted(at.indicator, "PS0260", at.office, "g-1") + ","
                + feature.formatted(at.indicator, "PS9999", at.office, "g-2") + "]}";
        send(file.getBytes(StandardCharsets.UTF_8), Map.of())
                .body("job.detected.form", is("GEOJSON"))
                .body("job.detected.kind", is("OWN"))
                .body("job.created", is(1))
                .body("job.refused", is(1));
        given().queryParam("originator", at.office)
                .get(OBSERVATIONS)
                .then()
                .body("items.reference", contains("g-1"))
                .body("items.area", contains("PS0260"))
                .body("items.estimate.lower", contains(5))
                .body("items.validTo", contains("2025-12-10"));
    }

    @Test
    void whatAFigureRelaysAndWhichHazardItIsAboutAreNamedToThoseWhoMaySeeThem() {
        Installation at = Installation.named("EXPORTHIDDEN");
        hazard("STORM-EXPORTHIDDEN", at.office);
        record(("indicator,area,originator,publisher,reference,relay_of,value,valid_from,valid_to,hazard,sensitivity\n"
                        + "%1$s,PS02,%2$s,,first,,10,2025-12-01,2025-12-10,,HIGH\n"
                        + "%1$s,PS02,%2$s,%3$s,second,first,10,2025-12-01,2025-12-10,STORM-EXPORTHIDDEN,LOW\n")
                .formatted(at.indicator, at.office, at.outlet));
        contributor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(HAZARD.formatted("STORM-EXPORTHIDDEN", at.office, "HIGH"))
                .put("/api/v1/hazards/STORM-EXPORTHIDDEN")
                .then()
                .statusCode(200);
        for (var reader : List.of(given(), partner())) {
            reader.queryParam("indicator", at.indicator)
                    .queryParam("format", "ndjson")
                    .get(OBSERVATIONS)
                    .then()
                    .body(org.hamcrest.Matchers.containsString("\"relayOf\":null"))
                    .body(org.hamcrest.Matchers.containsString("\"hazard\":null"));
        }
        staff().queryParam("publisher", at.outlet)
                .queryParam("format", "ndjson")
                .get(OBSERVATIONS)
                .then()
                .body(org.hamcrest.Matchers.containsString("\"relayOf\":\"first\""))
                .body(org.hamcrest.Matchers.containsString("\"hazard\":\"STORM-EXPORTHIDDEN\""));
    }

    private static final String HAZARD = """
            {"code": "%s", "type": "STORM", "name": {"en": "Storm", "ar": "عاصفة"}, "start": "2025-12-10", "end": "2025-12-17",
             "areas": ["PS02"], "source": "%s", "sensitivity": "%s", "revisionReason": "RECLASSIFICATION"}""";

    private static void hazard(String code, String source) {
        contributor()
                .contentType(ContentType.JSON)
                .body(HAZARD.formatted(code, source, "LOW").replace(", \"revisionReason\": \"RECLASSIFICATION\"", ""))
                .post("/api/v1/hazards")
                .then()
                .statusCode(201);
    }

    private static void record(String csv) {
        importing(csv).post(OBSERVATIONS + "/imports").then().statusCode(200).body("job.refused", is(0));
    }

    private static ValidatableResponse send(byte[] file, Map<String, Object> query) {
        return contributor()
                .contentType("application/octet-stream")
                .body(file)
                .queryParams(query)
                .queryParam("wait", 30)
                .post(JOBS)
                .then();
    }
}
