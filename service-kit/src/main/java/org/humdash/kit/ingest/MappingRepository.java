package org.humdash.kit.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.humdash.vocabulary.mapping.TableMapping;

/** Mappings kept under a name. */
@ApplicationScoped
public class MappingRepository {

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final Clock clock;

    MappingRepository(DataSource dataSource, ObjectMapper json, Clock clock) {
        this.dataSource = dataSource;
        this.json = json;
        this.clock = clock;
    }

    /** A mapping that is kept. */
    public record SavedMapping(String name, TableMapping mapping, Instant recordedAt, String recordedBy) {}

    void save(String name, TableMapping mapping, String account) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into import_mapping (name, mapping, recorded_at, recorded_by) values (?, ?::json, ?, ?)
                        on conflict (name) do update set mapping = excluded.mapping, recorded_at = excluded.recorded_at,
                            recorded_by = excluded.recorded_by""")) {
            statement.setString(1, name);
            statement.setString(2, json.writeValueAsString(mapping));
            statement.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            statement.setString(4, account);
            statement.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A mapping could not be written", e);
        }
    }

    public Optional<SavedMapping> byName(String name) throws SQLException {
        return list("where name = ?", name).stream().findFirst();
    }

    /** All of them; there are few, one for each kind of file an installation is sent. */
    List<SavedMapping> all() throws SQLException {
        return list("");
    }

    private List<SavedMapping> list(String where, Object... parameters) throws SQLException {
        List<SavedMapping> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select * from import_mapping " + where + " order by name limit 1000")) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new SavedMapping(
                            row.getString("name"),
                            json.readValue(row.getString("mapping"), TableMapping.class),
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                            row.getString("recorded_by")));
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A mapping could not be read", e);
        }
        return found;
    }
}
