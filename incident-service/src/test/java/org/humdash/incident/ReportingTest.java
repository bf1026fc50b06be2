package org.humdash.incident;

import static org.hamcrest.Matchers.is;
import static org.humdash.incident.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the role of the dashboards can see. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReportingTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void aClaimHasARowForItsTotalAndOneForEachType() throws SQLException {
        Installation at = Installation.named("REPORT");
        importing(
                        "ceasefire,originator,reference,measure,value,type_bombardment,type_demolition,valid_from,valid_to,sensitivity\n"
                                + at.ceasefire + "," + at.office
                                + ",shown,VIOLATIONS,at least 738,358,138,2025-10-10,2025-12-08,MODERATE\n"
                                + at.ceasefire + "," + at.office + ",hidden,KILLED,5,,,2025-10-10,2025-12-08,HIGH\n")
                .post("/api/v1/claims/imports")
                .then()
                .body("created", is(2));
        assertEquals(
                List.of(
                        "ALL|≥ 738|2025-12-07 22:00:00+00",
                        "BOMBARDMENT|358|2025-12-07 22:00:00+00",
                        "DEMOLITION|138|2025-12-07 22:00:00+00"),
                read("select type || '|' || figure || '|' || (time at time zone 'UTC')::text || '+00'"
                        + " from reporting.violation_claim where ceasefire = '" + at.ceasefire
                        + "' order by type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "violation_claim",
                "source",
                "ceasefire",
                "timeline_entry",
                "change_clock",
                "flyway_schema_history"
            })
    void theReaderCannotReadATable(String table) {
        SQLException refused = assertThrows(SQLException.class, () -> read("select count(*) from public." + table));
        assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
    }

    @Test
    void theReaderCannotWrite() {
        assertThrows(SQLException.class, () -> read("create table public.mine (x int)"));
        assertThrows(SQLException.class, () -> read("delete from reporting.ceasefire"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ceasefire", "timeline", "violation_claim", "commitment_day"})
    void theReaderCanReadEveryView(String view) throws SQLException {
        assertEquals(1, read("select count(*) from reporting." + view).size());
    }

    private List<String> read(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(url, PostgresResource.READER, PostgresResource.PASSWORD);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
