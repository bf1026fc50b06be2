package org.humdash.gateway.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compresses what passes through, holding no more than a window of it. To be closed, as the window is outside the heap. */
final class GzipStream implements AutoCloseable {

    private static final int BUFFER = 8_192;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Gzip gzip;

    /** @param level from 1 to 9 */
    GzipStream(int level) {
        try {
            this.gzip = new Gzip(out, level);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A body that is there as a whole. */
    static byte[] whole(byte[] bytes, int level) {
        try (GzipStream stream = new GzipStream(level)) {
            stream.gzip.write(bytes);
            return stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(ByteArrayOutputStream out, int level) throws IOException {
            super(out, BUFFER);
            def.setLevel(level);
        }
    }

    /** Takes bytes in, and returns those that are ready; often none. */
    byte[] add(byte[] bytes) {
        try {
            gzip.write(bytes);
            return ready();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is left, after the last bytes. */
    byte[] end() {
        try {
            gzip.finish();
            return ready();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            gzip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] ready() {
        byte[] ready = out.toByteArray();
        out.reset();
        return ready;
    }
}
