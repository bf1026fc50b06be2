package org.humdash.humanitarian.observation;

/** The part of the people or things that a figure is limited to; what is null is not limited. */
public record Disaggregation(Sex sex, Age age, Cause cause, ShelterType shelterType) {

    /** A figure about all. */
    static final Disaggregation NONE = new Disaggregation(null, null, null, null);
}
