package org.humdash.kit.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** The secret that all replicas of a service seal cursors with. The first of them to start makes it. */
@ApplicationScoped
class CursorSecretRepository {

    private final DataSource dataSource;
    private final Clock clock;

    CursorSecretRepository(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    byte[] secret() throws SQLException {
        byte[] made = new byte[CursorSeal.SECRET_BYTES];
        new SecureRandom().nextBytes(made);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into cursor_secret (secret, made_at) values (?, ?) on conflict do nothing");
                PreparedStatement select = connection.prepareStatement("select secret from cursor_secret")) {
            insert.setBytes(1, made);
            insert.setObject(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.executeUpdate();
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }
}
