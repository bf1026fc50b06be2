package org.humdash.kit.change;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A page of a feed as its reader is shown it.
 *
 * @param next where to go on, now or at any later time
 */
public record ShownChanges<T>(List<T> items, ChangeCursor next) {

    /** Shows revisions that stand, by their number; those that do not any more are left out. */
    @FunctionalInterface
    public interface Records<V> {
        Map<Long, V> byRevision(Collection<Long> revisionIds) throws SQLException;
    }

    /** Makes an item of an entry and its record, which is null for a tombstone. */
    public static <R, V, T> ShownChanges<T> of(
            ChangeCursor start, List<ChangeEntry<R>> found, Records<V> records, BiFunction<ChangeEntry<R>, V, T> item)
            throws SQLException {
        Map<Long, V> shown = records.byRevision(found.stream()
                .filter(ChangeEntry::isUpsert)
                .map(ChangeEntry::revisionId)
                .toList());
        // What was changed in the blink between the two stands further on.
        List<T> items = found.stream()
                .filter(entry -> !entry.isUpsert() || shown.containsKey(entry.revisionId()))
                .map(entry -> item.apply(entry, entry.isUpsert() ? shown.get(entry.revisionId()) : null))
                .toList();
        return new ShownChanges<>(
                items, found.isEmpty() ? start : found.getLast().place());
    }
}
