package org.humdash.vocabulary.hxl;

import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The columns a kind of table has. Names are lower-case, and a file's own are compared that way.
 *
 * @param required columns without which a file is refused
 * @param optional columns that may be there; anything else is refused as unknown
 */
public record Columns(Set<String> required, Set<String> optional) {

    public Columns {
        required = lowerCase(required);
        optional = lowerCase(optional);
    }

    boolean knows(String column) {
        return required.contains(column) || optional.contains(column);
    }

    /** All of them in alphabetical order. */
    SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>(required);
        all.addAll(optional);
        return all;
    }

    private static Set<String> lowerCase(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
