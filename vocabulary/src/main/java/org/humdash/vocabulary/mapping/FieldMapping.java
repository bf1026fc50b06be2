package org.humdash.vocabulary.mapping;

import java.util.Arrays;
import java.util.List;

/**
 * Where one of our fields comes from.
 *
 * @param columns of the file, by name, or by HXL tag pattern such as {@code #date+occurred}; empty for a constant alone
 * @param conversion the name of the {@link Conversion} by which what stands in them becomes what we record
 * @param constant what is taken where the columns give nothing; null for none
 */
public record FieldMapping(List<String> columns, String conversion, String constant) {

    public FieldMapping {
        columns = columns == null ? List.of() : List.copyOf(columns);
        conversion = conversion == null ? CommonConversion.TEXT.name() : conversion;
    }

    /** The same for every row. */
    public static FieldMapping constant(String value) {
        return new FieldMapping(List.of(), null, value);
    }

    public static FieldMapping of(Conversion conversion, List<String> columns) {
        return new FieldMapping(columns, conversion.name(), null);
    }

    public static FieldMapping of(Conversion conversion, String... columns) {
        return of(conversion, Arrays.asList(columns));
    }

    public FieldMapping orElse(String otherwise) {
        return new FieldMapping(columns, conversion, otherwise);
    }

    /** Whether the columns are read by this conversion. */
    public boolean isBy(Conversion other) {
        return conversion.equals(other.name());
    }
}
