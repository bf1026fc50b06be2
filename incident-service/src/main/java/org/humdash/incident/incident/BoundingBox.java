package org.humdash.incident.incident;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import java.util.regex.Pattern;
import org.humdash.vocabulary.place.Centroid;

/** A rectangle in WGS 84 degrees. It does not cross the date line. */
record BoundingBox(double west, double south, double east, double north) {

    private static final String DEGREES = "(-?\\d{1,3}(?:\\.\\d{1,15})?)";
    private static final Pattern FORM = Pattern.compile(String.join(",", DEGREES, DEGREES, DEGREES, DEGREES));

    /** Reads {@code west,south,east,north}, or answers 400. */
    static BoundingBox parse(String text) {
        var matcher = FORM.matcher(text);
        if (matcher.matches()) {
            BoundingBox box = new BoundingBox(
                    Double.parseDouble(matcher.group(1)),
                    Double.parseDouble(matcher.group(2)),
                    Double.parseDouble(matcher.group(3)),
                    Double.parseDouble(matcher.group(4)));
            if (box.isOnEarth()) {
                return box;
            }
        }
        throw INVALID_PARAMETER.because(
                "Parameter 'bbox' must be west,south,east,north in degrees, such as 34.2,31.2,34.6,31.6.");
    }

    /** Nothing lies in a box for a place without a middle. */
    boolean contains(Centroid place) {
        return place != null
                && place.lat() >= south
                && place.lat() <= north
                && place.lon() >= west
                && place.lon() <= east;
    }

    private boolean isOnEarth() {
        return west <= east && south <= north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
    }
}
