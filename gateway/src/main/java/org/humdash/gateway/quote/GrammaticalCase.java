package org.humdash.gateway.quote;

/** Where a counted noun stands in an Arabic sentence. */
enum GrammaticalCase {
    /** Alone, as in a list. */
    NOM,
    /** As an object. */
    ACC,
    /** After a preposition. */
    GEN
}
