package org.humdash.gateway.cursor;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** The secret that cursors are sealed with: one for all gateways, made by whichever is the first. */
@ApplicationScoped
class CursorSecretRepository {

    private static final String NAME = "cursor";
    private static final int BYTES = 32;

    private final DataSource dataSource;
    private final Clock clock;

    CursorSecretRepository(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    byte[] secret() throws SQLException {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement made =
                        connection.prepareStatement("insert into shared_secret (name, secret, made_at) values (?, ?, ?)"
                                + " on conflict (name) do nothing");
                PreparedStatement kept =
                        connection.prepareStatement("select secret from shared_secret where name = ?")) {
            made.setString(1, NAME);
            made.setBytes(2, fresh);
            made.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            made.executeUpdate();
            kept.setString(1, NAME);
            try (ResultSet row = kept.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }
}
