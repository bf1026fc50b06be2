package org.humdash.incident.mapping;

/** Whose table it is, as far as its columns tell. */
public enum TableKind {
    /** Our own columns. */
    OWN,
    /** An export of ACLED, in any of its dialects. */
    ACLED,
    /** The georeferenced events of UCDP. */
    UCDP_GED,
    /** Any table with HXL hashtags. */
    HXL,
    /** Nobody's in particular: the columns are matched by the words in their names. */
    OTHER,
    /** Something that is not about single incidents, and is not imported as such. */
    NOT_INCIDENTS
}
