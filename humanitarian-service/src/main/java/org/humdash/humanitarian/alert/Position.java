package org.humdash.humanitarian.alert;

/** Where something stands in a file, line and column from 1. */
record Position(int line, int column) {}
