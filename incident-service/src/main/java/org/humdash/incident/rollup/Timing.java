package org.humdash.incident.rollup;

/** Where an incident lies to the instant at which its ceasefire took effect. */
public enum Timing {
    BEFORE,
    AFTER,
    /** On the day it took effect without a time of day, or an imprecise date whose span holds that day. */
    UNKNOWN
}
