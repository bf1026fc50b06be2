package org.humdash.gateway.peer;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/** The body of a service's answer, not read yet: reading a large one takes time and belongs off the event loop. */
public final class PeerAnswer {

    /** As far as a decimal's point may move; beyond it a few bytes would be written out as gigabytes of zeros. */
    private static final int MOST_DIGITS = 100;

    private static final ObjectReader JSON = JsonMapper.builder()
            // A figure is handed on as it was written: 738 stays 738 and 0.10 stays 0.10.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private final Peer peer;
    private final byte[] body;

    PeerAnswer(Peer peer, Buffer body) {
        this(peer, body.getBytes());
    }

    private PeerAnswer(Peer peer, byte[] body) {
        this.peer = peer;
        this.body = body;
    }

    /** An answer of before, from its {@link #bytes()}, which must not change any more. */
    public static PeerAnswer of(Peer peer, byte[] bytes) {
        return new PeerAnswer(peer, bytes);
    }

    /** The body as it came; whoever keeps it must not change it. */
    public byte[] bytes() {
        return body;
    }

    /**
     * The JSON the service sent, an object or an array, its decimals exact.
     *
     * @throws PeerFailure if it is anything else
     */
    public JsonNode json() throws PeerFailure {
        try {
            JsonNode node = JSON.readTree(body);
            if (node == null || !node.isContainerNode() || !isPlain(node)) {
                throw PeerFailure.unreadable(peer);
            }
            return node;
        } catch (IOException e) {
            throw PeerFailure.unreadable(peer);
        }
    }

    private static boolean isPlain(JsonNode node) {
        if (node.isBigDecimal()) {
            return Math.abs((long) node.decimalValue().scale()) <= MOST_DIGITS;
        }
        for (JsonNode child : node) {
            if (!isPlain(child)) {
                return false;
            }
        }
        return true;
    }
}
