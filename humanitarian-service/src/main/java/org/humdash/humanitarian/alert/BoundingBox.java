package org.humdash.humanitarian.alert;

/** A box in WGS 84 degrees, as the sender drew it or around everything the sender drew. */
record BoundingBox(double lonMin, double lonMax, double latMin, double latMax) {}
