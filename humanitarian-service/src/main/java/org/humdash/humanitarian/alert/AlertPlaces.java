package org.humdash.humanitarian.alert;

import java.util.List;
import java.util.stream.Stream;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Centroid;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.place.Pcode;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;

/** Where the shapes and names of an alert lie. */
final class AlertPlaces {

    /** Mean radius of the Earth (IUGG). */
    private static final double EARTH_KM = 6_371.0088;

    private static final String PALESTINE = "PSE";

    private AlertPlaces() {}

    /**
     * The P-codes of the gazetteer that an alert is for: those that its geocodes, the names of its areas or its countries
     * are, each with the areas inside it, and those whose middle a polygon or a circle holds. The box that GDACS draws is
     * a window of a map and not where an event strikes, so it says nothing here.
     */
    static List<String> pcodes(AlertMessage message) {
        Gazetteer gazetteer = Gazetteer.palestine();
        List<AlertArea> areas =
                message.infos().stream().flatMap(info -> info.areas().stream()).toList();
        Stream<Pcode> named = gazetteer.areas().stream()
                .filter(place -> place.level() == 0 && message.countries().contains(PALESTINE)
                        || areas.stream().anyMatch(area -> names(area, place, gazetteer)))
                .flatMap(place -> gazetteer.withDescendants(place.pcode()).stream());
        Stream<Pcode> drawn = gazetteer.areas().stream()
                .filter(place -> areas.stream().anyMatch(area -> holds(area, place.centroid())))
                .map(Area::pcode);
        return Stream.concat(named, drawn).map(Pcode::value).distinct().sorted().toList();
    }

    private static boolean names(AlertArea area, Area place, Gazetteer gazetteer) {
        String pcode = place.pcode().value();
        return area.geocodes().stream().anyMatch(code -> pcode.equals(code.value()))
                || gazetteer.resolve(area.description()).filter(place::equals).isPresent();
    }

    private static boolean holds(AlertArea area, Centroid middle) {
        if (middle == null) {
            return false;
        }
        GeoPoint point = new GeoPoint(middle.lat(), middle.lon());
        return area.polygons().stream().anyMatch(ring -> isIn(point, ring))
                || area.circles().stream().anyMatch(circle -> kilometres(point, circle.centre()) <= circle.radiusKm());
    }

    private static boolean isIn(GeoPoint point, List<GeoPoint> ring) {
        Coordinate[] corners = ring.stream().map(AlertPlaces::coordinate).toArray(Coordinate[]::new);
        return PointLocation.isInRing(coordinate(point), corners);
    }

    private static Coordinate coordinate(GeoPoint point) {
        return new Coordinate(point.lon(), point.lat());
    }

    /** Distance along the surface by the haversine formula. */
    private static double kilometres(GeoPoint a, GeoPoint b) {
        double lat = Math.toRadians(b.lat() - a.lat());
        double lon = Math.toRadians(b.lon() - a.lon());
        double h = Math.pow(Math.sin(lat / 2), 2)
                + Math.cos(Math.toRadians(a.lat()))
                        * Math.cos(Math.toRadians(b.lat()))
                        * Math.pow(Math.sin(lon / 2), 2);
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    /** The box around all shapes; null where there is none. Near a pole a circle's box goes around the Earth. */
    static BoundingBox around(List<AlertInfo> infos) {
        List<BoundingBox> boxes = infos.stream()
                .flatMap(info -> info.areas().stream())
                .flatMap(area -> Stream.concat(
                        area.polygons().stream().flatMap(List::stream).map(point -> box(point, 0, 0)),
                        area.circles().stream().map(AlertPlaces::box)))
                .toList();
        return boxes.stream().reduce(AlertPlaces::both).orElse(null);
    }

    private static BoundingBox box(GeoCircle circle) {
        double lat = Math.toDegrees(circle.radiusKm() / EARTH_KM);
        double widest = Math.abs(circle.centre().lat()) + lat;
        double lon = widest >= 90
                ? 180
                : Math.toDegrees(Math.asin(Math.min(
                        1,
                        Math.sin(Math.min(Math.PI / 2, circle.radiusKm() / EARTH_KM))
                                / Math.cos(Math.toRadians(circle.centre().lat())))));
        return box(circle.centre(), lat, lon);
    }

    private static BoundingBox box(GeoPoint middle, double lat, double lon) {
        return new BoundingBox(
                Math.max(-180, middle.lon() - lon),
                Math.min(180, middle.lon() + lon),
                Math.max(-90, middle.lat() - lat),
                Math.min(90, middle.lat() + lat));
    }

    private static BoundingBox both(BoundingBox a, BoundingBox b) {
        return new BoundingBox(
                Math.min(a.lonMin(), b.lonMin()),
                Math.max(a.lonMax(), b.lonMax()),
                Math.min(a.latMin(), b.latMin()),
                Math.max(a.latMax(), b.latMax()));
    }
}
