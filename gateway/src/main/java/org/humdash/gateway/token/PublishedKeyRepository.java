package org.humdash.gateway.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The public keys of all gateways, because any of them may be asked for the key of another. */
@ApplicationScoped
class PublishedKeyRepository {

    private final DataSource dataSource;

    PublishedKeyRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Those that have ended are removed on the way. */
    void publish(String id, String publicKey, Instant now, Instant expiresAt) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement ended = connection.prepareStatement("delete from signing_key where expires_at <= ?");
                PreparedStatement begun = connection.prepareStatement("insert into signing_key"
                        + " (id, public_key, published_at, expires_at) values (?, ?::jsonb, ?, ?)")) {
            ended.setObject(1, now.atOffset(ZoneOffset.UTC));
            ended.executeUpdate();
            begun.setString(1, id);
            begun.setString(2, publicKey);
            begun.setObject(3, now.atOffset(ZoneOffset.UTC));
            begun.setObject(4, expiresAt.atOffset(ZoneOffset.UTC));
            begun.executeUpdate();
        }
    }

    /** The keys that a token may still be signed with, as JSON Web Keys. */
    List<String> current(Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select public_key from signing_key where expires_at > ? order by published_at, id")) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            List<String> keys = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    keys.add(row.getString(1));
                }
            }
            return keys;
        }
    }
}
