package org.humdash.gateway.answer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** A small body that is known by its own bytes, because nothing else tells whether it changed. */
final class HashedBody implements PassedBody {

    private final HttpServerResponse response;
    private final String ifNoneMatch;
    private final boolean gzip;
    private final int level;
    private final Buffer whole = Buffer.buffer();

    HashedBody(HttpServerResponse response, String ifNoneMatch, boolean gzip, int level) {
        this.response = response;
        this.ifNoneMatch = ifNoneMatch;
        this.gzip = gzip;
        this.level = level;
    }

    @Override
    public Buffer add(Buffer chunk) {
        whole.appendBuffer(chunk);
        return Buffer.buffer();
    }

    @Override
    public Buffer end() {
        byte[] bytes = whole.getBytes();
        String tag = Tag.of(null, States.hash(bytes), gzip);
        response.putHeader("ETag", tag);
        if (Tag.matches(ifNoneMatch, tag)) {
            response.setStatusCode(304);
            response.headers().remove("Content-Length").remove("Content-Type").remove("Content-Encoding");
            return Buffer.buffer();
        }
        byte[] sent = gzip ? GzipStream.whole(bytes, level) : bytes;
        response.putHeader("Content-Length", Integer.toString(sent.length));
        return Buffer.buffer(sent);
    }

    @Override
    public void close() {}
}
