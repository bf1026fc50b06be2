package org.humdash.vocabulary.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Collects the fields of a mapping, of which those without a column in the file are left out. */
public final class FieldsBuilder {

    private final ColumnNames columns;
    private final Map<String, FieldMapping> fields = new TreeMap<>();

    public FieldsBuilder(ColumnNames columns) {
        this.columns = columns;
    }

    /** From the first of the columns that is there. */
    public FieldsBuilder first(String field, Conversion conversion, String... names) {
        String column = columns.first(names);
        if (column != null) {
            fields.putIfAbsent(field, FieldMapping.of(conversion, column));
        }
        return this;
    }

    /** From all of the columns that are there, in this order. */
    public FieldsBuilder all(String field, Conversion conversion, String... names) {
        List<String> found = columns.all(names);
        if (!found.isEmpty()) {
            fields.putIfAbsent(field, FieldMapping.of(conversion, found));
        }
        return this;
    }

    /** From columns that each have their place in the conversion; one that is not there counts as empty. */
    public FieldsBuilder places(String field, Conversion conversion, String... names) {
        fields.putIfAbsent(field, FieldMapping.of(conversion, columns.inPlace(names)));
        return this;
    }

    /** A field as it is, if it has no other yet. */
    public FieldsBuilder put(String field, FieldMapping mapping) {
        fields.putIfAbsent(field, mapping);
        return this;
    }

    public FieldsBuilder constant(String field, String value) {
        if (value != null) {
            fields.merge(field, FieldMapping.constant(value), (mapped, constant) -> mapped.orElse(value));
        }
        return this;
    }

    /** A key of what the record says, if nothing else is one. */
    public FieldsBuilder contentKey(String... names) {
        List<String> found = Arrays.stream(names)
                .map(columns::first)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        fields.putIfAbsent("reference", FieldMapping.of(CommonConversion.CONTENT_KEY, found));
        return this;
    }

    /** A figure that is given in bounds is not given a second time. */
    public FieldsBuilder dropRepeatedFigures() {
        fields.keySet().removeIf(field -> Stream.of("_lower", "_best", "_upper").anyMatch(bound -> has(field + bound)));
        return this;
    }

    /** Whether the file has such a column. */
    public boolean knows(String column) {
        return columns.has(column);
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    public Map<String, FieldMapping> fields() {
        return fields;
    }
}
