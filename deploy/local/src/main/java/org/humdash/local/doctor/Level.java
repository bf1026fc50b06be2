package org.humdash.local.doctor;

/** How bad it is; the later, the worse. */
public enum Level {
    OK,
    /** It works now, and will not for long or not in an emergency. */
    WARNING,
    /** It does not work, or somebody can do what they should not. */
    PROBLEM
}
