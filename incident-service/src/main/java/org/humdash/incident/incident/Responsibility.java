package org.humdash.incident.incident;

/** What the alleged perpetrator, or others in its place, said about having done it. */
public enum Responsibility {
    ADMITTED,
    DENIED,

    /** Several parties claim it, or each names the other. */
    DISPUTED,

    UNCLAIMED
}
