package org.humdash.incident.change;

/** Why an incident is no longer among those a caller is shown. */
enum WithdrawalReason {

    /** It was withdrawn and counts no more. */
    RETRACTED,

    /** It turned out to be another incident that the caller is shown, and counts as that one. */
    MERGED,

    /** It is not shown to this caller any more, and no more is said. */
    WITHHELD
}
