package org.humdash.kit.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A page of a feed as one statement with its values. One statement sees one state of the database. Writers take their
 * instant under a lock that they give back after they have committed (see {@link org.humdash.kit.revision.ChangeClock}): in
 * any such state, all that was recorded under an earlier instant is there if anything under a later one is.
 */
public final class ChangeQuery {

    private final List<Object> values = new ArrayList<>();
    private final List<String> ranges = new ArrayList<>();
    private final List<Object> place;

    /** @param limit how many entries a page has at most */
    public ChangeQuery(ChangeCursor after, int limit) {
        this.place = List.of(OffsetDateTime.ofInstant(after.recordedAt(), ZoneOffset.UTC), after.id(), limit);
    }

    /** Adds a value of what stands before the ranges. Arrays are arrays of text. */
    public ChangeQuery with(Object... further) {
        values.addAll(List.of(further));
        return this;
    }

    /**
     * Adds entries that may be on the page, in parentheses: recorded_at, id, revision_id, reason and whatever else the
     * statement reads. Its last parameters are the instant and the id that it comes after, and how many it holds at most.
     */
    public ChangeQuery range(String select, Object... own) {
        ranges.add(select);
        with(own);
        values.addAll(place);
        return this;
    }

    /**
     * The entries of the page.
     *
     * @param statement with {@code %s} for all the ranges together, and one last parameter for the limit
     * @param reason from its word
     */
    public <R> List<ChangeEntry<R>> read(DataSource dataSource, String statement, Function<String, R> reason)
            throws SQLException {
        List<ChangeEntry<R>> entries = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared =
                        connection.prepareStatement(statement.formatted(String.join(" union all ", ranges)))) {
            int at = 0;
            for (Object value : values) {
                prepared.setObject(
                        ++at, value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
            }
            prepared.setObject(++at, place.getLast());
            try (ResultSet row = prepared.executeQuery()) {
                while (row.next()) {
                    String word = row.getString("reason");
                    entries.add(new ChangeEntry<>(
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                            row.getObject("id", UUID.class),
                            row.getObject("revision_id", Long.class),
                            word == null ? null : reason.apply(word)));
                }
            }
        }
        return entries;
    }
}
