package org.humdash.humanitarian.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Sensitivity;

/** Writes revisions of alerts, in the transaction of whoever calls. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class AlertWriteRepository {

    private static final String KNOWN =
            "select a.revision_id, a.id, a.revision, a.revision_reason, a.sensitivity, a.hazard_link, a.hazard, a.fingerprint";

    /** What a message says, in the order of {@link #bind}. */
    private static final List<String> CONTENT = List.of(
            "format",
            "sender",
            "identifier",
            "sent",
            "shown_from",
            "status",
            "message_type",
            "scope",
            "note",
            "refers_to",
            "replaces",
            "type",
            "glide",
            "begins",
            "ends",
            "lon_min",
            "lon_max",
            "lat_min",
            "lat_max",
            "countries",
            "pcodes",
            "area_descriptions",
            "url",
            "infos",
            "gdacs",
            "gdacs_event",
            "gdacs_episode",
            "alert_level",
            "fingerprint");

    private static final String HEAD =
            "insert into alert (recorded_at, id, revision, revision_reason, sensitivity, hazard_link, hazard, ";

    private final DataSource dataSource;
    private final ObjectMapper json;

    AlertWriteRepository(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** The current revisions under these keys. */
    Map<AlertKey, KnownAlert> current(List<AlertKey> keys) throws SQLException {
        Map<AlertKey, KnownAlert> known = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(KNOWN + ", a.format, a.sender, a.identifier"
                        + " from unnest(?::text[], ?::text[], ?::text[]) k (format, sender, identifier)"
                        + " join alert a on a.format = k.format and a.sender = k.sender and a.identifier = k.identifier"
                        + " and a.superseded_at is null")) {
            statement.setArray(
                    1,
                    texts(
                            connection,
                            keys.stream().map(key -> key.format().name()).toList()));
            statement.setArray(
                    2, texts(connection, keys.stream().map(AlertKey::sender).toList()));
            statement.setArray(
                    3, texts(connection, keys.stream().map(AlertKey::identifier).toList()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    known.put(
                            new AlertKey(AlertFormat.valueOf(row.getString(9)), row.getString(10), row.getString(11)),
                            known(row));
                }
            }
        }
        return known;
    }

    Optional<KnownAlert> current(UUID id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        KNOWN + " from alert a where a.id = ? and a.superseded_at is null")) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(known(row)) : Optional.empty();
            }
        }
    }

    /** Closes the current revisions of these records; a new record has none. */
    void close(List<UUID> ids, Instant recordedAt) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update alert set superseded_at = ? where superseded_at is null and id = any(?)")) {
            statement.setObject(1, utc(recordedAt));
            statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            statement.executeUpdate();
        }
    }

    void insert(List<AlertRevision> revisions, Instant recordedAt) throws SQLException {
        String places =
                String.join(", ", Collections.nCopies(CONTENT.size(), "?")).replaceFirst("^", "?, ?, ?, ?, ?, ?, ?, ");
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(HEAD + String.join(", ", CONTENT) + ") values (" + places + ")")) {
            for (AlertRevision revision : revisions) {
                bind(connection, statement, revision, recordedAt);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Writes the next revision of an alert that says the same, judged differently. */
    void judge(
            KnownAlert known,
            RevisionReason reason,
            Sensitivity sensitivity,
            HazardLink link,
            String hazard,
            Instant recordedAt)
            throws SQLException {
        close(List.of(known.id()), recordedAt);
        String content = String.join(", ", CONTENT);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(HEAD + content + ") select ?, id, revision + 1, ?, ?, ?, ?, "
                                + content + " from alert where revision_id = ?")) {
            statement.setObject(1, utc(recordedAt));
            statement.setString(2, reason.name());
            statement.setString(3, sensitivity.name());
            statement.setString(4, link.name());
            statement.setString(5, hazard);
            statement.setLong(6, known.revisionId());
            statement.executeUpdate();
        }
    }

    /** What a message says, condensed. */
    UUID fingerprint(AlertMessage message) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text(message).getBytes(StandardCharsets.UTF_8));
            return UUID.nameUUIDFromBytes(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void bind(Connection connection, PreparedStatement statement, AlertRevision revision, Instant recordedAt)
            throws SQLException {
        AlertMessage message = revision.message();
        BoundingBox box = message.box();
        GdacsEvent gdacs = message.gdacs();
        Object[] values = {
            recordedAt,
            revision.id(),
            revision.number(),
            revision.reason(),
            revision.sensitivity(),
            revision.hazardLink(),
            revision.hazard(),
            message.format(),
            message.sender(),
            message.identifier(),
            message.sent(),
            message.shownFrom(),
            message.status(),
            message.messageType(),
            message.scope(),
            message.note(),
            new Json(text(message.references())),
            message.replaces(),
            message.type(),
            message.glide(),
            message.begins(),
            message.ends(),
            box == null ? null : box.lonMin(),
            box == null ? null : box.lonMax(),
            box == null ? null : box.latMin(),
            box == null ? null : box.latMax(),
            message.countries(),
            message.pcodes(),
            message.areaDescriptions(),
            message.url(),
            new Json(text(message.infos())),
            gdacs == null ? null : new Json(text(gdacs)),
            gdacs == null ? null : gdacs.event(),
            gdacs == null ? null : gdacs.episodeId(),
            gdacs == null ? null : gdacs.alertLevel(),
            revision.fingerprint()
        };
        for (int i = 0; i < values.length; i++) {
            bind(connection, statement, i + 1, values[i]);
        }
    }

    private record Json(String text) {}

    private static void bind(Connection connection, PreparedStatement statement, int place, Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setObject(place, null);
            case Instant instant -> statement.setObject(place, utc(instant));
            case Enum<?> constant -> statement.setString(place, constant.name());
            case List<?> texts -> statement.setArray(place, texts(connection, texts));
            case Json document -> statement.setObject(place, document.text(), java.sql.Types.OTHER);
            default -> statement.setObject(place, value);
        }
    }

    private static KnownAlert known(ResultSet row) throws SQLException {
        return new KnownAlert(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getInt(3),
                RevisionReason.valueOf(row.getString(4)),
                Sensitivity.valueOf(row.getString(5)),
                HazardLink.valueOf(row.getString(6)),
                row.getString(7),
                row.getObject(8, UUID.class));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of this service cannot be written as JSON", e);
        }
    }

    private static java.sql.Array texts(Connection connection, List<?> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
