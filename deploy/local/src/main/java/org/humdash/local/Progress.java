package org.humdash.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells the person at the terminal what goes on, each line with the seconds since the beginning. */
final class Progress {

    private final PrintStream out;
    private final Instant beginning;

    /** @param beginning when the command was given */
    Progress(PrintStream out, Instant beginning) {
        this.out = out;
        this.beginning = beginning;
    }

    synchronized void step(String subject, String what) {
        out.printf(Locale.ROOT, "%6.1f s  %-22s %s%n", seconds(), subject, what);
        out.flush();
    }

    synchronized void say(String text) {
        out.println(text);
        out.flush();
    }

    double seconds() {
        return Duration.between(beginning, Instant.now()).toMillis() / 1000.0;
    }
}
