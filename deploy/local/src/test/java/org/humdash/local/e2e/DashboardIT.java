package org.humdash.local.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.humdash.local.e2e.Dashboard.Query;
import org.humdash.local.e2e.Dashboard.Variable;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

/** Every query of the dashboard, asked of the real PostgreSQL and the real Prometheus on the starting data. */
@ExtendWith(RunningHumdash.class)
class DashboardIT {

    private static final Path SITUATION = RunningHumdash.PROJECT.resolve("deploy/grafana/dashboards/situation.json");

    private final Running humdash;

    DashboardIT(Running humdash) {
        this.humdash = humdash;
    }

    @Test
    void everySqlQueryAnswersWithSomething() throws Exception {
        Dashboard dashboard = opened();
        List<Executable> checks = new ArrayList<>();
        for (Query query : dashboard.queries()) {
            if (!query.source().equals(Dashboard.PROMETHEUS)) {
                checks.add(() -> assertTrue(firstColumn(dashboard, query).size() > 0, query.place() + " is empty"));
            }
        }
        assertTrue(checks.size() > 15, "queries found: " + checks.size());
        assertAll(checks);
    }

    @Test
    void everyPrometheusQueryAnswersWithSomething() throws Exception {
        assumeTrue(
                !humdash.address("prometheus").isEmpty(),
                "NOT TESTED: there is no prometheus on the PATH, so the live panels were not asked");
        Dashboard dashboard = opened();
        List<Executable> checks = new ArrayList<>();
        for (Query query : dashboard.queries()) {
            if (query.source().equals(Dashboard.PROMETHEUS)) {
                // The first scrape and the first evaluation of the rules come a little after the start.
                checks.add(() -> await(query.place())
                        .atMost(Duration.ofSeconds(90))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> samples(opened().expand(query)) > 0));
            }
        }
        assertTrue(checks.size() > 0);
        assertAll(checks);
    }

    @Test
    void prometheusHoldsWhatTheServicesSay() throws Exception {
        assumeTrue(!humdash.address("prometheus").isEmpty(), "NOT TESTED: there is no prometheus on the PATH");
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> samples("up == 1") == 3);
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .until(() ->
                        samples("humdash_claim_value{ceasefire=\"GAZA-2025-10\",measure=\"VIOLATIONS\",type=\"ALL\"}")
                                > 0);
        assertEquals(0, samples("ALERTS{alertname!=\"Watchdog\",severity=\"critical\",alertstate=\"firing\"}"));
    }

    private Dashboard opened() throws IOException, SQLException {
        Dashboard dashboard = new Dashboard(SITUATION);
        for (Variable variable : dashboard.variables()) {
            if (variable.query() == null) {
                dashboard.set(variable.name(), variable.value());
                continue;
            }
            List<String> values = firstColumn(dashboard, variable.query());
            assertTrue(!values.isEmpty(), variable.query().place() + " has no values");
            dashboard.set(variable.name(), values.contains(variable.value()) ? variable.value() : values.getFirst());
        }
        return dashboard;
    }

    /** The column that gives a variable its values ({@code __value}), or the first one. */
    private List<String> firstColumn(Dashboard dashboard, Query query) throws SQLException {
        String sql = dashboard.expand(query);
        List<String> values = new ArrayList<>();
        try (Connection connection = humdash.reader(query.source().substring("humdash-".length()));
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            int column = 1;
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                column = rows.getMetaData().getColumnLabel(i).equals("__value") ? i : column;
            }
            while (rows.next()) {
                values.add(rows.getString(column));
            }
        } catch (SQLException e) {
            throw new SQLException(query.place() + ": " + e.getMessage() + "\n" + sql, e);
        }
        return values;
    }

    private int samples(String promql) throws IOException, InterruptedException {
        HttpResponse<String> response = humdash.getUrl(humdash.address("prometheus") + "/api/v1/query?query="
                + URLEncoder.encode(promql, StandardCharsets.UTF_8));
        assertEquals(200, response.statusCode(), promql + ": " + response.body());
        JsonNode result = RunningHumdash.JSON.readTree(response.body()).at("/data/result");
        return result.size();
    }
}
