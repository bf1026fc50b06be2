package org.humdash.humanitarian.alert;

/** What an alert was read from. */
enum AlertFormat {
    CAP,
    GDACS
}
