package org.humdash.humanitarian.observation;

/** The sex a figure is limited to. */
public enum Sex {
    FEMALE,
    MALE
}
