package org.humdash.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Writes through the gateway, as anybody with a key would. */
final class GatewayClient implements AutoCloseable {

    private static final int ATTEMPTS = 3;
    private static final Set<Integer> PASSING_TROUBLE = Set.of(502, 503, 504);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;
    private final String authorization;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    GatewayClient(String address, String key) {
        this.address = address;
        this.authorization = "Bearer " + key;
    }

    /** @param body what was answered, a missing node if it is not JSON */
    record Answer(int status, JsonNode body) {

        boolean accepted() {
            return status == 200 || status == 201 || status == 202;
        }

        /** Whether the request itself was at fault, so that others may still be accepted. */
        boolean refused() {
            return status >= 400 && status < 500 && status != 401 && status != 403;
        }

        /** What an RFC 9457 problem says. */
        String problem() {
            List<String> parts = new ArrayList<>();
            parts.add(Integer.toString(status));
            for (String field : List.of("title", "detail")) {
                if (body.hasNonNull(field)) {
                    parts.add(body.get(field).asText());
                }
            }
            for (JsonNode violation : body.path("violations")) {
                parts.add(violation.path("field").asText() + " "
                        + violation.path("message").asText());
            }
            return String.join(": ", parts);
        }
    }

    /** Sends it again when nobody could answer for a moment: everything sent here may be sent twice. */
    Answer post(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    /** Sends what may not be done twice, and so is not sent again. */
    Answer postOnce(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        return sendOnce(request(path)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    Answer deleteOnce(String path) throws IOException, InterruptedException {
        return sendOnce(request(path).DELETE().build());
    }

    private Answer sendOnce(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), json(response.body()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", authorization)
                .header("Accept", "application/json, application/problem+json")
                .timeout(Duration.ofMinutes(5));
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        IOException failure = null;
        Answer answer = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                answer = sendOnce(request);
                if (!PASSING_TROUBLE.contains(answer.status())) {
                    return answer;
                }
            } catch (IOException e) {
                failure = e;
            }
            TimeUnit.SECONDS.sleep(attempt);
        }
        if (answer == null) {
            throw failure;
        }
        return answer;
    }

    private static JsonNode json(byte[] body) throws IOException {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
