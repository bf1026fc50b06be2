package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A partner polls a situation that does not change. */
@ExtendWith(RunningHumdash.class)
@ResourceLock(RunningHumdash.ONE)
class UnchangedIT {

    private static final List<String> READS = List.of(
            "/api/v1/situation?ceasefire=GAZA-2025-10&asOf=2025-12-18",
            "/api/v1/headlines?area=PS02&asOf=2025-12-18",
            "/api/v1/claims/latest?ceasefire=GAZA-2025-10&asOf=2025-12-18");
    private static final int POLLS = 50;
    private static final int ROUNDS = 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Running humdash;

    UnchangedIT(Running humdash) {
        this.humdash = humdash;
    }

    /**
     * The services refresh their gauges now and then, so not every round is without a statement; if polls had any, each round
     * would have some.
     */
    @Test
    void whoeverHasItCostsNoStatementInEitherDatabase() throws Exception {
        try (Connection incident = humdash.owner("incident");
                Connection humanitarian = humdash.owner("humanitarian")) {
            int quiet = 0;
            for (int round = 0; round < ROUNDS && quiet == 0; round++) {
                quiet += isQuietRound(incident, humanitarian) ? 1 : 0;
            }
            assertEquals(1, quiet);
        }
    }

    private boolean isQuietRound(Connection incident, Connection humanitarian) throws Exception {
        List<String> tags = List.of(tag(READS.get(0)), tag(READS.get(1)), tag(READS.get(2)));
        OffsetDateTime sinceIncident = now(incident);
        OffsetDateTime sinceHumanitarian = now(humanitarian);
        int notModified = 0;
        for (int poll = 0; poll < POLLS; poll++) {
            for (int read = 0; read < READS.size(); read++) {
                notModified += get(READS.get(read), tags.get(read)).statusCode() == 304 ? 1 : 0;
            }
        }
        return notModified == POLLS * READS.size()
                && statements(incident, sinceIncident) == 0
                && statements(humanitarian, sinceHumanitarian) == 0;
    }

    /** How many connections of the service had a statement since then. */
    private static int statements(Connection connection, OffsetDateTime since) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
                        and query_start >= ?""")) {
            statement.setObject(1, since);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static OffsetDateTime now(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    private String tag(String path) throws Exception {
        HttpResponse<String> answer = get(path, "\"none\"");
        assertEquals(200, answer.statusCode());
        String tag = answer.headers().firstValue("ETag").orElse("");
        assertTrue(tag.isEmpty() || tag.matches("\"[A-Za-z0-9_-]{22}\""), tag);
        return tag.isEmpty() ? "\"none\"" : tag;
    }

    private HttpResponse<String> get(String path, String tag) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(humdash.address("gateway") + path))
                        .header("If-None-Match", tag)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
