package org.humdash.gateway.testing;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The API as an ordinary client uses it. */
public final class Api {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI gateway;

    public Api(URI gateway) {
        this.gateway = gateway;
    }

    /** A request without a body; {@code key} may be null. */
    public HttpResponse<String> send(String method, String path, String key) throws IOException, InterruptedException {
        return send(method, path, key, HttpRequest.BodyPublishers.noBody());
    }

    /** A request with a JSON body; {@code key} may be null. */
    public HttpResponse<String> send(String method, String path, String key, JsonObject body)
            throws IOException, InterruptedException {
        return sendText(method, path, key, body.encode());
    }

    /** Sends a text as JSON, whatever it is. */
    public HttpResponse<String> sendText(String method, String path, String key, String body)
            throws IOException, InterruptedException {
        return send(method, path, key, HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(String method, String path, String key, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .method(method, body)
                .header("Content-Type", "application/json");
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Makes a key and returns its text. */
    public String key(String role) throws IOException, InterruptedException {
        return new JsonObject(send(
                                "POST",
                                "/api/v1/api-keys",
                                GatewayDatabase.ADMINISTRATOR_KEY,
                                new JsonObject().put("owner", "a test").put("role", role))
                        .body())
                .getString("key");
    }
}
