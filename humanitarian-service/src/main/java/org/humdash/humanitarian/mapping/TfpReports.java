package org.humdash.humanitarian.mapping;

import org.humdash.vocabulary.mapping.Cells;
import org.humdash.vocabulary.mapping.Codes;
import org.humdash.vocabulary.mapping.Unreadable;
import org.humdash.vocabulary.provider.ProviderDate;
import org.humdash.vocabulary.provider.ProviderNumber;

/**
 * The reports in the daily series of Tech for Palestine: {@code report_period} is the hours a report covers, 0 where there
 * was none; a {@code report_source} "missing" is an entry that the compilers filled in.
 */
final class TfpReports {

    private static final int HOURS_A_DAY = 24;
    private static final int MOST_HOURS = 31 * HOURS_A_DAY;
    private static final String FILLED_IN = "missing";

    private TfpReports() {}

    /** A day without a report is one of the ministry, which is who reports daily. */
    static String originator(String reportSource) {
        if (reportSource == null) {
            return null;
        }
        return switch (reportSource) {
            case "mohtel", FILLED_IN -> "GAZA_MOH";
            case "gmotel" -> "GAZA_GMO";
            default -> throw Unreadable.because("UNKNOWN_CODE", "A report_source is mohtel, gmotel or missing");
        };
    }

    static String firstDay(Cells cells) {
        ProviderDate date = cells.date(0);
        long days = Math.max(1, hours(cells.get(1)) / HOURS_A_DAY);
        return date == null ? null : date.to().minusDays(days - 1).toString();
    }

    static String unreportedDay(Cells cells) {
        ProviderDate date = cells.date(0);
        return date == null || isReported(cells.get(1), cells.get(2))
                ? null
                : date.to().toString();
    }

    static boolean isReported(String period, String reportSource) {
        return hours(period) > 0 && !FILLED_IN.equals(reportSource);
    }

    static String key(String series, Cells cells) {
        ProviderDate date = cells.date(0);
        return date == null ? null : series + "-" + date.to();
    }

    /**
     * An entry of the series that says nobody reported, and still has deaths or injuries in it, contradicts itself: which
     * report they are from is not known.
     */
    static String ofPeriod(Cells cells) {
        String figure = Codes.figure(cells.get(0));
        if (isReported(cells.get(1), cells.get(2))) {
            return figure;
        }
        if (figure != null && !figure.equals("0") && !FILLED_IN.equals(cells.get(2))) {
            throw Unreadable.because(
                    "FIGURE_WITHOUT_REPORT", "The report_period is 0, which is no report, but the figure is " + figure);
        }
        return null;
    }

    private static long hours(String period) {
        long hours = period == null ? -1 : ProviderNumber.count(period);
        if (hours < 0 || hours > MOST_HOURS || hours % HOURS_A_DAY != 0) {
            throw Unreadable.because(
                    "UNKNOWN_PERIOD", "A report_period is 0 or a multiple of 24 hours, up to " + MOST_HOURS);
        }
        return hours;
    }
}
