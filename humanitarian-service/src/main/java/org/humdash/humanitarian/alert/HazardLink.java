package org.humdash.humanitarian.alert;

/** What an alert is linked to a hazard by. */
enum HazardLink {
    /** Both have the same GLIDE number. */
    GLIDE,
    /** Somebody here said so. */
    BY_HAND
}
