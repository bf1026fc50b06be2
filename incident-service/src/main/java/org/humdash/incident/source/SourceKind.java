package org.humdash.incident.source;

/** What kind of body a source is. It says nothing about whether its statements hold. */
public enum SourceKind {
    GOVERNMENT,
    BELLIGERENT,
    UN,
    NGO,
    MEDIA,
    SATELLITE,
    MONITOR,
    COMMUNITY
}
