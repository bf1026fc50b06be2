package org.humdash.gateway.answer;

import io.vertx.core.buffer.Buffer;

/** The body of a service's answer on its way to the client. Used on one event loop. */
public interface PassedBody extends AutoCloseable {

    /** As it comes. */
    PassedBody PLAIN = new PassedBody() {
        @Override
        public Buffer add(Buffer chunk) {
            return chunk;
        }

        @Override
        public Buffer end() {
            return Buffer.buffer();
        }

        @Override
        public void close() {}
    };

    /** Takes a piece in, and returns what can be sent now; may be empty. */
    Buffer add(Buffer chunk);

    /** What is left to send after the last piece. Headers may still be changed by it if nothing was sent before. */
    Buffer end();

    @Override
    void close();
}
