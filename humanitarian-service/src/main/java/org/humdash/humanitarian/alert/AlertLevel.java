package org.humdash.humanitarian.alert;

/** GDACS's level of an event: how much it may ask of those who help. It is no severity of CAP. */
enum AlertLevel {
    GREEN,
    ORANGE,
    RED
}
