package org.humdash.vocabulary.mapping;

/**
 * How cells of a provider become one of ours. It gives null where there is nothing to take, and throws
 * {@link org.humdash.vocabulary.provider.ProviderFormatException} or {@link Unreadable} where something cannot be read.
 * Its name stands in saved mappings and therefore never changes.
 */
public interface Conversion {

    /** Upper case with underscores, unlike that of any other. */
    String name();

    /** The cells are those of the columns in the places the conversion gives them. */
    String convert(Cells cells);

    /** Whether its columns hold codes, dates and small numbers rather than texts that are all different. */
    boolean isOfFewValues();

    /** How many of the first columns are dates. */
    int dates();
}
