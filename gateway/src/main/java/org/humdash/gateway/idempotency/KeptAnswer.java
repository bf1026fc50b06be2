package org.humdash.gateway.idempotency;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * An answer that can be given again.
 *
 * @param headers those that a client needs; each stands once
 * @param body null if it was not kept
 */
record KeptAnswer(int status, JsonObject headers, byte[] body) {

    private static final List<String> HEADERS = List.of(
            "Content-Type",
            "Content-Language",
            "Location",
            "Content-Location",
            "ETag",
            "Last-Modified",
            "Link",
            "Cache-Control",
            "Vary");

    /** What was answered says nothing about whether the same request would be answered so again. */
    private static final List<Integer> PASSING = List.of(401, 403, 408, 413, 425, 429);

    /** Whether an answer with this status is the end of the matter, and a retry of it would change nothing. */
    static boolean isFinal(int status) {
        return status < 500 && !PASSING.contains(status);
    }

    static boolean isSecret(MultiMap headers) {
        String control = headers.get("Cache-Control");
        return control != null && control.contains("no-store");
    }

    static JsonObject kept(MultiMap headers) {
        JsonObject kept = new JsonObject();
        HEADERS.stream().filter(headers::contains).forEach(name -> kept.put(name, headers.get(name)));
        return kept;
    }
}
