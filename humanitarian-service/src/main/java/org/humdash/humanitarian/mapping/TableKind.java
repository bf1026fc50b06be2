package org.humdash.humanitarian.mapping;

/** Whose table it is, as far as its columns tell. */
enum TableKind {
    /** Our own columns. */
    OWN,
    /** Daily casualties in the Gaza Strip, compiled by Tech for Palestine. */
    TFP_CASUALTIES,
    /** Daily figures of the West Bank, compiled by Tech for Palestine. */
    TFP_WEST_BANK,
    /** Damage to buildings in the Gaza Strip, compiled by Tech for Palestine. */
    TFP_INFRASTRUCTURE,
    /** The Displacement Tracking Matrix of IOM. */
    DTM,
    /** Rows of the HDX Humanitarian API. */
    HAPI,
    /** Displacement events of IDMC. */
    IDMC,
    /** Any table with HXL hashtags. */
    HXL,
    /** Nobody's in particular: the columns are matched by the words in their names. */
    OTHER,
    /** Something that is not about figures of an area, and is not imported as such. */
    NOT_OBSERVATIONS
}
