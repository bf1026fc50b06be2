package org.humdash.vocabulary.place;

/** The middle of an area in WGS 84 degrees: for placing a label, not for saying where something happened. */
public record Centroid(double lat, double lon) {

    public Centroid {
        if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
            throw new IllegalArgumentException("Not a place on Earth: lat " + lat + ", lon " + lon);
        }
    }
}
