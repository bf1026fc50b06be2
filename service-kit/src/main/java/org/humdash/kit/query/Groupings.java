package org.humdash.kit.query;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what records are to be counted by. */
public final class Groupings {

    private Groupings() {}

    /**
     * Reads the parameter {@code by}, or answers 400.
     *
     * @param type everything there is to count by
     * @param periods of which only one makes sense at a time: day, week and month
     */
    public static <E extends Enum<E>> Set<E> of(String by, Class<E> type, Set<E> periods) {
        Set<E> groupings = EnumSet.noneOf(type);
        for (String word : by.split(",")) {
            groupings.add(Arrays.stream(type.getEnumConstants())
                    .filter(grouping -> word(grouping).equals(word.strip()))
                    .findFirst()
                    .orElseThrow(() -> INVALID_PARAMETER.because("Parameter 'by' must be one or more of "
                            + Arrays.stream(type.getEnumConstants())
                                    .map(Groupings::word)
                                    .collect(Collectors.joining(", "))
                            + ", with commas.")));
        }
        if (periods.stream().filter(groupings::contains).count() > 1) {
            throw INVALID_PARAMETER.because("Parameter 'by' can have one of day, week and month.");
        }
        return groupings;
    }

    /** What a caller writes to ask for it. */
    public static String word(Enum<?> grouping) {
        return grouping.name().toLowerCase(Locale.ROOT);
    }
}
