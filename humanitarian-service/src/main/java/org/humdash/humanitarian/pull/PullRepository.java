package org.humdash.humanitarian.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What is fetched, and how that went. Every statement is a transaction of its own. */
@ApplicationScoped
class PullRepository {

    /** The most pulls there can be: each is a few series of metrics. */
    static final int MOST = 200;

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final Clock clock;

    PullRepository(DataSource dataSource, ObjectMapper json, Clock clock) {
        this.dataSource = dataSource;
        this.json = json;
        this.clock = clock;
    }

    /** A pull whose import has come to an end, or not. */
    record Pending(String code, UUID job) {}

    List<Pull> all() throws SQLException {
        return read("select * from pull order by code limit " + MOST, this::pull);
    }

    Optional<Pull> byCode(String code) throws SQLException {
        return read("select * from pull where code = ?", this::pull, code).stream()
                .findFirst();
    }

    /** Sets a pull up, or changes it; its turn comes at once. Another address makes what is known of the file void. */
    void save(String code, PullRequest request, String account) throws SQLException {
        try {
            update(
                    """
                    insert into pull (code, url, every_minutes, enabled, complete, mapping, constants, recorded_at, recorded_by, next_at)
                    values (?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?)
                    on conflict (code) do update set url = excluded.url, every_minutes = excluded.every_minutes,
                        enabled = excluded.enabled, complete = excluded.complete, mapping = excluded.mapping,
                        constants = excluded.constants, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by,
                        next_at = excluded.next_at, etag = null, last_modified = null,
                        pending_etag = null, pending_last_modified = null""",
                    code,
                    request.url().toString(),
                    request.everyMinutes(),
                    request.enabled(),
                    request.complete(),
                    request.mapping(),
                    json.writeValueAsString(request.constants()),
                    now(),
                    account,
                    now());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Constants could not be written", e);
        }
    }

    /**
     * Takes the pull whose turn it has been for the longest, so that no other replica does. One whose import is not over is
     * left alone.
     */
    Optional<Due> takeDue() throws SQLException {
        return take("enabled and pending_job is null and next_at <= ? order by next_at", now());
    }

    /** Takes a pull out of turn; empty if its import is not over. */
    Optional<Due> take(String code) throws SQLException {
        return take("pending_job is null and code = ?", code);
    }

    /** The file is being imported; what its address said of it counts when that has succeeded. */
    void importing(String code, UUID job, Fetched fetched) throws SQLException {
        update(
                "update pull set pending_job = ?, last_job = ?, pending_etag = ?, pending_last_modified = ? where code = ?",
                job,
                job,
                fetched.etag(),
                fetched.lastModified(),
                code);
    }

    /** The file has not changed. */
    void unchanged(String code) throws SQLException {
        update("update pull set last_success_at = ? where code = ?", now(), code);
    }

    void failed(String code, String reason) throws SQLException {
        update(
                "update pull set last_failure_at = ?, last_failure = ?, pending_job = null where code = ?",
                now(),
                reason,
                code);
    }

    List<Pending> pending() throws SQLException {
        return read(
                "select code, pending_job from pull where pending_job is not null",
                row -> new Pending(row.getString(1), row.getObject(2, UUID.class)));
    }

    /** The import of what was fetched has succeeded. */
    void imported(String code, UUID job, Instant at) throws SQLException {
        update("""
                update pull set last_success_at = ?, last_changed_at = ?, etag = pending_etag, last_modified = pending_last_modified,
                    pending_etag = null, pending_last_modified = null, pending_job = null
                where code = ? and pending_job = ?""", time(at), time(at), code, job);
    }

    private Optional<Due> take(String condition, Object parameter) throws SQLException {
        return read(
                        "update pull p set last_attempt_at = ?, next_at = ? + every_minutes * interval '1 minute'"
                                + " where code = (select code from pull where " + condition
                                + " limit 1 for update skip locked) returning *",
                        row -> new Due(pull(row), row.getString("etag"), row.getString("last_modified")),
                        now(),
                        now(),
                        parameter)
                .stream()
                .findFirst();
    }

    private Pull pull(ResultSet row) throws SQLException {
        try {
            return new Pull(
                    row.getString("code"),
                    URI.create(row.getString("url")),
                    row.getInt("every_minutes"),
                    row.getBoolean("enabled"),
                    row.getBoolean("complete"),
                    row.getString("mapping"),
                    json.readValue(row.getString("constants"), new TypeReference<Map<String, String>>() {}),
                    instant(row, "recorded_at"),
                    row.getString("recorded_by"),
                    instant(row, "next_at"),
                    row.getObject("pending_job", UUID.class),
                    row.getObject("last_job", UUID.class),
                    instant(row, "last_attempt_at"),
                    instant(row, "last_success_at"),
                    instant(row, "last_changed_at"),
                    instant(row, "last_failure_at"),
                    row.getString("last_failure"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Constants could not be read", e);
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String sql, Reading<T> reading, Object... parameters) throws SQLException {
        List<T> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(reading.of(row));
            }
        }
        return found;
    }

    private void update(String sql, Object... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof OffsetDateTime time) {
                statement.setObject(i + 1, time, Types.TIMESTAMP_WITH_TIMEZONE);
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
        return statement;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return time(clock.instant());
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
