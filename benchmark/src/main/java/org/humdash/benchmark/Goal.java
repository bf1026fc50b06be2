package org.humdash.benchmark;

import java.util.Locale;

/** What a ratio has to be: a rate at least so much of its limit, a time at most so much of it. */
record Goal(boolean isLeast, double ratio) {

    static Goal atLeast(double ratio) {
        return new Goal(true, ratio);
    }

    static Goal atMost(double ratio) {
        return new Goal(false, ratio);
    }

    boolean isReachedBy(double reached) {
        return isLeast ? reached >= ratio : reached <= ratio;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.2f", isLeast ? ">=" : "<=", ratio);
    }
}
