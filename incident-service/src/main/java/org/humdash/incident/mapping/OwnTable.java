package org.humdash.incident.mapping;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.humdash.vocabulary.hxl.Columns;
import org.humdash.vocabulary.mapping.ColumnNames;
import org.humdash.vocabulary.mapping.CommonConversion;
import org.humdash.vocabulary.mapping.FieldsBuilder;

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
                fields.first(column, CommonConversion.FIRST_DAY, column);
            } else if (column.equals("occurred_to")) {
                fields.all(column, CommonConversion.LAST_DAY, column, "occurred_from");
            } else {
                fields.first(column, CommonConversion.TEXT, column);
            }
        }
        // Of a feature the position is not among the properties.
        fields.first("lat", CommonConversion.DEGREES, "latitude").first("lon", CommonConversion.DEGREES, "longitude");
    }
}
