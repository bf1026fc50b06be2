package org.humdash.gateway.answer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * A whole answer, ready to be sent.
 *
 * @param state which it is of
 * @param headers without those that depend on the form it is sent in
 * @param gzip the same compressed; null if that is not worth it
 */
record KeptAnswer(State state, List<Map.Entry<String, String>> headers, ByteBuf plain, ByteBuf gzip) {

    /** @param gzip may be null */
    static KeptAnswer of(State state, List<Map.Entry<String, String>> headers, byte[] plain, byte[] gzip) {
        return new KeptAnswer(state, headers, ready(plain), gzip == null ? null : ready(gzip));
    }

    /** Outside the heap, where the network takes it from without a copy; it goes with the last reference to it. */
    private static ByteBuf ready(byte[] bytes) {
        ByteBuffer outside = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(outside).asReadOnly());
    }

    /** How much memory it takes, about. */
    int weight() {
        return 1_024 + plain.readableBytes() + (gzip == null ? 0 : gzip.readableBytes());
    }

    void send(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        boolean compressed = gzip != null && AcceptedGzip.in(request.getHeader("Accept-Encoding"));
        ByteBuf body = compressed ? gzip : plain;
        MultiMap to = response.headers();
        headers.forEach(header -> to.add(header.getKey(), header.getValue()));
        to.set("ETag", Tag.of(null, state.text(), compressed));
        if (compressed) {
            to.set("Content-Encoding", "gzip");
        }
        to.set("Content-Length", Integer.toString(body.readableBytes()));
        if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(BufferImpl.buffer(body.duplicate()));
        }
        request.resume();
    }
}
