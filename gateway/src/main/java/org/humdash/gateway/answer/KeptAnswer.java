package org.humdash.gateway.answer;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;

/**
 * A whole answer, ready to be sent.
 *
 * @param state which it is of
 * @param headers without those that depend on the form it is sent in
 * @param gzip the same compressed; null if that is not worth it
 */
record KeptAnswer(State state, List<Map.Entry<String, String>> headers, byte[] plain, byte[] gzip) {

    /** How much memory it takes, about. */
    int weight() {
        return 1_024 + plain.length + (gzip == null ? 0 : gzip.length);
    }

    void send(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        boolean compressed = gzip != null && AcceptedGzip.in(request.getHeader("Accept-Encoding"));
        byte[] body = compressed ? gzip : plain;
        MultiMap to = response.headers();
        headers.forEach(header -> to.add(header.getKey(), header.getValue()));
        to.set("ETag", Tag.of(null, state.text(), compressed));
        if (compressed) {
            to.set("Content-Encoding", "gzip");
        }
        to.set("Content-Length", Integer.toString(body.length));
        if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(Buffer.buffer(body));
        }
        request.resume();
    }
}
