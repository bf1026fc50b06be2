package org.humdash.gateway.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.humdash.gateway.change.ChangePosition;
import org.humdash.gateway.peer.Peer;

/**
 * Messages and what became of them. Whatever is written on behalf of a gateway that sends is written only while that gateway
 * has the webhook to itself: one that was slow must not overwrite what another did meanwhile.
 */
@ApplicationScoped
class DeliveryRepository {

    private static final String COLUMNS =
            "id, seq, webhook_id, state, made_at, begin_position, end_position, up_to, batch,"
                    + " entries, attempts, due_at, last_attempt_at, last_status, last_failure, ended_at";

    private final DataSource dataSource;

    DeliveryRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What an attempt changes. */
    record Attempted(
            Delivery.State state,
            int attempts,
            Instant attemptedAt,
            Integer status,
            String failure,
            Instant dueAt,
            Instant failingSince,
            Instant webhookDueAt) {}

    /** The message that is to be accepted before any other is sent. */
    Optional<Delivery> firstWaiting(String webhook) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select " + COLUMNS
                        + " from webhook_delivery where webhook_id = ? and state = 'WAITING' order by seq limit 1")) {
            statement.setString(1, webhook);
            return one(statement);
        }
    }

    Optional<Delivery> byId(String webhook, String id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select " + COLUMNS + " from webhook_delivery where webhook_id = ? and id = ?")) {
            statement.setString(1, webhook);
            statement.setString(2, id);
            return one(statement);
        }
    }

    /**
     * The newest first.
     *
     * @param state null for all
     */
    List<Delivery> page(String webhook, Delivery.State state, long before, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select " + COLUMNS + " from webhook_delivery"
                                + " where webhook_id = ? and (?::text is null or state = ?) and seq < ? order by seq desc limit ?")) {
            String name = state == null ? null : state.name();
            statement.setString(1, webhook);
            statement.setString(2, name);
            statement.setString(3, name);
            statement.setLong(4, before);
            statement.setInt(5, limit);
            List<Delivery> deliveries = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    deliveries.add(delivery(row));
                }
            }
            return deliveries;
        }
    }

    /**
     * Records a message before it is first sent, and moves its webhook behind it.
     *
     * @return false if the webhook was lost, deleted, paused or moved meanwhile; nothing is to be sent then
     */
    boolean begin(Delivery delivery, String lease) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement moved = connection.prepareStatement("update webhook set position = ? where id = ?"
                            + " and lease_id = ? and position = ? and state = 'ACTIVE'");
                    PreparedStatement insert =
                            connection.prepareStatement("insert into webhook_delivery (id, webhook_id, state, made_at,"
                                    + " begin_position, end_position, up_to, batch, entries, attempts, due_at)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                moved.setString(1, delivery.end().text());
                moved.setString(2, delivery.webhook());
                moved.setString(3, lease);
                moved.setString(4, delivery.begin().text());
                if (moved.executeUpdate() == 0) {
                    connection.rollback();
                    return false;
                }
                insert.setString(1, delivery.id());
                insert.setString(2, delivery.webhook());
                insert.setString(3, delivery.state().name());
                insert.setObject(4, at(delivery.madeAt()));
                insert.setString(5, delivery.begin().text());
                insert.setString(6, delivery.end().text());
                insert.setString(7, text(delivery.upTo()));
                insert.setInt(8, delivery.batch());
                insert.setInt(9, delivery.entries());
                insert.setInt(10, delivery.attempts());
                insert.setObject(11, at(delivery.dueAt()));
                insert.executeUpdate();
                connection.commit();
                return true;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /**
     * Records an attempt and gives the webhook back.
     *
     * @return false if it was lost meanwhile: another gateway sends the message again
     */
    boolean attempted(String webhook, String lease, String delivery, Attempted attempted) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement released = connection.prepareStatement("update webhook set lease_id = null,"
                            + " lease_until = null, due_at = ?, failing_since = ? where id = ? and lease_id = ?");
                    PreparedStatement ended = connection.prepareStatement("update webhook_delivery set state = ?,"
                            + " attempts = ?, last_attempt_at = coalesce(?, last_attempt_at),"
                            + " last_status = coalesce(?, last_status), last_failure = ?, due_at = ?, ended_at = ?"
                            + " where id = ? and state = 'WAITING'")) {
                released.setObject(1, at(attempted.webhookDueAt()));
                released.setObject(2, at(attempted.failingSince()));
                released.setString(3, webhook);
                released.setString(4, lease);
                if (released.executeUpdate() == 0) {
                    connection.rollback();
                    return false;
                }
                ended.setString(1, attempted.state().name());
                ended.setInt(2, attempted.attempts());
                ended.setObject(3, at(attempted.attemptedAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
                ended.setObject(4, attempted.status(), java.sql.Types.INTEGER);
                ended.setString(5, attempted.failure());
                ended.setObject(6, at(attempted.dueAt()));
                ended.setObject(
                        7,
                        attempted.state() == Delivery.State.WAITING ? null : at(attempted.dueAt()),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
                ended.setString(8, delivery);
                ended.executeUpdate();
                connection.commit();
                return true;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /**
     * Has dead messages sent again, before anything newer.
     *
     * @param delivery null for all of the webhook
     * @return how many
     */
    int revive(String webhook, String delivery, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement revived =
                            connection.prepareStatement("update webhook_delivery set state = 'WAITING',"
                                    + " attempts = 0, due_at = ?, ended_at = null"
                                    + " where webhook_id = ? and state = 'DEAD' and (?::text is null or id = ?)");
                    PreparedStatement due =
                            connection.prepareStatement("update webhook set due_at = least(due_at, ?) where id = ?")) {
                revived.setObject(1, at(now));
                revived.setString(2, webhook);
                revived.setString(3, delivery);
                revived.setString(4, delivery);
                int count = revived.executeUpdate();
                if (count > 0) {
                    due.setObject(1, at(now));
                    due.setString(2, webhook);
                    due.executeUpdate();
                }
                connection.commit();
                return count;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** Takes those out of the list that ended before. */
    int forget(Instant endedBefore) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("delete from webhook_delivery where ended_at < ?")) {
            statement.setObject(1, at(endedBefore));
            return statement.executeUpdate();
        }
    }

    /** How it stands with all webhooks. */
    record Standing(long paused, long dead, Instant oldestWaiting) {}

    Standing standing() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select (select count(*) from webhook where state = 'PAUSED') as paused,"
                                + " (select count(*) from webhook_delivery where state = 'DEAD') as dead,"
                                + " (select min(made_at) from webhook_delivery d join webhook w on w.id = d.webhook_id"
                                + " where d.state = 'WAITING' and w.state = 'ACTIVE') as oldest");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Standing(row.getLong("paused"), row.getLong("dead"), instant(row, "oldest"));
        }
    }

    private static Optional<Delivery> one(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(delivery(row)) : Optional.empty();
        }
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("id"),
                row.getLong("seq"),
                row.getString("webhook_id"),
                Delivery.State.valueOf(row.getString("state")),
                instant(row, "made_at"),
                ChangePosition.read(row.getString("begin_position")),
                ChangePosition.read(row.getString("end_position")),
                upTo(row.getString("up_to")),
                row.getInt("batch"),
                row.getInt("entries"),
                row.getInt("attempts"),
                instant(row, "due_at"),
                instant(row, "last_attempt_at"),
                row.getObject("last_status", Integer.class),
                row.getString("last_failure"),
                instant(row, "ended_at"));
    }

    private static String text(Map<Peer, Instant> upTo) {
        return upTo.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static Map<Peer, Instant> upTo(String text) {
        Map<Peer, Instant> upTo = new EnumMap<>(Peer.class);
        text.lines()
                .map(line -> line.split(" "))
                .forEach(words -> upTo.put(Peer.valueOf(words[0]), Instant.parse(words[1])));
        return upTo;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
