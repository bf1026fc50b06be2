package org.humdash.benchmark;

/**
 * What was measured, beside its limit.
 *
 * @param ours null where it is not measured yet
 * @param goal what ours divided by the limit has to reach
 */
record Measurement(String name, Double ours, double limit, String unit, double goal) {

    /** Null without ours. */
    Double ratio() {
        return ours == null ? null : ours / limit;
    }

    /** Null without ours. */
    Boolean passes() {
        return ours == null ? null : ratio() >= goal;
    }
}
