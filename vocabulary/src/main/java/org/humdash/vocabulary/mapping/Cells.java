package org.humdash.vocabulary.mapping;

import java.time.ZoneId;
import java.util.List;
import org.humdash.vocabulary.provider.DateOrder;
import org.humdash.vocabulary.provider.ProviderDate;
import org.humdash.vocabulary.provider.ProviderFormatException;

/**
 * What stands in the columns that one field is made of.
 *
 * @param values null for nothing
 * @param zone of the ceasefire, where days are counted
 */
public record Cells(List<String> values, DateOrder order, ZoneId zone, AreaLookup areas) {

    /** Null for nothing, and for a column the mapping does not have. */
    public String get(int column) {
        return column < values.size() ? values.get(column) : null;
    }

    /** The first that holds something. */
    public String first() {
        return values.stream().filter(value -> value != null).findFirst().orElse(null);
    }

    /** @throws ProviderFormatException if it cannot be read; null for nothing */
    public ProviderDate firstDate() {
        String value = first();
        return value == null ? null : ProviderDate.parse(value, order, zone);
    }

    /** @throws ProviderFormatException if it cannot be read; null for nothing */
    public ProviderDate date(int column) {
        String value = get(column);
        return value == null ? null : ProviderDate.parse(value, order, zone);
    }
}
