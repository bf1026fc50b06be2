package org.humdash.vocabulary.provider;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out from all dates of a column whether the day or the month comes first. One number above 12 settles it for the
 * whole file; two that disagree settle that it cannot be known.
 */
public final class DateOrderFinder {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{2})(?!\\d).*");
    private static final int LAST_MONTH = 12;

    private boolean isAmbiguous;
    private boolean isDayFirst;
    private boolean isMonthFirst;

    /** Takes one cell into account; null and what is no date of numbers alone say nothing. */
    public void look(String cell) {
        if (cell == null || cell.length() < 6 || cell.length() > 40) {
            return;
        }
        Matcher matcher = NUMBERS.matcher(Digits.western(cell.strip()));
        if (matcher.matches()) {
            int first = Integer.parseInt(matcher.group(1));
            int second = Integer.parseInt(matcher.group(2));
            isDayFirst |= first > LAST_MONTH;
            isMonthFirst |= second > LAST_MONTH;
            isAmbiguous |= first <= LAST_MONTH && second <= LAST_MONTH && first != second;
        }
    }

    /** Whether some date can only be read if the order is known. */
    public boolean isNeeded() {
        return isAmbiguous;
    }

    /** Empty if nothing settles it, or if the dates contradict each other. */
    public Optional<DateOrder> order() {
        if (isDayFirst == isMonthFirst) {
            return Optional.empty();
        }
        return Optional.of(isDayFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
    }
}
