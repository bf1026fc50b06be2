package org.humdash.humanitarian.mapping;

import java.util.stream.Stream;
import org.humdash.vocabulary.hxl.Columns;
import org.humdash.vocabulary.mapping.ColumnNames;
import org.humdash.vocabulary.mapping.CommonConversion;
import org.humdash.vocabulary.mapping.FieldsBuilder;

/** Tables with our own columns, whatever the form, the encoding and the style of the dates. */
final class OwnTable {

    private OwnTable() {}

    static boolean isOne(ColumnNames columns) {
        return columns.hasAll("indicator", "reference", "valid_from");
    }

    static void map(FieldsBuilder fields, Columns ours) {
        Stream.concat(ours.required().stream(), ours.optional().stream()).forEach(column -> {
            switch (column) {
                case "area" -> fields.first(column, CommonConversion.AREA, column);
                case "valid_from", "published_on" -> fields.first(column, CommonConversion.FIRST_DAY, column);
                case "valid_to" -> fields.all(column, CommonConversion.LAST_DAY, column, "valid_from");
                default -> fields.first(column, CommonConversion.TEXT, column);
            }
        });
    }
}
