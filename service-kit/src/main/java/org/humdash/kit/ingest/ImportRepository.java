package org.humdash.kit.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.humdash.vocabulary.mapping.TableMapping;

/** The jobs of imports. They are written in transactions of their own: a job that fails leaves its report. */
@ApplicationScoped
public class ImportRepository {

    /** A service that has not reported a job for so long has stopped. */
    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(1);

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final Clock clock;

    ImportRepository(DataSource dataSource, ObjectMapper json, Clock clock) {
        this.dataSource = dataSource;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(TxType.REQUIRES_NEW)
    void create(UUID id, UUID instance, String account, ImportOptions options, SpooledFile file) throws SQLException {
        update(
                """
                insert into import_job (id, created_at, created_by, instance, seen_at, status, dry_run, complete, bytes, digest)
                values (?, ?, ?, ?, ?, 'QUEUED', ?, ?, ?, ?)""",
                id,
                now(),
                account,
                instance,
                now(),
                options.dryRun(),
                options.complete(),
                file.bytes(),
                file.digest());
    }

    @Transactional(TxType.REQUIRES_NEW)
    void start(UUID id, DetectedFile detected, TableMapping mapping) throws SQLException {
        update(
                "update import_job set status = 'READING', started_at = ?, seen_at = ?, detected = ?::json, mapping = ?::json"
                        + " where id = ?",
                now(),
                now(),
                text(detected),
                text(mapping),
                id);
    }

    /** Takes down how far a job is. Returns whether somebody wants it to end. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean report(ImportProgress progress) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(
                        connection,
                        "update import_job set status = ?, seen_at = ?, rows_read = ?, refused = ?"
                                + " where id = ? and finished_at is null returning cancel_requested",
                        progress.status().name(),
                        now(),
                        progress.rowsRead(),
                        progress.refused(),
                        progress.job());
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** A job that waits for its turn is alive too. */
    @Transactional(TxType.REQUIRES_NEW)
    void waits(UUID instance) throws SQLException {
        update("update import_job set seen_at = ? where instance = ? and status = 'QUEUED'", now(), instance);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void succeed(ImportProgress progress, ImportCounts counts, long missing, long unplaced) throws SQLException {
        update(
                """
                update import_job set status = 'SUCCEEDED', finished_at = ?, rows_read = ?, refused = ?, created = ?, revised = ?,
                    unchanged = ?, missing = ?, unplaced = ?, warnings = ?, recorded_at = ?
                where id = ?""",
                now(),
                progress.rowsRead(),
                progress.refused(),
                counts.created(),
                counts.revised(),
                counts.unchanged(),
                missing,
                unplaced,
                progress.warnings().hasLooked() ? progress.warnings().count() : null,
                progress.recordedAt() == null ? null : OffsetDateTime.ofInstant(progress.recordedAt(), ZoneOffset.UTC),
                progress.job());
    }

    @Transactional(TxType.REQUIRES_NEW)
    void fail(UUID id, ImportStatus status, String failure) throws SQLException {
        update(
                "update import_job set status = ?, finished_at = ?, failure = ? where id = ? and finished_at is null",
                status.name(),
                now(),
                failure,
                id);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void requestCancel(UUID id) throws SQLException {
        update("update import_job set cancel_requested = true where id = ? and finished_at is null", id);
    }

    @Transactional(TxType.REQUIRES_NEW)
    boolean isCancelRequested(UUID id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        prepare(connection, "select cancel_requested from import_job where id = ?", id);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** When a job last went through that wrote something; empty if none did. */
    Optional<Instant> lastSuccess() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select max(finished_at) as at from import_job where status = 'SUCCEEDED' and not dry_run");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return Optional.ofNullable(instant(row, "at"));
        }
    }

    /**
     * Ends the jobs of services that stopped.
     *
     * @return how many were to write something
     */
    @Transactional(TxType.REQUIRES_NEW)
    int endAbandoned() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, """
                update import_job set status = 'INTERRUPTED', finished_at = ?,
                    failure = 'The service stopped before the end of the import was noted: all of it was written or nothing. Send the file again, '
                        || 'which does not change what is there already.'
                where finished_at is null and seen_at < ? returning dry_run""", now(), now().minus(SIGN_OF_LIFE));
                ResultSet row = statement.executeQuery()) {
            int written = 0;
            while (row.next()) {
                written += row.getBoolean(1) ? 0 : 1;
            }
            return written;
        }
    }

    public Optional<ImportJob> byId(UUID id) throws SQLException {
        return jobs("select * from import_job where id = ?", id).stream().findFirst();
    }

    /** The jobs before another one in time, newest first. */
    List<ImportJob> page(UUID before, int limit) throws SQLException {
        return before == null
                ? jobs("select * from import_job order by created_at desc, id desc limit ?", limit)
                : jobs("""
                        select * from import_job
                        where (created_at, id) < (select created_at, id from import_job where id = ?)
                        order by created_at desc, id desc limit ?""", before, limit);
    }

    private List<ImportJob> jobs(String sql, Object... parameters) throws SQLException {
        List<ImportJob> jobs = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                jobs.add(job(row));
            }
        }
        return jobs;
    }

    private ImportJob job(ResultSet row) throws SQLException {
        Instant startedAt = instant(row, "started_at");
        Instant finishedAt = instant(row, "finished_at");
        long rowsRead = row.getLong("rows_read");
        long refused = row.getLong("refused");
        return new ImportJob(
                row.getObject("id", UUID.class),
                ImportStatus.valueOf(row.getString("status")),
                row.getBoolean("dry_run"),
                row.getBoolean("complete"),
                instant(row, "created_at"),
                row.getString("created_by"),
                startedAt,
                finishedAt,
                row.getLong("bytes"),
                row.getString("digest"),
                value(row.getString("detected"), DetectedFile.class),
                value(row.getString("mapping"), TableMapping.class),
                rowsRead,
                rowsRead - refused,
                refused,
                row.getLong("created"),
                row.getLong("revised"),
                row.getLong("unchanged"),
                row.getLong("missing"),
                row.getLong("unplaced"),
                row.getObject("warnings", Long.class),
                ImportJob.rate(rowsRead, startedAt, finishedAt == null ? clock.instant() : finishedAt),
                instant(row, "recorded_at"),
                row.getString("failure"));
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
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value of our own could not be written", e);
        }
    }

    private <T> T value(String text, Class<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value of our own could not be read", e);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime instant = row.getObject(column, OffsetDateTime.class);
        return instant == null ? null : instant.toInstant();
    }
}
