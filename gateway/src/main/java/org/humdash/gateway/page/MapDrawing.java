package org.humdash.gateway.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.humdash.gateway.page.MapView.BarView;
import org.humdash.gateway.page.MapView.CircleView;
import org.humdash.gateway.page.MapView.CrossView;
import org.humdash.gateway.page.MapView.DrawingView;
import org.humdash.gateway.page.MapView.LabelView;
import org.humdash.vocabulary.place.Centroid;
import org.humdash.vocabulary.text.Language;

/**
 * Lays out circles whose area is proportional to a number. Places are projected equirectangularly at their mean latitude: a
 * degree of longitude is as long as it is there, and north is at the top.
 */
final class MapDrawing {

    private static final double LARGEST_RADIUS = 30;
    private static final double MARGIN = LARGEST_RADIUS + 6;
    /** A label stands beside the symbol that is farthest to the east, too. */
    private static final double LABEL_WIDTH = 110;

    /** What the places take of the width of a narrow telephone, where the others are far enough apart then. */
    private static final double NARROW = 170;

    /** Units for a degree of latitude: between labels of neighbours there has to be room, and the map is no poster. */
    private static final double SMALLEST_SCALE = 520;

    private static final double LARGEST_SCALE = 950;
    private static final double WIDEST_THAT_SHRINKS = 400;
    private static final double CROSS = 5;
    private static final double GAP = 6;
    private static final double LINE = 5;
    private static final double KILOMETRES = 10;
    private static final double KILOMETRES_OF_A_DEGREE = 111.2;

    private final Words words;

    MapDrawing(Words words) {
        this.words = words;
    }

    /** A place and how much is there. */
    record Symbol(String name, Centroid place, long number) {}

    /** The middle between the northernmost and the southernmost place, in degrees. */
    static double meanLatitude(List<Symbol> symbols) {
        DoubleSummaryStatistics latitudes = latitudes(symbols);
        return (latitudes.getMin() + latitudes.getMax()) / 2;
    }

    private static DoubleSummaryStatistics latitudes(List<Symbol> symbols) {
        return symbols.stream().mapToDouble(symbol -> symbol.place().lat()).summaryStatistics();
    }

    /** @param symbols at least one of a number above 0 */
    DrawingView of(List<Symbol> symbols) {
        double shrink = Math.cos(Math.toRadians(meanLatitude(symbols)));
        DoubleSummaryStatistics longitudes =
                symbols.stream().mapToDouble(symbol -> symbol.place().lon()).summaryStatistics();
        double west = longitudes.getMin();
        double east = longitudes.getMax();
        double south = latitudes(symbols).getMin();
        double north = latitudes(symbols).getMax();
        double across = (east - west) * shrink;
        double scale = Math.clamp(NARROW / Math.max(across, 0.001), SMALLEST_SCALE, LARGEST_SCALE);
        long most = symbols.stream().mapToLong(Symbol::number).max().orElseThrow();

        List<CircleView> circles = new ArrayList<>();
        List<CrossView> crosses = new ArrayList<>();
        List<LabelView> labels = new ArrayList<>();
        for (Symbol symbol : symbols.stream()
                .sorted(Comparator.comparingLong(Symbol::number).reversed())
                .toList()) {
            double x = MARGIN + (symbol.place().lon() - west) * shrink * scale;
            double y = MARGIN + (north - symbol.place().lat()) * scale;
            double radius = radius(symbol.number(), most);
            if (symbol.number() > 0) {
                circles.add(new CircleView(text(x), text(y), text(radius)));
            } else {
                crosses.add(cross(x, y));
            }
            labels.add(label(x + Math.max(radius, CROSS) + GAP, y, said(symbol)));
        }
        double width = MARGIN + across * scale + MARGIN + LABEL_WIDTH;
        double below = MARGIN + (north - south) * scale + MARGIN;
        double keyMiddle = below + LARGEST_RADIUS;
        double barAt = keyMiddle + LARGEST_RADIUS + 4 * GAP;
        List<CircleView> key = new ArrayList<>();
        List<LabelView> keyLabels = new ArrayList<>();
        double x = GAP;
        for (long number : round(most)) {
            double radius = radius(number, most);
            key.add(new CircleView(text(x + radius), text(keyMiddle), text(radius)));
            keyLabels.add(label(x + 2 * radius + GAP, keyMiddle, words.counted("page.calendar.incidents", number)));
            x += 2 * radius + GAP + LABEL_WIDTH;
        }
        return new DrawingView(
                text(width),
                text(barAt + 2 * GAP),
                width > WIDEST_THAT_SHRINKS,
                words.language() == Language.AR ? "end" : "start",
                circles,
                crosses,
                labels,
                key,
                keyLabels,
                bar(barAt, scale));
    }

    /** Its square is proportional to the number. */
    private static double radius(long number, long most) {
        return LARGEST_RADIUS * Math.sqrt((double) number / most);
    }

    /** A one, two or five with zeros that is not above the most, and one that is a quarter of it or less. */
    static List<Long> round(long most) {
        long large = roundDown(most);
        return large < 4 ? List.of(large) : List.of(large, roundDown(large / 4));
    }

    private static long roundDown(long number) {
        long power = 1;
        while (number / power >= 10) {
            power *= 10;
        }
        long first = number / power;
        return (first >= 5 ? 5 : first >= 2 ? 2 : 1) * power;
    }

    private String said(Symbol symbol) {
        return words.say("page.map.label", Map.of("name", symbol.name(), "number", words.number(symbol.number())));
    }

    private static LabelView label(double x, double middle, String text) {
        return new LabelView(text(x), text(middle + LINE), text);
    }

    private static CrossView cross(double x, double y) {
        return new CrossView("M" + text(x - CROSS) + " " + text(y) + "H" + text(x + CROSS) + "M" + text(x) + " "
                + text(y - CROSS) + "V" + text(y + CROSS));
    }

    private BarView bar(double y, double scale) {
        double length = KILOMETRES / KILOMETRES_OF_A_DEGREE * scale;
        return new BarView(
                "M" + text(GAP) + " " + text(y - GAP) + "V" + text(y) + "H" + text(GAP + length) + "V" + text(y - GAP),
                label(GAP + length + GAP, y - GAP / 2, words.say("page.map.scale")));
    }

    private static String text(double units) {
        return String.format(Locale.ROOT, "%.1f", units);
    }
}
