package org.humdash.humanitarian.observation;

import static org.hamcrest.Matchers.is;
import static org.humdash.humanitarian.Installation.importing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/** The list of series that headlines and gauges go through instead of the observations. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class ObservationSeriesTest {

    private static final String HEADER =
            "indicator,area,originator,reference,definition,value,valid_from,valid_to,sex\n";

    @Inject
    DataSource dataSource;

    @Test
    void everyThingThatMayStandBesideAnotherIsListedOnce() throws SQLException {
        Installation at = Installation.named("LISTED");
        String row = at.indicator + ",PS02," + at.office + ",";
        take(HEADER + row + "a,,1,2025-12-01,2025-12-01,\n" + row + "b,,2,2025-12-02,2025-12-02,\n" + row
                + "c,OTHER_WAY,3,2025-12-02,2025-12-02,\n" + row + "d,,4,2025-12-02,2025-12-02,FEMALE\n");
        take(HEADER + row + "e,,5,2025-12-03,2025-12-03,\n" + at.indicator + ",PS02," + at.outlet
                + ",f,,6,2025-12-03,2025-12-03,\n");
        assertEquals(
                List.of(
                        "OFFICE_LISTED OTHER_WAY f 1",
                        "OFFICE_LISTED TEST_LISTED f 3",
                        "OFFICE_LISTED TEST_LISTED t 1",
                        "OUTLET_LISTED TEST_LISTED f 1"),
                read("""
                        select concat_ws(' ', s.originator, s.definition, s.is_part, count(*))
                        from observation_series s join observation o on o.series = s.series
                            and s.first_recorded_at <= o.recorded_at
                        where s.indicator = '%s' group by s.series, s.originator, s.definition, s.is_part
                        order by 1""".formatted(at.indicator)));
    }

    @Test
    void noObservationIsOutsideTheList() throws SQLException {
        assertEquals(
                List.of("0"),
                read("select count(*) from observation o where not exists"
                        + " (select from observation_series s where s.series = o.series)"));
    }

    /** The cost must be that of the series: a plan that reads all observations would be right and slow. */
    @Test
    void theViewsOfTheGaugesDoNotReadAllObservations() throws SQLException {
        for (String view : List.of("latest_observation", "headline")) {
            String plan = String.join("\n", read("explain select lower from reporting." + view));
            assertEquals(0, plan.split("Seq Scan on observation [a-z]").length - 1, plan);
        }
    }

    private static void take(String csv) {
        importing(csv)
                .post("/api/v1/observations/imports")
                .then()
                .statusCode(200)
                .body("job.refused", is(0));
    }

    private List<String> read(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
