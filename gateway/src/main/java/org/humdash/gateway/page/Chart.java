package org.humdash.gateway.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Figures that are shown together: as a table, as a drawing, and as a file, all of the same points.
 *
 * @param code by which its file is asked for
 * @param how how to read it
 */
public record Chart(String code, Kind kind, String title, String how, List<Point> points) {

    /** How it is drawn. */
    public enum Kind {
        /** Single points at the ends of their periods. Nothing is drawn between them, because nobody stated anything there. */
        OVER_TIME,
        /** The parts of each category above one another. */
        STACKED,
        /** Categories below one another, each with its figures. */
        SIDE_BY_SIDE;

        /** As it stands on the page. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether its categories are days, one after the other. */
    public boolean isByDay() {
        return kind == Kind.STACKED
                && points.stream()
                        .allMatch(point -> point.to() != null && point.to().equals(point.from()));
    }

    /**
     * A figure, and who states it.
     *
     * @param from may be null
     * @param to may be null
     * @param period both, in words; may be null
     * @param category what stands together
     * @param series what looks alike
     * @param source null for what is counted or computed here
     * @param drawn false for what is told in the table and the file alone
     */
    public record Point(
            LocalDate from,
            LocalDate to,
            String period,
            String category,
            String series,
            Amount amount,
            Source source,
            boolean drawn) {

        Point notDrawn() {
            return new Point(from, to, period, category, series, amount, source, false);
        }
    }

    /**
     * How much.
     *
     * @param text in words; may tell that there is no number
     * @param lower null where it is not bounded
     * @param best null where nobody states one
     * @param upper null where it is not bounded
     * @param qualifier as the API has it; may be null
     * @param unit may be null
     */
    public record Amount(
            Phrase text, BigDecimal lower, BigDecimal best, BigDecimal upper, String qualifier, String unit) {

        /** A number for a program; empty if there is none. */
        public String plain(BigDecimal number) {
            return number == null ? "" : number.toPlainString();
        }
    }

    /**
     * Who states it.
     *
     * @param publisher who passed it on; may be null
     * @param url may be null
     */
    public record Source(Phrase originator, Phrase publisher, String url) {}
}
