package org.humdash.gateway.apikey;

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
import javax.sql.DataSource;
import org.humdash.gateway.account.Role;
import org.humdash.vocabulary.access.Clearance;

/** The keys that were handed out. */
@ApplicationScoped
class ApiKeyRepository {

    private static final String COLUMNS =
            "id, owner, role, clearance, created_at, created_by, expires_at, revoked_at, revoked_by, last_used_at";

    private final DataSource dataSource;

    ApiKeyRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A key and what its secret has to match. */
    record Kept(ApiKey key, SecretHash hash) {}

    void insert(ApiKey key, SecretHash hash) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("insert into api_key (id, owner, role, clearance, created_at,"
                                + " created_by, expires_at, salt, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, key.id());
            statement.setString(2, key.owner());
            statement.setString(3, key.role().name());
            statement.setString(4, key.clearance().name());
            statement.setObject(5, at(key.createdAt()));
            statement.setString(6, key.createdBy());
            statement.setObject(7, at(key.expiresAt()));
            statement.setBytes(8, hash.salt());
            statement.setBytes(9, hash.hash());
            statement.executeUpdate();
        }
    }

    Optional<Kept> byId(String id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select " + COLUMNS + ", salt, hash from api_key where id = ?")) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Kept(key(row), new SecretHash(row.getBytes("salt"), row.getBytes("hash"))))
                        : Optional.empty();
            }
        }
    }

    /** The keys after an id, in the order of their ids. */
    List<ApiKey> page(String after, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select " + COLUMNS + " from api_key where id > ? order by id limit ?")) {
            statement.setString(1, after);
            statement.setInt(2, limit);
            List<ApiKey> keys = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    keys.add(key(row));
                }
            }
            return keys;
        }
    }

    /** The first revocation stays; empty if there is no such key. */
    Optional<ApiKey> revoke(String id, Instant now, String by) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update api_key set revoked_at = coalesce(revoked_at, ?), revoked_by = coalesce(revoked_by, ?)"
                                + " where id = ? returning " + COLUMNS)) {
            statement.setObject(1, at(now));
            statement.setString(2, by);
            statement.setString(3, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(key(row)) : Optional.empty();
            }
        }
    }

    /** Another gateway may have seen a key used later than this one. */
    void used(Map<String, Instant> lastUses) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update api_key set last_used_at = greatest(last_used_at, ?) where id = ?")) {
            // In one order everywhere, so that two gateways never wait for each other.
            for (String id : lastUses.keySet().stream().sorted().toList()) {
                statement.setObject(1, at(lastUses.get(id)));
                statement.setString(2, id);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** When the first of the keys of each role ends that hold; no entry for a role of which none ends. */
    Map<Role, Instant> nextExpiries(Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select role, min(expires_at) as ends"
                        + " from api_key where revoked_at is null and expires_at > ? group by role")) {
            statement.setObject(1, at(now));
            Map<Role, Instant> expiries = new EnumMap<>(Role.class);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    expiries.put(Role.valueOf(row.getString("role")), instant(row, "ends"));
                }
            }
            return expiries;
        }
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("owner"),
                Role.valueOf(row.getString("role")),
                Clearance.valueOf(row.getString("clearance")),
                instant(row, "created_at"),
                row.getString("created_by"),
                instant(row, "expires_at"),
                instant(row, "revoked_at"),
                row.getString("revoked_by"),
                instant(row, "last_used_at"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
