package org.humdash.humanitarian.pull;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;

/** A stream that breaks off where it gets too long, in bytes or in time. */
final class LimitedStream extends FilterInputStream {

    /** The stream got too long; the message says in what. */
    static final class TooMuch extends IOException {

        private static final long serialVersionUID = 1L;

        TooMuch(String message) {
            super(message);
        }
    }

    private final long most;
    private final Instant deadline;
    private final Clock clock;
    private long count;

    LimitedStream(InputStream in, long most, Instant deadline, Clock clock) {
        super(in);
        this.most = most;
        this.deadline = deadline;
        this.clock = clock;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    private void count(int read) throws IOException {
        count += read;
        if (count > most) {
            throw new TooMuch("The file has more than " + most + " bytes");
        }
        if (clock.instant().isAfter(deadline)) {
            throw new TooMuch("The file took too long to come");
        }
    }
}
