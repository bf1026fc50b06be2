package org.humdash.kit.change;

/** What a reader of the feed has to do. */
public enum ChangeKind {

    /** Put the record in the place of whatever is held under its id. */
    UPSERT,

    /** Drop what is held under the id, if anything is. */
    TOMBSTONE
}
