package org.humdash.local;

import java.util.Locale;
import java.util.function.LongConsumer;

/** Says how much is copied, about every tenth of it. */
final class CopyProgress implements LongConsumer {

    private static final double MEGABYTE = 1e6;
    private static final int PARTS = 10;

    private final Progress progress;
    private final String subject;
    private final long expected;
    private long copied;
    private long said;

    /** @param expected about how many bytes it will be */
    CopyProgress(Progress progress, String subject, long expected) {
        this.progress = progress;
        this.subject = subject;
        this.expected = expected;
    }

    @Override
    public void accept(long bytes) {
        copied += bytes;
        long parts = expected == 0 ? 0 : copied * PARTS / expected;
        if (parts > said) {
            said = parts;
            progress.step(
                    subject,
                    String.format(
                            Locale.ROOT,
                            "%.0f of about %.0f MB",
                            copied / MEGABYTE,
                            Math.max(copied, expected) / MEGABYTE));
        }
    }
}
