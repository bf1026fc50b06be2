package org.humdash.humanitarian.alert;

/** A hazard that an alert is about. */
record LinkedHazard(String code, HazardLink linkedBy) {}
