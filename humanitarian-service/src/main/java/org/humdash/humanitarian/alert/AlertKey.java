package org.humdash.humanitarian.alert;

/** What makes two messages one: the same again is a revision at most. */
record AlertKey(AlertFormat format, String sender, String identifier) {}
