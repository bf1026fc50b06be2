package org.humdash.vocabulary.export;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.humdash.vocabulary.export.Column.Kind;

/**
 * What a table is called and which columns it has.
 *
 * @param name names the sheet of a workbook, and the file: {@code incidents}
 * @param about members put before the rows where a format has room for them (JSON and GeoJSON), in this order:
 *     {@code asOf}, {@code knownAt}
 */
public record TableLayout(String name, List<Column> columns, Map<String, String> about) {

    /** Leaves room in the 31 characters of a sheet's name for the number of a further sheet. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,24}");

    private static final Set<String> MEMBERS_OF_THE_FORMAT = Set.of("items", "type", "features");

    /** @throws IllegalArgumentException without a column, with two of one name, or with two latitudes or longitudes */
    public TableLayout {
        columns = List.copyOf(columns);
        about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name for a table: " + name);
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A table has at least one column");
        }
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("Two columns are called " + column.name());
            }
        }
        if (count(columns, Kind.LATITUDE) > 1 || count(columns, Kind.LATITUDE) != count(columns, Kind.LONGITUDE)) {
            throw new IllegalArgumentException("A table has one latitude and one longitude, or neither");
        }
        if (!Collections.disjoint(about.keySet(), MEMBERS_OF_THE_FORMAT)) {
            throw new IllegalArgumentException("These members are the format's own: " + MEMBERS_OF_THE_FORMAT);
        }
    }

    /** A table about which there is nothing to say. */
    public TableLayout(String name, List<Column> columns) {
        this(name, columns, Map.of());
    }

    private static long count(List<Column> columns, Kind kind) {
        return columns.stream().filter(column -> column.kind() == kind).count();
    }
}
