package org.humdash.humanitarian.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.humdash.vocabulary.mapping.ColumnNames;
import org.humdash.vocabulary.mapping.Conversion;
import org.humdash.vocabulary.mapping.FieldMapping;

/** Collects the figures of a row with several, of which those without a column in the file are left out. */
final class FiguresBuilder {

    private final ColumnNames columns;
    private final Map<String, Map<String, FieldMapping>> figures = new LinkedHashMap<>();
    private Map<String, FieldMapping> last = new TreeMap<>();

    FiguresBuilder(ColumnNames columns) {
        this.columns = columns;
    }

    /** A figure from one column. */
    FiguresBuilder add(String name, String indicator, Conversion conversion, String column) {
        return places(name, indicator, conversion, column);
    }

    /** A figure from a column and others that its conversion needs, each in its place. */
    FiguresBuilder places(String name, String indicator, Conversion conversion, String column, String... others) {
        last = new TreeMap<>();
        if (columns.has(column)) {
            String[] names = new String[others.length + 1];
            names[0] = column;
            System.arraycopy(others, 0, names, 1, others.length);
            last.put("value", FieldMapping.of(conversion, columns.inPlace(names)));
            last.put("indicator", FieldMapping.constant(indicator));
            figures.put(name, last);
        }
        return this;
    }

    /** A figure as it is. */
    FiguresBuilder put(String name, Map<String, FieldMapping> fields) {
        last = new TreeMap<>(fields);
        figures.put(name, last);
        return this;
    }

    /** Adds a field to the figure before. */
    FiguresBuilder with(String field, FieldMapping mapping) {
        last.put(field, mapping);
        return this;
    }

    boolean isEmpty() {
        return figures.isEmpty();
    }

    Map<String, Map<String, FieldMapping>> figures() {
        return figures;
    }
}
