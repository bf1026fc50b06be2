package org.humdash.vocabulary.hxl;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateFormatException;
import org.humdash.vocabulary.estimate.EstimateText;
import org.humdash.vocabulary.estimate.Qualifier;
import org.humdash.vocabulary.hxl.CellCollector.Cells;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.place.Pcode;

/**
 * One row of a table, its cells read by column name. Nothing is thrown for what a file says: a cell that cannot be read
 * is null and leaves a {@link RowProblem}, so that a sender learns of all problems at once. An empty cell, and a column
 * the file leaves out, is null. The same problem is told once however often the cell is read.
 *
 * <p>Every method throws {@link IllegalArgumentException} for a column that is not among the table's {@link Columns}.
 */
public final class Row {

    private static final int LEFT_TO_RIGHT_OVERRIDE = 0x202d;
    private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202e;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2100;

    private static final List<String> PARTS = List.of("_qualifier", "_lower", "_best", "_upper");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,30}");

    private final long number;
    private final Header header;
    private final List<String> cells;
    private final Set<RowProblem> problems = new LinkedHashSet<>();

    Row(long number, Header header, Cells cells) {
        this.number = number;
        this.header = header;
        int expected = header.positions().size();
        if (cells.count() == expected) {
            this.cells = cells.values();
        } else {
            // Which value belongs to which column is anybody's guess, so none is read.
            this.cells = null;
            refuse(null, "WRONG_CELL_COUNT", "The header has " + expected + " cells, this row " + cells.count());
        }
    }

    /** The row as a spreadsheet numbers it: the header is row 1. */
    public long number() {
        return number;
    }

    /** Text without surrounding white space. Problems: TOO_LONG, CONTROL_CHARACTER. */
    public String text(String column) {
        String cell = cell(column);
        if (cell == null) {
            return null;
        }
        if (cell.length() > CsvTable.LONGEST_CELL) {
            return refused(column, "TOO_LONG", "At most " + CsvTable.LONGEST_CELL + " characters");
        }
        for (int i = 0; i < cell.length(); i++) {
            if (isUnprintable(cell.charAt(i))) {
                return refused(
                        column, "CONTROL_CHARACTER", "There is an invisible control character in " + shown(cell));
            }
        }
        return cell;
    }

    /** {@link #text} that has to be there. Problems: MISSING and those of text. */
    public String required(String column) {
        return orMissing(column, text(column));
    }

    /** A date as {@code 2025-12-19}. Problems: NOT_A_DATE, OUT_OF_RANGE outside the years 1900 to 2100. */
    public LocalDate date(String column) {
        String cell = text(column);
        if (cell == null) {
            return null;
        }
        try {
            LocalDate date = DATE.matcher(cell).matches() ? LocalDate.parse(cell) : null;
            if (date == null) {
                return refused(column, "NOT_A_DATE", shown(cell) + " is not a date such as 2025-12-19");
            }
            if (date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR) {
                return refused(column, "OUT_OF_RANGE", "The year is not from " + EARLIEST_YEAR + " to " + LATEST_YEAR);
            }
            return date;
        } catch (DateTimeParseException e) {
            return refused(column, "NOT_A_DATE", shown(cell) + " is not in the calendar");
        }
    }

    /** {@link #date} that has to be there. */
    public LocalDate requiredDate(String column) {
        return orMissing(column, date(column));
    }

    /** A code of a fixed list, in capitals or not. Problem: UNKNOWN_CODE, with the list. */
    public <E extends Enum<E>> E code(String column, Class<E> type) {
        String cell = text(column);
        if (cell == null) {
            return null;
        }
        String name = cell.toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseGet(() -> refused(
                        column,
                        "UNKNOWN_CODE",
                        shown(cell) + " is not one of " + Arrays.toString(type.getEnumConstants())));
    }

    /** {@link #code} that has to be there. */
    public <E extends Enum<E>> E requiredCode(String column, Class<E> type) {
        return orMissing(column, code(column, type));
    }

    /** A whole number such as {@code 60}. Problems: NOT_A_NUMBER, OUT_OF_RANGE beyond two milliard. */
    public Integer wholeNumber(String column) {
        String cell = text(column);
        if (cell == null) {
            return null;
        }
        if (!WHOLE.matcher(cell).matches()) {
            return refused(column, "NOT_A_NUMBER", shown(cell) + " is not a whole number in plain digits");
        }
        try {
            return Integer.valueOf(cell);
        } catch (NumberFormatException e) {
            return refused(column, "OUT_OF_RANGE", shown(cell) + " is too large");
        }
    }

    /**
     * A number in plain digits such as {@code 1112} or {@code 22.5}, without exponent or separators: what a spreadsheet
     * shortens to 1.1E+03 has lost its digits. Problems: NOT_A_NUMBER, OUT_OF_RANGE beyond 10^15.
     */
    public BigDecimal number(String column) {
        BigDecimal number = decimal(column);
        return number != null && number.abs().compareTo(Estimate.MAX) > 0
                ? refused(column, "OUT_OF_RANGE", "At most 10^15")
                : number;
    }

    /**
     * The figure of this row, from either the column {@code value}, as published ("at least 738"), or the columns
     * {@code qualifier}, {@code lower}, {@code best} and {@code upper}.
     *
     * <p>Problems: MISSING if there is neither, CONFLICTING_VALUE if there are both, NOT_AN_ESTIMATE,
     * LOWER_ABOVE_UPPER, NEGATIVE, TOO_LARGE, and those of the cells.
     */
    public Estimate estimate() {
        boolean isInWords = isPresent("value");
        boolean isInNumbers = Stream.of("qualifier", "lower", "best", "upper").anyMatch(this::isPresent);
        if (isInWords && isInNumbers) {
            return refused("value", "CONFLICTING_VALUE", "Give either value or qualifier, lower, best and upper");
        }
        if (isInNumbers) {
            return estimateInNumbers("");
        }
        return isInWords ? estimate("value") : missing("value");
    }

    /** A figure as published in one cell, as {@link EstimateText#parse} reads it. Problems: those of estimate(). */
    public Estimate estimate(String column) {
        String cell = text(column);
        Estimate estimate = cell == null ? null : orRefused(column, () -> EstimateText.parse(cell));
        return estimate != null && estimate.isOnlyASum()
                ? refused(column, "NOT_AN_ESTIMATE", shown(cell) + " is a form of sums and not of statements")
                : estimate;
    }

    /**
     * A figure from either the column of that name, in words ("at least 3"), or the columns {@code <name>_qualifier},
     * {@code <name>_lower}, {@code <name>_best} and {@code <name>_upper}. Where the qualifier is left out the numbers
     * speak for themselves: one number for all, or the best alone, is EXACT; lower and upper are a RANGE; the lower alone
     * is AT_LEAST, the upper alone AT_MOST. Null when there is none of them.
     *
     * <p>Problems: CONFLICTING_VALUE, NO_UPPER for a lower and a best number without an upper, and those of estimate().
     */
    public Estimate figure(String name) {
        boolean isInWords = isPresent(name);
        boolean isInNumbers = isInNumbers(name);
        if (isInWords && isInNumbers) {
            return refused(
                    name, "CONFLICTING_VALUE", "Give either " + name + " or its qualifier, lower, best and upper");
        }
        if (isInNumbers) {
            return isPresent(name + "_qualifier") ? estimateInNumbers(name + "_") : unqualified(name + "_");
        }
        return isInWords ? estimate(name) : null;
    }

    /** A P-code the gazetteer lists. Problem: UNKNOWN_PCODE, with the code if it is a name that was given. */
    public Pcode area(String column, Gazetteer gazetteer) {
        String cell = text(column);
        if (cell == null) {
            return null;
        }
        return gazetteer.find(cell).map(Area::pcode).orElseGet(() -> {
            String meant = gazetteer
                    .resolve(cell)
                    .map(area -> "; the P-code of that place is " + area.pcode())
                    .orElse("");
            return refused(column, "UNKNOWN_PCODE", shown(cell) + " is not a listed P-code" + meant);
        });
    }

    /** An absolute http or https address. Problem: NOT_A_URL. */
    public URI url(String column) {
        String cell = text(column);
        if (cell == null) {
            return null;
        }
        try {
            URI uri = new URI(cell);
            boolean isWeb = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (isWeb && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below as any other address that is none.
        }
        return refused(column, "NOT_A_URL", shown(cell) + " is not an address that begins with http:// or https://");
    }

    /**
     * Adds a problem that only the caller can see.
     *
     * @param column null if it concerns the row as a whole
     */
    public void refuse(String column, String code, String message) {
        problems.add(new RowProblem(number, column, code, message));
    }

    public boolean refused() {
        return !problems.isEmpty();
    }

    /** In the order they were met. */
    public List<RowProblem> problems() {
        return List.copyOf(problems);
    }

    private Estimate estimateInNumbers(String prefix) {
        Qualifier qualifier = requiredCode(prefix + "qualifier", Qualifier.class);
        return estimateOf(prefix, prefix + "qualifier", (lower, best, upper) -> qualifier);
    }

    private Estimate unqualified(String prefix) {
        return estimateOf(prefix, prefix + "lower", (lower, best, upper) -> {
            if (lower == null && upper == null || lower != null && lower.equals(upper)) {
                return Qualifier.EXACT;
            }
            if (lower != null && upper != null) {
                return Qualifier.RANGE;
            }
            if (best != null) {
                return refused(
                        prefix + "upper",
                        "NO_UPPER",
                        "A best number with only one bound needs the qualifier to be read");
            }
            return lower != null ? Qualifier.AT_LEAST : Qualifier.AT_MOST;
        });
    }

    /** Says by which qualifier three numbers, each null if it is not given, are to be read; null for none. */
    private interface Reading {
        Qualifier of(BigDecimal lower, BigDecimal best, BigDecimal upper);
    }

    private Estimate estimateOf(String prefix, String blamed, Reading reading) {
        BigDecimal lower = bound(prefix + "lower");
        BigDecimal best = bound(prefix + "best");
        BigDecimal upper = bound(prefix + "upper");
        boolean isReadable = isPresent(prefix + "lower") == (lower != null)
                && isPresent(prefix + "best") == (best != null)
                && isPresent(prefix + "upper") == (upper != null);
        Qualifier qualifier = isReadable ? reading.of(lower, best, upper) : null;
        if (qualifier == null) {
            return null;
        }
        return qualifier == Qualifier.EXACT
                ? orRefused(blamed, () -> exact(lower, best, upper))
                : orRefused(blamed, () -> Estimate.of(qualifier, lower, best, upper));
    }

    /** An exact number is the same three times, and may be written once. */
    private static Estimate exact(BigDecimal lower, BigDecimal best, BigDecimal upper) {
        BigDecimal number = best != null ? best : lower;
        return Estimate.of(Qualifier.EXACT, lower == null ? number : lower, number, upper == null ? number : upper);
    }

    private BigDecimal bound(String column) {
        BigDecimal number = isPresent(column) ? decimal(column) : null;
        if (number != null && number.signum() < 0) {
            return refused(column, "NEGATIVE", "An estimate is never below zero");
        }
        if (number != null && number.compareTo(Estimate.MAX) > 0) {
            return refused(column, "TOO_LARGE", "An estimate is at most 10^15");
        }
        return number;
    }

    private BigDecimal decimal(String column) {
        String cell = text(column);
        if (cell == null) {
            return null;
        }
        return DECIMAL.matcher(cell).matches()
                ? new BigDecimal(cell)
                : refused(column, "NOT_A_NUMBER", shown(cell) + " is not a number in plain digits");
    }

    private Estimate orRefused(String column, Supplier<Estimate> estimate) {
        try {
            return estimate.get();
        } catch (EstimateFormatException e) {
            return refused(column, e.reason().name(), e.getMessage());
        }
    }

    private <T> T orMissing(String column, T value) {
        return value == null && cell(column) == null ? missing(column) : value;
    }

    private <T> T missing(String column) {
        return cells == null ? null : refused(column, "MISSING", column + " is required");
    }

    private <T> T refused(String column, String code, String message) {
        refuse(column, code, message);
        return null;
    }

    private boolean isInNumbers(String name) {
        for (String part : PARTS) {
            if (isPresent(name + part)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPresent(String column) {
        return header.positions().containsKey(column) && cell(column) != null;
    }

    private String cell(String column) {
        Integer position = header.position(column);
        if (position == null || cells == null) {
            return null;
        }
        String cell = cells.get(position);
        return cell.isEmpty() ? null : cell;
    }

    /**
     * Line ends and tabs are part of a quotation; other control characters have no business in a text, nor have the two
     * that show letters in another order than they are stored.
     */
    private static boolean isUnprintable(int c) {
        return c < ' ' && c != '\n' && c != '\r' && c != '\t'
                || c >= 0x7f && c < 0xa0
                || c == LEFT_TO_RIGHT_OVERRIDE
                || c == RIGHT_TO_LEFT_OVERRIDE;
    }

    private static String shown(String cell) {
        return Shown.quoted(cell);
    }
}
