package org.humdash.humanitarian.alert;

import java.util.List;

/**
 * Where an alert is for.
 *
 * @param polygons rings of points whose last is the first
 * @param geocodes codes of areas in the lists that the sender uses
 */
record AlertArea(
        String description, List<List<GeoPoint>> polygons, List<GeoCircle> circles, List<CodedValue> geocodes) {

    AlertArea {
        polygons = List.copyOf(polygons);
        circles = List.copyOf(circles);
        geocodes = List.copyOf(geocodes);
    }
}
