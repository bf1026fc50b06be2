package org.humdash.humanitarian.observation;

/** The kind of shelter a figure is limited to. */
public enum ShelterType {
    TENT,
    MAKESHIFT,
    COLLECTIVE_SHELTER,
    HOST_FAMILY,
    DAMAGED_BUILDING,
    OTHER
}
