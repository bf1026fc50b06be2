package org.humdash.vocabulary.table;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which cells of a workbook are dates, and what date a number is. A workbook stores a date as the number of days since
 * the end of 1899 (or since 1904), and only the format of the cell tells it from any other number.
 */
final class CellStyles {

    private static final int MOST_STYLES = 70_000;
    private static final int LAST_DAY = 2_958_465;
    private static final int SECONDS_OF_A_DAY = 86_400;

    /** What of a format is no placeholder: quoted text, escaped characters, colours and conditions. */
    private static final Pattern LITERALS =
            Pattern.compile("\"[^\"]{0,250}\"|\\\\.|_.|\\*.|\\[(?!h|m|s)[^\\]]{0,250}]");

    private static final Pattern DATE_PARTS = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final BitSet dates = new BitSet();
    private final boolean isFrom1904;

    private CellStyles(boolean isFrom1904) {
        this.isFrom1904 = isFrom1904;
    }

    /** @param content null if the workbook has none; closed */
    static CellStyles read(InputStream content, boolean isFrom1904) throws IOException {
        CellStyles styles = new CellStyles(isFrom1904);
        if (content != null) {
            try (SafeXml xml = new SafeXml(content)) {
                styles.read(xml);
            }
        }
        return styles;
    }

    /** Whether a number in a cell of this style is a date. */
    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }

    /** The date or date and time in ISO 8601, a time alone for less than a day; null if it is none. */
    String date(double days) {
        if (!(days >= 0 && days < LAST_DAY + 1)) {
            return null;
        }
        long day = (long) Math.floor(days);
        long second = Math.round((days - day) * SECONDS_OF_A_DAY);
        if (second == SECONDS_OF_A_DAY) {
            day++;
            second = 0;
        }
        if (day == 0 && !isFrom1904) {
            return LocalTime.ofSecondOfDay(second).format(DateTimeFormatter.ISO_LOCAL_TIME);
        }
        if (day == 60 && !isFrom1904) {
            return null; // 29 February 1900, which spreadsheets have and the calendar has not
        }
        LocalDate date = isFrom1904
                ? LocalDate.of(1904, 1, 1).plusDays(day)
                : LocalDate.of(1899, 12, day < 60 ? 31 : 30).plusDays(day);
        return second == 0
                ? date.toString()
                : LocalDateTime.of(date, LocalTime.ofSecondOfDay(second)).format(DATE_TIME);
    }

    /** A number as a person would have typed it: workbooks store 31.43317 as 31.433170000000001. */
    static String number(String stored) {
        try {
            double number = Double.parseDouble(stored);
            if (!Double.isFinite(number)) {
                return null;
            }
            return number == 0
                    ? "0"
                    : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void read(SafeXml xml) {
        Set<String> dateFormats = new HashSet<>();
        List<String> formats = new ArrayList<>();
        boolean isCellFormats = false;
        while (xml.advance() && formats.size() < MOST_STYLES && dateFormats.size() < MOST_STYLES) {
            if (xml.isStart("numFmt") && isDateFormat(xml.attribute("formatCode"))) {
                dateFormats.add(xml.attribute("numFmtId"));
            } else if (xml.isStart("cellXfs") || xml.isEnd("cellXfs")) {
                isCellFormats = xml.isStart();
            } else if (isCellFormats && xml.isStart("xf")) {
                formats.add(xml.attribute("numFmtId"));
            }
        }
        for (int style = 0; style < formats.size(); style++) {
            String format = formats.get(style);
            dates.set(style, isBuiltInDate(format) || dateFormats.contains(format));
        }
    }

    /** ECMA-376 part 1, 18.8.30, those of East Asian locales included. */
    private static boolean isBuiltInDate(String format) {
        if (format == null || format.length() > 2 || !format.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int id = Integer.parseInt(format);
        return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
    }

    private static boolean isDateFormat(String code) {
        return code != null
                && !code.equalsIgnoreCase("General")
                && DATE_PARTS
                        .matcher(LITERALS.matcher(code.split(";", 2)[0]).replaceAll(""))
                        .find();
    }
}
