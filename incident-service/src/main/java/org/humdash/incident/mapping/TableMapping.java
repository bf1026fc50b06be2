package org.humdash.incident.mapping;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.humdash.vocabulary.provider.DateOrder;

/**
 * How the columns of somebody's table become ours. A value that can be shown, edited, saved, and used again on the next
 * file of the same provider.
 *
 * @param fields by the name of our column
 * @param dateOrder which comes first in dates of numbers alone; null to find out from each file
 */
public record TableMapping(Map<String, FieldMapping> fields, DateOrder dateOrder) {

    public TableMapping {
        SortedMap<String, FieldMapping> given = new TreeMap<>(fields == null ? Map.of() : fields);
        given.values().removeIf(Objects::isNull);
        fields = Collections.unmodifiableSortedMap(given);
    }

    /** With other fields in place of those of the same name; a null takes a field away. */
    public TableMapping with(Map<String, FieldMapping> changes) {
        Map<String, FieldMapping> changed = new TreeMap<>(fields);
        changes.forEach((name, field) -> {
            if (field == null) {
                changed.remove(name);
            } else {
                changed.put(name, field);
            }
        });
        return new TableMapping(changed, dateOrder);
    }

    /**
     * With constants for what the file does not say: beside the columns a field is read from, and in place of a constant
     * it had.
     */
    public TableMapping withDefaults(Map<String, FieldMapping> constants) {
        Map<String, FieldMapping> changed = new TreeMap<>(fields);
        constants.forEach((name, constant) -> changed.merge(
                name,
                constant,
                (field, ignored) -> field.columns().isEmpty() ? constant : field.orElse(constant.constant())));
        return new TableMapping(changed, dateOrder);
    }

    public TableMapping with(DateOrder order) {
        return new TableMapping(fields, order);
    }
}
