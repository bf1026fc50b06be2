package org.humdash.gateway.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.Role;

/** What was written, in the order it was begun. Nothing is ever taken out by the program. */
@ApplicationScoped
class AuditRepository {

    private final DataSource dataSource;

    AuditRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The id of a new entry. */
    long begin(Instant now, Account account, String method, String path) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("insert into audit_entry (begun_at, account, role, method, path)"
                                + " values (?, ?, ?, ?, ?) returning id")) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setString(2, account.name());
            statement.setString(3, account.role().name());
            statement.setString(4, method);
            statement.setString(5, path);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    void end(long id, Instant now, int status) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update audit_entry set status = ?, ended_at = greatest(begun_at, ?) where id = ?")) {
            statement.setInt(1, status);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setLong(3, id);
            statement.executeUpdate();
        }
    }

    /**
     * Entries before an id, the newest first.
     *
     * @param account null for those of all
     */
    List<AuditEntry> page(String account, long before, int limit) throws SQLException {
        String whose = account == null ? "" : " and account = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select id, begun_at, account, role, method, path, status, ended_at"
                                + " from audit_entry where id < ?" + whose + " order by id desc limit ?")) {
            int parameter = 1;
            statement.setLong(parameter++, before);
            if (account != null) {
                statement.setString(parameter++, account);
            }
            statement.setInt(parameter, limit);
            List<AuditEntry> entries = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
            return entries;
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getString("account"),
                Role.valueOf(row.getString("role")),
                row.getString("method"),
                row.getString("path"),
                row.getObject("status", Integer.class),
                ended == null ? null : ended.toInstant());
    }
}
