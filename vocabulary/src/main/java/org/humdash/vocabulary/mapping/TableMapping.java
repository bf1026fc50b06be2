package org.humdash.vocabulary.mapping;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.humdash.vocabulary.provider.DateOrder;

/**
 * How the columns of somebody's table become ours. A value that can be shown, edited, saved, and used again on the next
 * file of the same provider.
 *
 * @param fields by the name of our column
 * @param figures where a row of the file holds several records: by the name of each, the fields it has of its own, beside
 *     or in place of those all have in common. Such a record is there only if one of its own columns says something; where
 *     it has no reference of its own, that is the row's with its name
 * @param dateOrder which comes first in dates of numbers alone; null to find out from each file
 */
public record TableMapping(
        Map<String, FieldMapping> fields, Map<String, Map<String, FieldMapping>> figures, DateOrder dateOrder) {

    public TableMapping {
        fields = ordered(fields);
        SortedMap<String, Map<String, FieldMapping>> given = new TreeMap<>();
        if (figures != null) {
            figures.forEach((name, own) -> {
                if (own != null) {
                    given.put(name, ordered(own));
                }
            });
        }
        figures = Collections.unmodifiableSortedMap(given);
    }

    /** Of a table with one record in a row. */
    public TableMapping(Map<String, FieldMapping> fields, DateOrder dateOrder) {
        this(fields, Map.of(), dateOrder);
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
        return new TableMapping(changed, figures, dateOrder);
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
        return new TableMapping(changed, figures, dateOrder);
    }

    public TableMapping with(DateOrder order) {
        return new TableMapping(fields, figures, order);
    }

    /** Every field, also those of the figures. */
    public Stream<FieldMapping> allFields() {
        return Stream.concat(
                fields.values().stream(), figures.values().stream().flatMap(figure -> figure.values().stream()));
    }

    /** The names of all fields that it fills. */
    public Stream<String> names() {
        return Stream.concat(
                        fields.keySet().stream(), figures.values().stream().flatMap(figure -> figure.keySet().stream()))
                .distinct();
    }

    /** Whether every record gets this field, from a column or by a constant. */
    public boolean fills(String name) {
        return fields.containsKey(name)
                || !figures.isEmpty() && figures.values().stream().allMatch(figure -> figure.containsKey(name));
    }

    private static Map<String, FieldMapping> ordered(Map<String, FieldMapping> fields) {
        SortedMap<String, FieldMapping> given = new TreeMap<>(fields == null ? Map.of() : fields);
        given.values().removeIf(Objects::isNull);
        return Collections.unmodifiableSortedMap(given);
    }
}
