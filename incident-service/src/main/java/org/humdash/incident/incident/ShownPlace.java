package org.humdash.incident.incident;

import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.text.BilingualText;

/**
 * As much of a place as the caller is cleared for.
 *
 * @param detail how far it was coarsened
 * @param name as the provider gave it; for staff
 * @param lat the middle of the grid cell for partners
 * @param precision never finer than what is shown
 */
record ShownPlace(
        Detail detail,
        String name,
        String adm1,
        BilingualText adm1Name,
        String adm2,
        BilingualText adm2Name,
        Double lat,
        Double lon,
        Integer precision) {

    /** How far a place is coarsened. */
    enum Detail {

        /** As recorded. */
        FULL,

        /** The middle of its cell of a hundredth of a degree, about a kilometre. */
        GRID,

        /** The governorate alone. */
        ADM2
    }

    private static final int NEAR = 2;
    private static final int IN_ADM2 = 3;

    static ShownPlace of(Place place, Clearance clearance) {
        return switch (clearance) {
            case STAFF -> shown(place, Detail.FULL, place.name(), place.lat(), place.lon(), 1);
            case PARTNER -> shown(place, Detail.GRID, null, cell(place.lat()), cell(place.lon()), NEAR);
            case PUBLIC -> shown(place, Detail.ADM2, null, null, null, IN_ADM2);
        };
    }

    /** The same for every point of a cell, so that asking again teaches nothing. */
    private static Double cell(Double degrees) {
        return degrees == null ? null : Math.round((Math.floor(degrees * 100) / 100 + 0.005) * 1000) / 1000.0;
    }

    private static ShownPlace shown(Place place, Detail detail, String name, Double lat, Double lon, int finest) {
        return new ShownPlace(
                detail,
                name,
                place.adm1(),
                nameOf(place.adm1()),
                place.adm2(),
                nameOf(place.adm2()),
                lat,
                lon,
                place.precision() == null ? null : Integer.valueOf(Math.max(finest, place.precision())));
    }

    private static BilingualText nameOf(String pcode) {
        return Gazetteer.palestine().find(pcode).map(Area::name).orElse(null);
    }
}
