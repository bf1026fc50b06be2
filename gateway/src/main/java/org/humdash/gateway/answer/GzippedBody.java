package org.humdash.gateway.answer;

import io.vertx.core.buffer.Buffer;

/** A body that is compressed as it passes. */
final class GzippedBody implements PassedBody {

    private final GzipStream gzip;

    GzippedBody(int level) {
        this.gzip = new GzipStream(level);
    }

    @Override
    public Buffer add(Buffer chunk) {
        return Buffer.buffer(gzip.add(chunk.getBytes()));
    }

    @Override
    public Buffer end() {
        return Buffer.buffer(gzip.end());
    }

    @Override
    public void close() {
        gzip.close();
    }
}
