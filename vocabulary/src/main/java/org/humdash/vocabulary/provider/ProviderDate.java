package org.humdash.vocabulary.provider;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.humdash.vocabulary.hxl.Shown;
import org.humdash.vocabulary.text.Folding;

/**
 * A date as providers write it: of a day, or of a month or a year only.
 *
 * @param from the first day meant
 * @param to the last day meant
 * @param time of the day; null if none is given, midnight to the second being none, for that is what programs add to a
 *     date
 */
public record ProviderDate(LocalDate from, LocalDate to, LocalTime time) {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2100;
    private static final int LONGEST = 60;

    /** Two digits up to this are years of this century. */
    private static final int LAST_OF_THIS_CENTURY = 69;

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/](\\d{1,2})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern TIME = Pattern.compile(
            "(.*\\d)(?:T|,? +|,)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?: ?([AaPp])\\.?[Mm]\\.?)?"
                    + " ?(Z|[Uu][Tt][Cc]|[+-]\\d{2}:?(?:\\d{2})?)?");
    /** Milliseconds since 1970, as web maps write dates; of the years 2001 to 2286. */
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{13}");

    /** Days since the end of 1899, as spreadsheets store dates and show them where nothing says they are; from 1954 on. */
    private static final Pattern SERIAL = Pattern.compile("([2-7]\\d{4})(\\.\\d{1,20})?");

    private static final LocalDate BEFORE_SERIAL = LocalDate.of(1899, 12, 30);
    private static final int SECONDS_OF_A_DAY = 86_400;

    private static final Pattern PERIOD =
            Pattern.compile("(.*\\d)(?:\\s+(?:-|–|—|to|until|till|الى|إلى)\\s+|\\s*[–—]\\s*)(.*\\d.*)");
    private static final Pattern DAYS_OF_A_MONTH = Pattern.compile("(\\d{1,2})\\s*[-–—]\\s*(\\d{1,2})(\\s+\\D+\\d{4})");
    private static final Pattern WEEKDAY = Pattern.compile("^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +");
    private static final Pattern PUNCTUATION = Pattern.compile("[-/.,،]+| +of +");
    private static final Pattern ORDINAL = Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)\\b");
    private static final Pattern DAY_MONTH_YEAR = Pattern.compile("(\\d{1,2}) (\\D+) (\\d{4}|\\d{2})");
    private static final Pattern MONTH_DAY_YEAR = Pattern.compile("(\\D+) (\\d{1,2}) (\\d{4}|\\d{2})");
    private static final Pattern YEAR_MONTH_DAY = Pattern.compile("(\\d{4}) (\\D+) (\\d{1,2})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\D+) (\\d{4})");

    /**
     * Reads {@code 2025-06-06}, {@code 2025/06/06}, {@code 20250606}, {@code 06.06.2025}, {@code 6-Jun-25},
     * {@code 6 June 2025}, {@code June 6, 2025}, {@code ٦ حزيران ٢٠٢٥}, {@code 2025-06} and {@code 2025}, each with or
     * without a time, two of them with {@code to} or a dash between, {@code 6-8 June 2025}, milliseconds since 1970, the number a spreadsheet has for a date ({@code 45814}), and {@code 06/07/2025} if the order is known or does not matter. Years of two digits are those
     * from 1970 to 2069.
     *
     * @param order which comes first where it matters; null if that is not known
     * @param zone where the days are counted: an instant is told in its time; null to take it as it is written
     * @throws ProviderFormatException NOT_A_DATE, AMBIGUOUS_DATE, PERIOD_REVERSED, or OUT_OF_RANGE outside the years 1900 to 2100
     */
    public static ProviderDate parse(String text, DateOrder order, ZoneId zone) {
        String western = Digits.western(text.strip());
        if (western.length() > LONGEST) {
            throw notADate(text);
        }
        try {
            ProviderDate date = isIso(western) ? days(western, order, text) : any(western, order, zone, text);
            if (date.from.getYear() < EARLIEST_YEAR || date.to.getYear() > LATEST_YEAR) {
                throw new ProviderFormatException(
                        "OUT_OF_RANGE", "The year is not from " + EARLIEST_YEAR + " to " + LATEST_YEAR);
            }
            return date;
        } catch (DateTimeException e) {
            throw new ProviderFormatException("NOT_A_DATE", Shown.quoted(text) + " is not in the calendar");
        }
    }

    /** 1 a day, 2 up to six days, 3 a week, 4 up to a month, 5 longer: the date precision of UCDP GED. */
    public int precision() {
        return precision(from, to);
    }

    /** {@link #precision()} of any period. */
    public static int precision(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days <= 1) {
            return 1;
        }
        if (days <= 6) {
            return 2;
        }
        if (days == 7) {
            return 3;
        }
        return days <= 31 ? 4 : 5;
    }

    private static ProviderDate any(String western, DateOrder order, ZoneId zone, String text) {
        if (MILLISECONDS.matcher(western).matches()) {
            String utc = Instant.ofEpochMilli(Long.parseLong(western))
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
            return any(utc, order, zone, text);
        }
        Matcher serial = SERIAL.matcher(western);
        if (serial.matches()) {
            return ofSerial(serial);
        }
        Matcher days = DAYS_OF_A_MONTH.matcher(western);
        if (days.matches()) {
            return period(days.group(1) + days.group(3), days.group(2) + days.group(3), order, zone, text);
        }
        Matcher period = PERIOD.matcher(western);
        if (period.matches()) {
            return period(period.group(1), period.group(2), order, zone, text);
        }
        Matcher time = TIME.matcher(western);
        return western.indexOf(':') >= 0 && time.matches()
                ? withTime(time, order, zone, text)
                : days(western, order, text);
    }

    private static ProviderDate ofSerial(Matcher serial) {
        double fraction = serial.group(2) == null ? 0 : Double.parseDouble(serial.group(2));
        LocalDateTime moment = BEFORE_SERIAL
                .plusDays(Long.parseLong(serial.group(1)))
                .atStartOfDay()
                .plusSeconds(Math.round(fraction * SECONDS_OF_A_DAY));
        LocalTime time = moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? null : moment.toLocalTime();
        return new ProviderDate(moment.toLocalDate(), moment.toLocalDate(), time);
    }

    private static ProviderDate period(String first, String last, DateOrder order, ZoneId zone, String text) {
        ProviderDate from = any(first, order, zone, text);
        ProviderDate to = any(last, order, zone, text);
        if (to.to.isBefore(from.from)) {
            throw new ProviderFormatException("PERIOD_REVERSED", Shown.quoted(text) + " ends before it begins");
        }
        boolean isOneDay = from.from.equals(to.to);
        return new ProviderDate(from.from, to.to, isOneDay ? from.time : null);
    }

    private static ProviderDate withTime(Matcher time, DateOrder order, ZoneId zone, String text) {
        ProviderDate date = days(time.group(1), order, text);
        if (date.precision() > 1) {
            throw notADate(text);
        }
        LocalTime clock = clock(time);
        boolean isMidnight = clock.equals(LocalTime.MIDNIGHT);
        if (time.group(6) == null || zone == null || isMidnight) {
            return new ProviderDate(date.from, date.to, isMidnight ? null : clock);
        }
        String offset = time.group(6).replace(":", "");
        ZoneOffset written = Character.isLetter(offset.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(offset);
        var local = OffsetDateTime.of(date.from, clock, written).atZoneSameInstant(zone);
        return new ProviderDate(local.toLocalDate(), local.toLocalDate(), local.toLocalTime());
    }

    private static LocalTime clock(Matcher time) {
        int hour = Integer.parseInt(time.group(2));
        if (time.group(5) != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("No such hour");
            }
            hour = hour % 12 + (time.group(5).equalsIgnoreCase("p") ? 12 : 0);
        }
        return LocalTime.of(
                hour, Integer.parseInt(time.group(3)), time.group(4) == null ? 0 : Integer.parseInt(time.group(4)));
    }

    private static ProviderDate days(String western, DateOrder order, String text) {
        if (isIso(western)) {
            return day(western.substring(0, 4), Integer.parseInt(western.substring(5, 7)), western.substring(8));
        }
        Matcher matcher = YEAR_FIRST.matcher(western);
        if (matcher.matches() || matcher.usePattern(COMPACT).matches()) {
            return day(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3));
        }
        if (matcher.usePattern(YEAR_LAST).matches()) {
            return yearLast(matcher, order, text);
        }
        if (matcher.usePattern(MONTH).matches()) {
            return month(matcher.group(1), Integer.parseInt(matcher.group(2)));
        }
        if (matcher.usePattern(YEAR).matches()) {
            int year = Integer.parseInt(western);
            return new ProviderDate(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), null);
        }
        return inWords(western, text);
    }

    /** What most cells are, told without a pattern. */
    private static boolean isIso(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (i != 4 && i != 7 && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                return false;
            }
        }
        return true;
    }

    private static ProviderDate yearLast(Matcher matcher, DateOrder order, String text) {
        int first = Integer.parseInt(matcher.group(1));
        int second = Integer.parseInt(matcher.group(3));
        String year = matcher.group(4);
        // Nobody writes dots between the parts but who puts the day first.
        boolean isCertain = matcher.group(2).equals(".") || first > 12 || second > 12 || first == second;
        if (!isCertain && order == null) {
            throw new ProviderFormatException(
                    "AMBIGUOUS_DATE",
                    Shown.quoted(text) + " may have the day or the month first, and nothing in the file settles it;"
                            + " say which, or write dates as 2025-12-19");
        }
        boolean isMonthFirst =
                isCertain ? second > 12 && !matcher.group(2).equals(".") : order == DateOrder.MONTH_FIRST;
        return isMonthFirst ? day(year, first, String.valueOf(second)) : day(year, second, String.valueOf(first));
    }

    private static ProviderDate inWords(String western, String text) {
        String folded = Folding.fold(western);
        String bare = WEEKDAY.matcher(folded).replaceFirst("");
        String words = PUNCTUATION
                .matcher(ORDINAL.matcher(bare).replaceAll("$1"))
                .replaceAll(" ")
                .replaceAll(" +", " ")
                .strip();
        Matcher matcher = DAY_MONTH_YEAR.matcher(words);
        if (matcher.matches()) {
            return day(matcher.group(3), month(matcher.group(2), text), matcher.group(1));
        }
        if (matcher.usePattern(MONTH_DAY_YEAR).matches()) {
            return day(matcher.group(3), month(matcher.group(1), text), matcher.group(2));
        }
        if (matcher.usePattern(YEAR_MONTH_DAY).matches()) {
            return day(matcher.group(1), month(matcher.group(2), text), matcher.group(3));
        }
        if (matcher.usePattern(MONTH_YEAR).matches()) {
            return month(matcher.group(2), month(matcher.group(1), text));
        }
        throw notADate(text);
    }

    private static int month(String name, String text) {
        Integer number = MonthNames.number(name);
        if (number == null) {
            throw notADate(text);
        }
        return number;
    }

    private static ProviderDate day(String year, int month, String day) {
        LocalDate date = LocalDate.of(year(year), month, Integer.parseInt(day));
        return new ProviderDate(date, date, null);
    }

    private static ProviderDate month(String year, int month) {
        LocalDate first = LocalDate.of(year(year), month, 1);
        return new ProviderDate(first, first.plusMonths(1).minusDays(1), null);
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        return year <= LAST_OF_THIS_CENTURY ? 2000 + year : 1900 + year;
    }

    private static ProviderFormatException notADate(String text) {
        return new ProviderFormatException(
                "NOT_A_DATE", Shown.quoted(text) + " is not a date such as 2025-12-19 or 19 December 2025");
    }
}
