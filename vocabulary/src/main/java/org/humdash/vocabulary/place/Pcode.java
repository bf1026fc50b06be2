package org.humdash.vocabulary.place;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place code of OCHA's common operational data sets, such as {@code PS} (country), {@code PS02} (level 1) or
 * {@code PS0260} (level 2). That a code is well formed does not mean the place exists: ask a {@link Gazetteer}.
 */
public record Pcode(String value) implements Comparable<Pcode> {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}(\\d{2}(\\d{2})?)?");

    /** @throws IllegalArgumentException if the code is not two capital letters and 0, 2 or 4 digits */
    public Pcode {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A P-code is two capital letters and 0, 2 or 4 digits, such as PS0260");
        }
    }

    /** 0 for a country, 1 and 2 for the levels below it. */
    public int level() {
        return (value.length() - 2) / 2;
    }

    /** The code one level up; empty for a country. */
    public Optional<Pcode> parent() {
        return level() == 0 ? Optional.empty() : Optional.of(new Pcode(value.substring(0, value.length() - 2)));
    }

    @Override
    public int compareTo(Pcode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
