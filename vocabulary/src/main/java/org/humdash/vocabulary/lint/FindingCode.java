package org.humdash.vocabulary.lint;

/** What was noticed about a statement. The names are a contract: programs tell findings apart by them. */
public enum FindingCode {

    /** The parts do not add up to the total. */
    RESIDUAL,

    /** The rate per day does not give the total. */
    RATE_DIFFERS,

    /** The percentage is not that of its figures. */
    PERCENTAGE_DIFFERS,

    /** The number of days is not that of the dates. */
    DAYS_DIFFER,

    /** Ten times the statement before or more, or a tenth of it or less. */
    MAGNITUDE_JUMP,

    /** A factor from the statement before that another unit would explain. */
    UNIT_JUMP,

    /** Outside the range that can be meant. */
    OUT_OF_RANGE,

    /** The period is not over yet. */
    FUTURE_PERIOD,

    /** Published before the period was over. */
    PUBLISHED_BEFORE_VALIDITY,

    /** Differs from the statement it passes on. */
    RELAY_DIFFERS,

    /** A cumulative figure lies below the one before. */
    REVISED_DOWN
}
