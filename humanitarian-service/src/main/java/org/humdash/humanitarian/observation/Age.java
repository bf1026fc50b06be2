package org.humdash.humanitarian.observation;

/** The age group a figure is limited to, in the three groups humanitarian reports use. */
public enum Age {
    /** Under 18 years. */
    CHILD,
    /** 18 to 59 years. */
    ADULT,
    /** 60 years and older. */
    OLDER
}
