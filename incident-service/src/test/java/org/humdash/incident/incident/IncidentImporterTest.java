package org.humdash.incident.incident;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.humdash.incident.Installation.contributor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.humdash.incident.Installation;
import org.humdash.kit.ingest.ImportCancelled;
import org.humdash.kit.ingest.ImportCounts;
import org.humdash.kit.ingest.ImportWatch;
import org.humdash.kit.test.PostgresResource;
import org.humdash.vocabulary.hxl.CsvTable;
import org.humdash.vocabulary.hxl.RowProblem;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class IncidentImporterTest {

    private static final String HEADER =
            "source,reference,ceasefire,type,occurred_from,adm2,killed,injured_lower,injured_best,injured_upper,sensitivity,status\n";

    @Inject
    IncidentImporter importer;

    @Inject
    Rollup rollup;

    private final List<String> refused = new ArrayList<>();

    @Test
    void theSameTableAgainChangesNothingAndAChangedRowBecomesARevision() throws SQLException {
        Installation at = Installation.named("TABLEAGAIN");
        String first = row(at, "a", "AIR_STRIKE", "at least 2,1,2,3") + row(at, "b", "ARREST", "0,,,");
        assertEquals(new ImportCounts(2, 0, 0), run(first, false));
        assertEquals(new ImportCounts(0, 0, 2), run(first, false));
        assertEquals(
                new ImportCounts(1, 1, 1),
                run(
                        row(at, "a", "ARTILLERY_SHELLING", "at least 2,1,2,3")
                                + row(at, "b", "ARREST", "0,,,")
                                + row(at, "c", "OTHER", ",,,"),
                        false));
        given().queryParam("ceasefire", at.ceasefire)
                .queryParam("sort", "recordedAt")
                .get("/api/v1/incidents")
                .then()
                .body("items.reference", contains("b", "a", "c"))
                .body("items[1].revision.reason", is("RECLASSIFICATION"))
                .body("items[1].figures.injured.text.en", is("1–3 (best 2)"))
                .body("items[0].figures.killed.text.en", is("0"))
                .body("items[2].figures.killed", org.hamcrest.Matchers.nullValue());
        rollup.isExact(at.ceasefire);
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndWritesNothing() throws SQLException {
        Installation at = Installation.named("TABLEDRY");
        assertEquals(new ImportCounts(1, 0, 0), run(row(at, "a", "OTHER", ",,,"), true));
        given().queryParam("ceasefire", at.ceasefire)
                .get("/api/v1/incidents")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void rowsThatCannotBeRecordedAreRefusedWithAllTheirProblemsAndTheOthersStay() throws SQLException {
        Installation at = Installation.named("TABLEREFUSED");
        String table = row(at, "a", "OTHER", ",,,")
                + row(at, "b", "AIRSTRIKE", "several,5,2,")
                + row(at, "a", "ARREST", ",,,")
                + row(at, "d", "ARREST", ",1,2,").replace("2025-10-19", "2031-01-01");
        assertEquals(new ImportCounts(1, 0, 0), run(table, false));
        assertEquals(
                List.of(
                        "3 type UNKNOWN_CODE",
                        "3 killed NOT_AN_ESTIMATE",
                        "3 injured_upper NO_UPPER",
                        "5 injured_upper NO_UPPER",
                        "4 reference DUPLICATE_REFERENCE"),
                refused);
    }

    @Test
    void whatAPersonDecidedOutlivesTheNextImport() throws SQLException {
        Installation at = Installation.named("TABLEJUDGED");
        run(row(at, "a", "AIR_STRIKE", "2,,,"), false);
        String id = given().queryParam("ceasefire", at.ceasefire)
                .get("/api/v1/incidents")
                .then()
                .extract()
                .path("items[0].id");
        contributor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("""
                {"source": "%1$s", "reference": "a", "ceasefire": "%2$s", "type": "AIR_STRIKE", "occurredFrom": "2025-10-19",
                 "place": {"adm2": "PS0260"}, "sensitivity": "MODERATE",
                 "grade": {"value": "DISCOUNTED", "reason": "A gas explosion, says the fire brigade"},
                 "reports": [{"source": "%1$s", "killed": {"value": "2"}}, {"source": "%3$s", "killed": {"value": "4"}}],
                 "revisionNote": "second source"}""".formatted(at.office, at.ceasefire, at.outlet))
                .put("/api/v1/incidents/" + id)
                .then()
                .statusCode(200)
                .body("figures.killed.text.en", is("2–4"));

        assertEquals(new ImportCounts(0, 0, 1), run(row(at, "a", "AIR_STRIKE", "2,,,"), false));
        assertEquals(new ImportCounts(0, 1, 0), run(row(at, "a", "AIR_STRIKE", "3,,,"), false));

        contributor()
                .get("/api/v1/incidents/" + id)
                .then()
                .body("figures.killed.text.en", is("3–4"))
                .body("reports", hasSize(2))
                .body("grade.value", is("DISCOUNTED"))
                .body("sensitivity", is("MODERATE"))
                .body("revision.reason", is("UPDATE"))
                .body("revision.number", is(3));
        rollup.isExact(at.ceasefire);
    }

    /** So many that the first thousands are written before the last rows are read. */
    @Test
    void aLongTableOfNewIncidentsChangesThoseThatWereThereAndRefusesWhatItRepeats() throws SQLException {
        Installation at = Installation.named("TABLELONG");
        assertEquals(
                new ImportCounts(2, 0, 0),
                run(row(at, "old", "ARREST", "1,,,") + row(at, "same", "OTHER", ",,,"), false));
        StringBuilder table = new StringBuilder();
        for (int i = 1; i <= 12_000; i++) {
            table.append(row(at, "new-" + i, "AIR_STRIKE", "at least 1,,,"));
        }
        table.append(row(at, "old", "ARREST", "2,,,"));
        table.append(row(at, "same", "OTHER", ",,,"));
        table.append(row(at, "new-7", "OTHER", "9,,,"));
        table.append(row(at, "old", "ARREST", "3,,,"));
        table.append(row(at, "withdrawn", "OTHER", ",,,").replace(",\n", ",RETRACTED\n"));
        table.append(row(at, "draft", "OTHER", ",,,").replace(",\n", ",DRAFT\n"));

        assertEquals(new ImportCounts(12_002, 1, 1), run(table.toString(), false));

        assertEquals(List.of("12004 reference DUPLICATE_REFERENCE", "12005 reference DUPLICATE_REFERENCE"), refused);
        rollup.isExact(at.ceasefire);
        given().queryParam("ceasefire", at.ceasefire)
                .queryParam("by", "type")
                .get("/api/v1/incidents/counts")
                .then()
                .body("items.type", contains("AIR_STRIKE", "ARREST", "OTHER"))
                .body("items.incidents", contains(12_000, 1, 1));
        refused.clear();
        assertEquals(new ImportCounts(0, 0, 12_004), run(table.toString(), false));
        assertEquals(List.of("12004 reference DUPLICATE_REFERENCE", "12005 reference DUPLICATE_REFERENCE"), refused);
    }

    @Test
    void aCancelledImportLeavesNothing() {
        Installation at = Installation.named("TABLECANCELLED");
        assertThrows(
                ImportCancelled.class,
                () -> importer.run(open(row(at, "a", "OTHER", ",,,")), "tester", false, false, new Watch(true)));
        given().queryParam("ceasefire", at.ceasefire)
                .get("/api/v1/incidents")
                .then()
                .body("items", hasSize(0));
    }

    private static String row(Installation at, String reference, String type, String figures) {
        return String.join(",", at.office, reference, at.ceasefire, type, "2025-10-19", "Gaza City", figures, "", "")
                + "\n";
    }

    private static CsvTable open(String rows) {
        return CsvTable.open(
                new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)), IncidentTable.COLUMNS);
    }

    private ImportCounts run(String rows, boolean dryRun) throws SQLException {
        return importer.run(open(rows), "tester", false, dryRun, new Watch(false));
    }

    private final class Watch implements ImportWatch {

        private final boolean cancelled;

        Watch(boolean cancelled) {
            this.cancelled = cancelled;
        }

        @Override
        public void read() {}

        @Override
        public void refused(List<RowProblem> problems) {
            problems.forEach(problem -> refused.add(problem.row() + " " + problem.column() + " " + problem.code()));
        }

        @Override
        public void missing(UUID incident, String reference) {}

        @Override
        public void applying() {}

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
