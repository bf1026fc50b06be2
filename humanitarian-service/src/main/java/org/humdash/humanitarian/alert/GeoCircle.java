package org.humdash.humanitarian.alert;

/** A circle on the surface of the Earth. */
record GeoCircle(GeoPoint centre, double radiusKm) {}
