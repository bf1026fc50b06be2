package org.humdash.local.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** What Grafana asks, asked as it would: the databases with the rights of its reader, and Prometheus. */
final class DataSources {

    private static final Duration SCRAPED = Duration.ofSeconds(90);

    private final Running humdash;

    DataSources(Running humdash) {
        this.humdash = humdash;
    }

    boolean hasPrometheus() {
        return !humdash.address("prometheus").isEmpty();
    }

    /** The dashboard with its variables as it opens; those of Prometheus stand for everything where there is none. */
    Dashboard opened(Path file) throws IOException, SQLException, InterruptedException {
        Dashboard dashboard = new Dashboard(file);
        for (Variable variable : dashboard.variables()) {
            if (variable.query() == null) {
                dashboard.set(variable.name(), variable.value());
                continue;
            }
            boolean ofPrometheus = variable.query().source().equals(Dashboard.PROMETHEUS);
            if (ofPrometheus && !hasPrometheus()) {
                dashboard.set(variable.name(), ".*");
                continue;
            }
            List<String> values =
                    ofPrometheus ? scraped(dashboard, variable.query()) : firstColumn(dashboard, variable.query());
            assertTrue(
                    !values.isEmpty(),
                    file.getFileName() + ": " + variable.query().place() + " has no values");
            dashboard.choose(variable, values);
        }
        return dashboard;
    }

    /** A system that has just started has not been scraped yet. */
    private List<String> scraped(Dashboard dashboard, Query query) {
        return await(query.place())
                .atMost(SCRAPED)
                .until(() -> labelValues(dashboard.expand(query)), values -> !values.isEmpty());
    }

    /** Of {@code label_values(series, label)}, which is Grafana's and not of PromQL. */
    private List<String> labelValues(String text) throws IOException, InterruptedException {
        String[] parts = text.replaceFirst("^label_values\\((.*)\\)$", "$1").split(",(?=[^,]*$)");
        HttpResponse<String> answer = humdash.getUrl(humdash.address("prometheus") + "/api/v1/label/" + parts[1].strip()
                + "/values?match[]=" + URLEncoder.encode(parts[0].strip(), StandardCharsets.UTF_8));
        assertEquals(200, answer.statusCode(), text + ": " + answer.body());
        List<String> values = new ArrayList<>();
        RunningHumdash.JSON.readTree(answer.body()).path("data").forEach(value -> values.add(value.asText()));
        return values;
    }

    /** The column that gives a variable its values ({@code __value}), or the first one. */
    List<String> firstColumn(Dashboard dashboard, Query query) throws SQLException {
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

    /** How many series an instant query answers with. */
    int samples(String promql) throws IOException, InterruptedException {
        HttpResponse<String> response = humdash.getUrl(humdash.address("prometheus") + "/api/v1/query?query="
                + URLEncoder.encode(promql, StandardCharsets.UTF_8));
        assertEquals(200, response.statusCode(), promql + ": " + response.body());
        return RunningHumdash.JSON.readTree(response.body()).at("/data/result").size();
    }
}
