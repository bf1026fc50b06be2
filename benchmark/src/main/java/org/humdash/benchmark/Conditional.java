package org.humdash.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Questions that are answered with 304 while nothing has changed. */
final class Conditional {

    private static final int NOT_MODIFIED = 304;

    private Conditional() {}

    /** The tag of what an address answers, once it was seen that it does answer 304 to it. */
    static String tag(URI uri) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<Void> whole = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
            String tag = whole.headers()
                    .firstValue("ETag")
                    .orElseThrow(() -> new IllegalStateException(uri + " is answered without an ETag"));
            HttpRequest again =
                    HttpRequest.newBuilder(uri).header("If-None-Match", tag).build();
            int status = client.send(again, BodyHandlers.discarding()).statusCode();
            if (status != NOT_MODIFIED) {
                throw new IllegalStateException(uri + " is answered with " + status + " to its own ETag");
            }
            return tag;
        }
    }
}
