package org.humdash.incident.mapping;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.humdash.vocabulary.hxl.Columns;

/** Tables with our own columns, whatever the form, the encoding and the style of the dates. */
final class OwnTable {

    private static final Set<String> DAYS = Set.of("occurred_from", "published_on");

    private OwnTable() {}

    static boolean isOne(ColumnNames columns) {
        return columns.hasAll("reference", "type", "occurred_from");
    }

    static void map(FieldsBuilder fields, Columns ours) {
        for (String column : Stream.concat(ours.required().stream(), ours.optional().stream())
                .collect(Collectors.toSet())) {
            if (DAYS.contains(column)) {
                fields.first(column, Conversion.FIRST_DAY, column);
            } else if (column.equals("occurred_to")) {
                fields.all(column, Conversion.LAST_DAY, column, "occurred_from");
            } else {
                fields.first(column, Conversion.TEXT, column);
            }
        }
        // Of a feature the position is not among the properties.
        fields.first("lat", Conversion.DEGREES, "latitude").first("lon", Conversion.DEGREES, "longitude");
    }
}
