package org.humdash.humanitarian.alert;

/** A point in WGS 84 degrees, latitude first, as CAP writes it. */
record GeoPoint(double lat, double lon) {}
