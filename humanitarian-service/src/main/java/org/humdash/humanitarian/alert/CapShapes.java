package org.humdash.humanitarian.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the polygons and circles of CAP: points as "latitude,longitude", with spaces between them. */
final class CapShapes {

    /** Half way around the Earth. */
    private static final double LARGEST_RADIUS_KM = 20_040;

    private final AlertProblems problems;

    CapShapes(AlertProblems problems) {
        this.problems = problems;
    }

    /** A ring of at least four points whose last is the first; empty, and a problem noted, for anything else. */
    Optional<List<GeoPoint>> polygon(Position at, String text) {
        if (text == null) {
            return Optional.empty();
        }
        List<GeoPoint> ring = new ArrayList<>();
        for (String pair : text.split("\\s+")) {
            Optional<GeoPoint> point = point(pair);
            if (point.isEmpty()) {
                refuse(at, "polygon", pair);
                return Optional.empty();
            }
            ring.add(point.get());
        }
        if (ring.size() < 4 || !ring.getFirst().equals(ring.getLast())) {
            problems.add(
                    at,
                    "polygon",
                    "NOT_A_RING",
                    "a polygon has four points at least, and its last one is its first one");
            return Optional.empty();
        }
        return Optional.of(ring);
    }

    /** A point and a radius in kilometres; empty, and a problem noted, for anything else. */
    Optional<GeoCircle> circle(Position at, String text) {
        if (text == null) {
            return Optional.empty();
        }
        String[] parts = text.split("\\s+");
        Optional<GeoPoint> centre = point(parts[0]);
        Double radius = parts.length == 2 ? number(parts[1], LARGEST_RADIUS_KM) : null;
        if (centre.isEmpty() || radius == null || radius < 0) {
            refuse(at, "circle", text);
            return Optional.empty();
        }
        return Optional.of(new GeoCircle(centre.get(), radius));
    }

    private void refuse(Position at, String element, String text) {
        problems.add(
                at,
                element,
                "NOT_A_PLACE",
                "'" + AlertProblems.shown(text) + "' must be latitude,longitude in degrees"
                        + (element.equals("circle") ? " and a radius in kilometres" : ""));
    }

    private static Optional<GeoPoint> point(String pair) {
        String[] parts = pair.split(",", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        Double lat = number(parts[0], 90);
        Double lon = number(parts[1], 180);
        return lat == null || lon == null ? Optional.empty() : Optional.of(new GeoPoint(lat, lon));
    }

    /** Null for what is no plain number, or one further from zero than the limit. */
    private static Double number(String text, double limit) {
        if (!text.matches("[+-]?\\d{1,6}(\\.\\d{0,20})?")) {
            return null;
        }
        double number = Double.parseDouble(text);
        return Math.abs(number) <= limit ? number : null;
    }
}
