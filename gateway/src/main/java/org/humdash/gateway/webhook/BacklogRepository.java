package org.humdash.gateway.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.humdash.gateway.change.ChangeEntry;
import org.humdash.gateway.change.ChangePage;
import org.humdash.gateway.peer.Peer;

/** Since when there is something that webhooks have not passed on, for the meters. */
@ApplicationScoped
class BacklogRepository {

    private final DataSource dataSource;

    BacklogRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What a webhook found where it is. Of a service that did not answer, what was known before stays. */
    void found(String webhook, ChangePage page) throws SQLException {
        Map<Peer, Instant> first = new EnumMap<>(Peer.class);
        for (ChangeEntry entry : page.entries()) {
            first.merge(entry.feed().peer(), entry.recordedAt(), (one, other) -> one.isBefore(other) ? one : other);
        }
        Set<Peer> caughtUp = EnumSet.allOf(Peer.class);
        caughtUp.removeAll(page.missing().keySet());
        caughtUp.removeAll(first.keySet());
        write(webhook, first, caughtUp);
    }

    /** Everything that the webhook found was passed on. */
    void passedOn(String webhook, ChangePage page) throws SQLException {
        Set<Peer> caughtUp = EnumSet.allOf(Peer.class);
        caughtUp.removeAll(page.missing().keySet());
        write(webhook, Map.of(), caughtUp);
    }

    /** Since when something of each service waits for a webhook that is not paused; no entry where nothing does. */
    Map<Peer, Instant> oldest() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select b.service, min(b.unread_since) as since"
                                + " from webhook_backlog b join webhook w on w.id = b.webhook_id where w.state = 'ACTIVE' group by 1");
                ResultSet row = statement.executeQuery()) {
            Map<Peer, Instant> oldest = new EnumMap<>(Peer.class);
            while (row.next()) {
                oldest.put(
                        Peer.valueOf(row.getString("service")),
                        row.getObject("since", OffsetDateTime.class).toInstant());
            }
            return oldest;
        }
    }

    private void write(String webhook, Map<Peer, Instant> first, Set<Peer> caughtUp) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement gone = connection.prepareStatement(
                        "delete from webhook_backlog where webhook_id = ? and service = any (?)");
                // The webhook may have been deleted meanwhile.
                PreparedStatement waits = connection.prepareStatement("insert into webhook_backlog"
                        + " (webhook_id, service, unread_since) select id, ?, ? from webhook where id = ?"
                        + " on conflict (webhook_id, service) do update set unread_since = excluded.unread_since")) {
            if (!caughtUp.isEmpty()) {
                gone.setString(1, webhook);
                gone.setArray(
                        2,
                        connection.createArrayOf(
                                "text", caughtUp.stream().map(Enum::name).toArray()));
                gone.executeUpdate();
            }
            for (Map.Entry<Peer, Instant> one : first.entrySet()) {
                waits.setString(1, one.getKey().name());
                waits.setObject(2, one.getValue().atOffset(ZoneOffset.UTC));
                waits.setString(3, webhook);
                waits.executeUpdate();
            }
        }
    }
}
