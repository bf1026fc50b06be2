package org.humdash.kit.revision;

/** Why a revision of a record was written. */
public enum RevisionReason {
    /** The first time the record is seen. */
    NEW,
    /** The source said more, or said it again differently. */
    UPDATE,
    /** What was recorded here was not what the source had said. */
    CORRECTION,
    /** The same fact under another type, measure or sensitivity. */
    RECLASSIFICATION,
    /** Two records turned out to be one. */
    MERGE,
    /** The record is withdrawn: it counts nowhere from here on, and its history stays readable. */
    RETRACTION
}
