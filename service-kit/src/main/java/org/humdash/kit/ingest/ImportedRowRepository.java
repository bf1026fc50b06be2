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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.humdash.vocabulary.hxl.RowWarning;
import org.humdash.vocabulary.lint.Finding;

/**
 * What an import has to say of single rows and records: refused ones, missing ones, odd ones. It is written in transactions
 * of its own, as the jobs are.
 */
@ApplicationScoped
public class ImportedRowRepository {

    private final DataSource dataSource;
    private final ObjectMapper json;

    ImportedRowRepository(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** A refused row as it is kept. */
    record Refusal(long number, long row, List<String> cells, List<String> problems) {}

    /** A record that a complete file lacks. */
    record Missing(UUID record, String reference) {}

    @Transactional(TxType.REQUIRES_NEW)
    void addRefused(UUID job, List<Refusal> rows) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into import_refusal (job, number, row_number, cells, problems) values (?, ?, ?, ?, ?)")) {
            for (Refusal row : rows) {
                statement.setObject(1, job);
                statement.setLong(2, row.number());
                statement.setLong(3, row.row());
                statement.setArray(
                        4, connection.createArrayOf("text", row.cells().toArray()));
                statement.setArray(
                        5, connection.createArrayOf("text", row.problems().toArray()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    void addMissing(UUID job, List<Missing> records) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into import_missing (job, record, reference) values (?, ?, ?)")) {
            for (Missing missing : records) {
                statement.setObject(1, job);
                statement.setObject(2, missing.record());
                statement.setString(3, missing.reference());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    void addWarnings(UUID job, List<RowWarning> warnings) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into import_warning (job, number, row_number, finding) values (?, ?, ?, ?::json)")) {
            int number = 0;
            for (RowWarning warning : warnings) {
                statement.setObject(1, job);
                statement.setInt(2, ++number);
                statement.setLong(3, warning.row());
                statement.setString(4, text(warning.finding()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    List<Refusal> refused(UUID job, long after, int limit) throws SQLException {
        List<Refusal> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = of(
                        connection,
                        "select * from import_refusal where job = ? and number > ? order by number limit ?",
                        job,
                        after,
                        limit);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(new Refusal(
                        row.getLong("number"), row.getLong("row_number"), texts(row, "cells"), texts(row, "problems")));
            }
        }
        return rows;
    }

    /**
     * Of imports that ended before the instant.
     *
     * @return how many rows there were
     */
    @Transactional(TxType.REQUIRES_NEW)
    long forgetRefused(Instant endedBefore) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = of(
                        connection,
                        "delete from import_refusal using import_job"
                                + " where import_job.id = import_refusal.job and import_job.finished_at < ?",
                        endedBefore.atOffset(ZoneOffset.UTC))) {
            return statement.executeLargeUpdate();
        }
    }

    /** The first of what was found odd about the rows of a job, in their order. */
    List<RowWarning> warnings(UUID job, int limit) throws SQLException {
        List<RowWarning> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = of(
                        connection,
                        "select row_number, finding from import_warning where job = ? order by number limit ?",
                        job,
                        limit);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(new RowWarning(row.getLong(1), finding(row.getString(2))));
            }
        }
        return rows;
    }

    List<Missing> missing(UUID job, UUID after, int limit) throws SQLException {
        List<Missing> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = of(
                        connection,
                        "select record, reference from import_missing where job = ? and record > ? order by record limit ?",
                        job,
                        after,
                        limit);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(new Missing(row.getObject(1, UUID.class), row.getString(2)));
            }
        }
        return rows;
    }

    private static PreparedStatement of(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private String text(Finding finding) {
        try {
            return json.writeValueAsString(finding);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value of our own could not be written", e);
        }
    }

    private Finding finding(String text) {
        try {
            return json.readValue(text, Finding.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value of our own could not be read", e);
        }
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
