package org.humdash.benchmark;

/**
 * What was measured, beside what it is held against.
 *
 * @param limit what PostgreSQL does at best, what it takes with few incidents, or what is allowed
 * @param goal what ours divided by the limit has to be
 */
record Measurement(String name, double ours, double limit, String unit, Goal goal) {

    double ratio() {
        return ours / limit;
    }

    boolean passes() {
        return goal.isReachedBy(ratio());
    }
}
