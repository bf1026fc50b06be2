package org.humdash.humanitarian.observation;

/** What the source says caused the deaths or damage a figure is limited to. */
public enum Cause {
    /** The collapse of a building, wall or shelter. */
    COLLAPSE,
    /** Exposure to cold. */
    EXPOSURE,
    DROWNING,
    OTHER
}
