package org.humdash.humanitarian.alert;

/** A value and the name of the list it is from, as CAP has them for kinds of events and for places. */
record CodedValue(String name, String value) {}
