package org.humdash.kit.ingest;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Looks up which keys a table has, with an index on them. */
public final class RecordedKeys {

    private final Connection connection;
    private final String sql;

    /**
     * @param rows the rows that count as {@code k}, such as {@code incident k where k.superseded_at is null}; written in the
     *     code, never from a request
     * @param source the column of the source; the other one of the key is called reference
     */
    public RecordedKeys(Connection connection, String rows, String source) {
        this.connection = connection;
        // One look-up in the index for each: the database cannot know how many rows it got since it last counted.
        this.sql = """
                select s.source, s.reference from unnest(?::text[], ?::text[]) s (source, reference)
                cross join lateral (
                    select from %s and k.%s = s.source and k.reference = s.reference limit 1) k""".formatted(rows, source);
    }

    /** Those of the keys that are there, in a set that may be added to. */
    public Set<RecordKey> among(Collection<RecordKey> keys) throws SQLException {
        Set<RecordKey> known = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, texts(keys, RecordKey::source));
            statement.setArray(2, texts(keys, RecordKey::reference));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    known.add(new RecordKey(row.getString(1), row.getString(2)));
                }
            }
        }
        return known;
    }

    private Array texts(Collection<RecordKey> keys, Function<RecordKey, String> text) throws SQLException {
        return connection.createArrayOf("text", keys.stream().map(text).toArray());
    }
}
