package org.humdash.humanitarian.observation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.ingest.ImportCancelled;
import org.humdash.kit.ingest.ImportCounts;
import org.humdash.kit.ingest.ImportWatch;
import org.humdash.kit.test.PostgresResource;
import org.humdash.vocabulary.hxl.CsvTable;
import org.humdash.vocabulary.hxl.RowProblem;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class ObservationImporterTest {

    private static final String HEADER =
            "indicator,area,originator,reference,valid_from,valid_to,value,relay_of,revision_reason,report\n";

    /** So many that the first thousands are written before the last rows are read. */
    private static final int MANY = 12_000;

    @Inject
    ObservationImporter importer;

    @Inject
    DataSource dataSource;

    private final List<String> refused = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    @Test
    void aLongTableOfNewObservationsChangesThoseThatWereThereAndRefusesWhatItRepeats() throws SQLException {
        Installation at = Installation.named("TABLELONG");
        assertEquals(
                new ImportCounts(4, 0, 0),
                run(
                        row(at, "old", "1,,,")
                                + row(at, "same", "5,,,")
                                + row(at, "gone", "6,,,")
                                + row(at, "", ",,,NO_REPORT").replace("2025-06-01", "2025-06-02"),
                        false));
        StringBuilder table = new StringBuilder(row(at, "relay-1", "9,new-9,,"));
        for (int i = 1; i <= MANY; i++) {
            table.append(row(at, "new-" + i, "9,,,"));
        }
        table.append(row(at, "old", "2,,,"));
        table.append(row(at, "same", "5,,,"));
        table.append(row(at, "new-7", "8,,,"));
        table.append(row(at, "old", "3,,,"));
        table.append(row(at, "relay-2", "at least 4,last,,"));
        table.append(row(at, "last", "at least 4,,,"));
        table.append(row(at, "relay-1", "9,,,"));
        table.append(row(at, "withdrawn", "1,,RETRACTION,"));
        table.append(row(at, "reported", "0,,,NIL").replace("2025-06-01", "2025-06-02"));

        assertEquals(new ImportCounts(MANY + 5, 1, 1), run(table.toString(), true));

        List<String> repeated = List.of(
                "12005 row 9 has the same originator and reference",
                "12006 row 12003 has the same originator and reference",
                "12009 row 2 has the same originator and reference");
        assertEquals(repeated, refused);
        assertEquals(List.of("gone"), missing);
        assertEquals(List.of("new-9"), statementsBehind("relay-1", at));
        assertEquals(List.of("last"), statementsBehind("relay-2", at));
        given().queryParam("indicator", at.indicator)
                .get("/api/v1/unreported-days")
                .then()
                .statusCode(200)
                .body("items", empty());
        given().queryParam("indicator", at.indicator)
                .queryParam("limit", 1)
                .get("/api/v1/observations")
                .then()
                .body("items.reference", contains("reported"));
        refused.clear();
        assertEquals(new ImportCounts(0, 0, MANY + 7), run(table.toString(), false));
        assertEquals(repeated, refused);
    }

    @Test
    void aCancelledImportLeavesNothingOfWhatItHadWritten() throws SQLException {
        Installation at = Installation.named("TABLECANCELLED");
        StringBuilder table = new StringBuilder();
        for (int i = 1; i <= MANY; i++) {
            table.append(row(at, "new-" + i, "9,,,"));
        }
        assertThrows(
                ImportCancelled.class,
                () -> importer.run(open(table.toString()).iterator(), false, false, new Watch(1)));
        given().queryParam("indicator", at.indicator)
                .get("/api/v1/observations")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    /** The references of the observations that those of this reference pass on. */
    private List<String> statementsBehind(String reference, Installation at) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select o.reference from observation r join observation o on o.id = r.relay_of
                        where r.originator = ? and r.reference = ?""")) {
            statement.setString(1, at.office);
            statement.setString(2, reference);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    private static String row(Installation at, String reference, String rest) {
        return String.join(",", at.indicator, "PS02", at.office, reference, "2025-06-01", "2025-06-01", rest) + "\n";
    }

    private static CsvTable open(String rows) {
        return CsvTable.open(
                new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)), ObservationTable.COLUMNS);
    }

    private ImportCounts run(String rows, boolean complete) throws SQLException {
        return importer.run(open(rows).iterator(), complete, false, new Watch(Integer.MAX_VALUE));
    }

    private final class Watch implements ImportWatch {

        private int looks;

        /** @param looks how often it goes on before it is cancelled */
        Watch(int looks) {
            this.looks = looks;
        }

        @Override
        public void read() {}

        @Override
        public void refused(List<RowProblem> problems) {
            problems.forEach(problem -> refused.add(problem.row() + " " + problem.message()));
        }

        @Override
        public void missing(UUID observation, String reference) {
            missing.add(reference);
        }

        @Override
        public void applying() {}

        @Override
        public boolean isCancelled() {
            return looks-- == 0;
        }
    }
}
