package org.humdash.gateway.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.humdash.gateway.change.ChangeFeed;
import org.humdash.gateway.change.ChangePosition;

/** Webhooks: whose they are, how far they are, and which gateway has them to itself. */
@ApplicationScoped
class WebhookRepository {

    private static final String COLUMNS =
            "id, account, url, feeds, secret, created_at, state, reason, detail, changed_at,"
                    + " position, failing_since";

    private final DataSource dataSource;

    WebhookRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return false if the account has that many already */
    boolean insert(Webhook webhook, int perAccount) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement lock =
                            connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 2127))");
                    PreparedStatement count =
                            connection.prepareStatement("select count(*) from webhook where account = ?");
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into webhook (id, account, url, feeds, secret, created_at,"
                                    + " state, changed_at, position, due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                // Two at once would each see one too few.
                lock.setString(1, webhook.account());
                lock.execute();
                count.setString(1, webhook.account());
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    if (row.getInt(1) >= perAccount) {
                        connection.rollback();
                        return false;
                    }
                }
                insert.setString(1, webhook.id());
                insert.setString(2, webhook.account());
                insert.setString(3, webhook.url().toString());
                insert.setString(4, ChangeFeed.labels(webhook.feeds()));
                insert.setBytes(5, webhook.secret());
                insert.setObject(6, at(webhook.createdAt()));
                insert.setString(7, webhook.state().name());
                insert.setObject(8, at(webhook.changedAt()));
                insert.setString(9, webhook.position().text());
                insert.setObject(10, at(webhook.createdAt()));
                insert.executeUpdate();
                connection.commit();
                return true;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** @param account null for those of all */
    Optional<Webhook> byId(String id, String account) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select " + COLUMNS + " from webhook where id = ? and (?::text is null or account = ?)")) {
            statement.setString(1, id);
            statement.setString(2, account);
            statement.setString(3, account);
            return one(statement);
        }
    }

    /**
     * Webhooks after an id, in the order of their ids.
     *
     * @param account null for those of all
     */
    List<Webhook> page(String account, String after, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select " + COLUMNS
                        + " from webhook where (?::text is null or account = ?) and id > ? order by id limit ?")) {
            statement.setString(1, account);
            statement.setString(2, account);
            statement.setString(3, after);
            statement.setInt(4, limit);
            List<Webhook> webhooks = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    webhooks.add(webhook(row));
                }
            }
            return webhooks;
        }
    }

    /** Its deliveries go with it. */
    void delete(String id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("delete from webhook where id = ?")) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }

    /** Nothing is sent any more; what is under way may still arrive. The first reason stays. */
    void pause(String id, Webhook.Reason reason, String detail, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("update webhook set state = 'PAUSED',"
                        + " reason = ?, detail = ?, changed_at = ? where id = ? and state = 'ACTIVE'")) {
            statement.setString(1, reason.name());
            statement.setString(2, detail);
            statement.setObject(3, at(now));
            statement.setString(4, id);
            statement.executeUpdate();
        }
    }

    /** What waits is tried again from the start of its schedule. */
    void resume(String id, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement webhook = connection.prepareStatement("update webhook set state = 'ACTIVE',"
                            + " reason = null, detail = null, changed_at = ?, failing_since = null, due_at = ?"
                            + " where id = ? and state = 'PAUSED'");
                    PreparedStatement waiting = connection.prepareStatement("update webhook_delivery set attempts = 0,"
                            + " due_at = ? where webhook_id = ? and state = 'WAITING'")) {
                webhook.setObject(1, at(now));
                webhook.setObject(2, at(now));
                webhook.setString(3, id);
                if (webhook.executeUpdate() > 0) {
                    waiting.setObject(1, at(now));
                    waiting.setString(2, id);
                    waiting.executeUpdate();
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** The next message begins there; one that waits is sent before. */
    void moveTo(String id, ChangePosition position, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update webhook set position = ?, due_at = least(due_at, ?) where id = ?")) {
            statement.setString(1, position.text());
            statement.setObject(2, at(now));
            statement.setString(3, id);
            statement.executeUpdate();
        }
    }

    /**
     * Takes the webhook that is due for longest, for this gateway alone until the lease ends.
     *
     * @param lease a name that nobody else has
     */
    Optional<Webhook> claim(String lease, Instant now, Duration duration) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("update webhook set lease_id = ?, lease_until = ?"
                                + " where id = (select id from webhook where state = 'ACTIVE' and due_at <= ?"
                                + " and (lease_until is null or lease_until <= ?) order by due_at limit 1"
                                + " for update skip locked) returning " + COLUMNS)) {
            statement.setString(1, lease);
            statement.setObject(2, at(now.plus(duration)));
            statement.setObject(3, at(now));
            statement.setObject(4, at(now));
            return one(statement);
        }
    }

    /** Gives it back. Whoever has lost it meanwhile changes nothing. */
    void release(String id, String lease, Instant dueAt) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("update webhook set lease_id = null,"
                        + " lease_until = null, due_at = ? where id = ? and lease_id = ?")) {
            statement.setObject(1, at(dueAt));
            statement.setString(2, id);
            statement.setString(3, lease);
            statement.executeUpdate();
        }
    }

    /** Webhooks that rest look at once whether there is something; those that wait to try again do not. */
    void wake(Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update webhook set due_at = ?"
                                + " where state = 'ACTIVE' and due_at > ? and lease_id is null and not exists"
                                + " (select from webhook_delivery where webhook_id = webhook.id and webhook_delivery.state = 'WAITING')")) {
            statement.setObject(1, at(now));
            statement.setObject(2, at(now));
            statement.executeUpdate();
        }
    }

    private static Optional<Webhook> one(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(webhook(row)) : Optional.empty();
        }
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new Webhook(
                row.getString("id"),
                row.getString("account"),
                URI.create(row.getString("url")),
                FeedLabels.read(row.getString("feeds")),
                row.getBytes("secret"),
                instant(row, "created_at"),
                Webhook.State.valueOf(row.getString("state")),
                reason == null ? null : Webhook.Reason.valueOf(reason),
                row.getString("detail"),
                instant(row, "changed_at"),
                ChangePosition.read(row.getString("position")),
                instant(row, "failing_since"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
