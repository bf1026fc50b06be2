package org.humdash.incident.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.humdash.vocabulary.text.BilingualText;

/** What sources are called. By plain SQL, because nearly every answer needs it. */
@ApplicationScoped
class SourceNameRepository {

    private final DataSource dataSource;

    SourceNameRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Every source as it was known at an instant, by code, whatever its sensitivity: for naming figures that are visible. */
    Map<String, SourceSummary> knownAt(Instant instant) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select code, name_en, name_ar, kind from source"
                                + " where recorded_at <= ? and (superseded_at is null or superseded_at > ?)")) {
            OffsetDateTime at = OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
            statement.setObject(1, at);
            statement.setObject(2, at);
            Map<String, SourceSummary> sources = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sources.put(
                            row.getString(1),
                            new SourceSummary(
                                    row.getString(1),
                                    new BilingualText(row.getString(2), row.getString(3)),
                                    SourceKind.valueOf(row.getString(4))));
                }
            }
            return sources;
        } catch (SQLException e) {
            throw new IllegalStateException("The names of the sources could not be read", e);
        }
    }
}
