package org.humdash.incident.change;

/** What a reader of the feed has to do. */
enum ChangeKind {

    /** Put the incident in the place of whatever is held under its id. */
    UPSERT,

    /** Drop what is held under the id, if anything is. */
    TOMBSTONE
}
