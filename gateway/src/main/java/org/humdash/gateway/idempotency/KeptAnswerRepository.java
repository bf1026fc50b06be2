package org.humdash.gateway.idempotency;

import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What was answered to requests that may come again, for all instances of the gateway. */
@ApplicationScoped
class KeptAnswerRepository {

    private final DataSource dataSource;

    KeptAnswerRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What is known under a key.
     *
     * @param request fingerprint of the head of the first request
     * @param answer null while the first request is under way; then the fingerprint of its body is null too
     */
    record Found(byte[] request, byte[] body, long bodyLength, KeptAnswer answer) {}

    /**
     * Takes a key for an attempt; empty if it is taken now, otherwise what was there before.
     *
     * @param lostBefore who was not heard of since does not do it any more
     * @param expiredBefore what was begun before may be forgotten
     */
    Optional<Found> begin(
            byte[] id,
            String account,
            UUID attempt,
            byte[] request,
            Instant now,
            Instant lostBefore,
            Instant expiredBefore)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Optional<Found> found = Optional.empty();
            boolean taken = take(connection, id, account, attempt, request, now, lostBefore, expiredBefore);
            while (!taken) {
                found = find(connection, id);
                if (found.isPresent()) {
                    return found;
                }
                // It was given up in between.
                taken = take(connection, id, account, attempt, request, now, lostBefore, expiredBefore);
            }
            return Optional.empty();
        }
    }

    private static boolean take(
            Connection connection,
            byte[] id,
            String account,
            UUID attempt,
            byte[] request,
            Instant now,
            Instant lostBefore,
            Instant expiredBefore)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into kept_answer as kept (id, account, attempt, request, begun_at, alive_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (id) do update set
                    attempt = excluded.attempt, request = excluded.request, begun_at = excluded.begun_at,
                    alive_at = excluded.alive_at, answered_at = null, body = null, body_length = null, status = null,
                    headers = null, answer = null
                where (kept.answered_at is null and kept.alive_at < ? and kept.request = excluded.request)
                    or (kept.begun_at < ? and kept.alive_at < ?)""")) {
            statement.setBytes(1, id);
            statement.setString(2, account);
            statement.setObject(3, attempt);
            statement.setBytes(4, request);
            statement.setObject(5, at(now));
            statement.setObject(6, at(now));
            statement.setObject(7, at(lostBefore));
            statement.setObject(8, at(expiredBefore));
            statement.setObject(9, at(lostBefore));
            return statement.executeUpdate() == 1;
        }
    }

    private static Optional<Found> find(Connection connection, byte[] id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select request, body, body_length, status, headers, answer from kept_answer where id = ?")) {
            statement.setBytes(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Integer status = row.getObject("status", Integer.class);
                KeptAnswer answer = status == null
                        ? null
                        : new KeptAnswer(status, new JsonObject(row.getString("headers")), row.getBytes("answer"));
                return Optional.of(
                        new Found(row.getBytes("request"), row.getBytes("body"), row.getLong("body_length"), answer));
            }
        }
    }

    /** Keeps the answer, if the attempt was not given to somebody else meanwhile. */
    void finish(byte[] id, UUID attempt, byte[] body, long bodyLength, KeptAnswer answer, Instant now)
            throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("update kept_answer set answered_at = ?, body = ?, body_length = ?,"
                                + " status = ?, headers = ?::jsonb, answer = ? where id = ? and attempt = ?")) {
            statement.setObject(1, at(now));
            statement.setBytes(2, body);
            statement.setLong(3, bodyLength);
            statement.setInt(4, answer.status());
            statement.setString(5, answer.headers().encode());
            statement.setBytes(6, answer.body());
            statement.setBytes(7, id);
            statement.setObject(8, attempt);
            statement.executeUpdate();
        }
    }

    /** The key is free again. */
    void giveUp(byte[] id, UUID attempt) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "delete from kept_answer where id = ? and attempt = ? and answered_at is null")) {
            statement.setBytes(1, id);
            statement.setObject(2, attempt);
            statement.executeUpdate();
        }
    }

    void alive(Collection<UUID> attempts, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update kept_answer set alive_at = ? where answered_at is null and attempt = any (?)")) {
            statement.setObject(1, at(now));
            statement.setArray(2, connection.createArrayOf("uuid", attempts.toArray()));
            statement.executeUpdate();
        }
    }

    void forgetBegunBefore(Instant limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("delete from kept_answer where begun_at < ? and alive_at < ?")) {
            statement.setObject(1, at(limit));
            statement.setObject(2, at(limit));
            statement.executeUpdate();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
