package org.humdash.humanitarian.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.humdash.humanitarian.hazard.HazardType;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.access.Sensitivity;

/** Reads alerts, with the messages that took their place and the hazards they are about. */
@ApplicationScoped
class AlertRepository {

    private static final TypeReference<List<AlertReference>> REFERENCES = new TypeReference<>() {};
    private static final TypeReference<List<AlertInfo>> INFOS = new TypeReference<>() {};
    private static final TypeReference<GdacsEvent> GDACS = new TypeReference<>() {};

    private final DataSource dataSource;
    private final ObjectMapper json;

    AlertRepository(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** The page after the filter's cursor and one alert more, which tells whether there is another page. */
    List<AlertResponse> page(AlertFilter filter, ReadScope scope) throws SQLException {
        return read(AlertQuery.page(filter, scope), scope);
    }

    Optional<AlertResponse> byId(UUID id, ReadScope scope) throws SQLException {
        return read(AlertQuery.one(id, scope), scope).stream().findFirst();
    }

    /** Every revision of an alert that had been recorded, retractions included, first to last. */
    List<AlertResponse> revisions(UUID id, ReadScope scope) throws SQLException {
        return read(AlertQuery.revisions(id, scope), scope);
    }

    private List<AlertResponse> read(AlertQuery query, ReadScope scope) throws SQLException {
        List<AlertResponse> alerts = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                alerts.add(alert(row, query.day(), scope));
            }
        }
        return alerts;
    }

    private AlertResponse alert(ResultSet row, AsOfDay day, ReadScope scope) throws SQLException {
        AlertStatus status = AlertStatus.valueOf(row.getString("status"));
        MessageType messageType = MessageType.valueOf(row.getString("message_type"));
        Instant begins = instant(row, "begins");
        Instant ends = instant(row, "ends");
        Replacement replacedBy = replacement(row);
        HazardLink link = HazardLink.valueOf(row.getString("hazard_link"));
        return new AlertResponse(
                row.getObject("id", UUID.class),
                AlertFormat.valueOf(row.getString("format")),
                row.getString("sender"),
                row.getString("identifier"),
                instant(row, "sent"),
                status,
                messageType,
                AlertScope.valueOf(row.getString("scope")),
                row.getString("note"),
                parsed(row.getString("refers_to"), REFERENCES),
                day.standing(status, messageType, begins, ends, replacedBy),
                replacedBy,
                row.getString("type") == null ? null : HazardType.valueOf(row.getString("type")),
                row.getString("glide"),
                texts(row, "hazards").map(code -> new LinkedHazard(code, link)).toList(),
                begins,
                ends,
                box(row),
                texts(row, "pcodes").toList(),
                texts(row, "countries").toList(),
                row.getString("url"),
                parsed(row.getString("infos"), INFOS),
                row.getString("gdacs") == null ? null : parsed(row.getString("gdacs"), GDACS),
                Sensitivity.valueOf(row.getString("sensitivity")),
                new RevisionResponse(
                                row.getInt("revision"),
                                instant(row, "recorded_at"),
                                instant(row, "superseded_at"),
                                RevisionReason.valueOf(row.getString("revision_reason")))
                        .asKnownAt(scope.knownAt()));
    }

    private static Replacement replacement(ResultSet row) throws SQLException {
        UUID id = row.getObject("replaced_by", UUID.class);
        return id == null
                ? null
                : new Replacement(
                        id,
                        row.getString("replaced_by_identifier"),
                        MessageType.valueOf(row.getString("replaced_by_type")),
                        instant(row, "replaced_by_sent"));
    }

    private static BoundingBox box(ResultSet row) throws SQLException {
        return row.getObject("lon_min") == null
                ? null
                : new BoundingBox(
                        row.getDouble("lon_min"),
                        row.getDouble("lon_max"),
                        row.getDouble("lat_min"),
                        row.getDouble("lat_max"));
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private <T> T parsed(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An alert is kept in a form that is not understood any more", e);
        }
    }
}
