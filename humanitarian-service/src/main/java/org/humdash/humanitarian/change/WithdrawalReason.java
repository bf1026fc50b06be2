package org.humdash.humanitarian.change;

/** Why a record is no longer among those a caller is shown. */
enum WithdrawalReason {

    /** It was withdrawn and counts no more. */
    RETRACTED,

    /** It is not shown to this caller any more, and no more is said. */
    WITHHELD
}
