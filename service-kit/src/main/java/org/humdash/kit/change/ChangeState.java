package org.humdash.kit.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/** Tells whether anything was recorded since one last looked, for what is read again only then. */
@ApplicationScoped
public class ChangeState {

    private final DataSource dataSource;

    ChangeState(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A text that is the same as long as nothing is recorded and the day is the same. */
    public String of(LocalDate today) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select last_recorded_at::text from change_clock");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1) + " " + today;
        }
    }
}
