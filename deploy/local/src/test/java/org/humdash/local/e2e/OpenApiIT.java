package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Asks the real services through the gateway everything that the document says can be read, with the document's own examples,
 * and holds the answers against it: status, format and body (JSON Schema 2020-12). {@link OpenApiWritesIT} does what can be written.
 */
@ExtendWith(RunningHumdash.class)
@ResourceLock(RunningHumdash.ONE)
class OpenApiIT {

    private static final String CEASEFIRE = "GAZA-2025-10";

    /** It takes an instant or a cursor, so that neither is required. */
    private static final String WITH_ONE_OF_TWO = "/api/v1/situation/diff";

    /** Of these the starting data has no record, so that only their refusals can be had. */
    private static final Set<String> NOTHING_RECORDED = Set.of(
            "/api/v1/alerts/{id}",
            "/api/v1/alerts/{id}/revisions",
            "/api/v1/coverage/{id}/revisions",
            "/api/v1/incidents/import-mappings/{name}",
            "/api/v1/incidents/imports/{id}",
            "/api/v1/incidents/imports/{id}/missing.csv",
            "/api/v1/incidents/imports/{id}/refused.csv",
            "/api/v1/incidents/imports/{id}/warnings",
            "/api/v1/incidents/{id}",
            "/api/v1/incidents/{id}/duplicates",
            "/api/v1/incidents/{id}/revisions",
            "/api/v1/observations/import-mappings/{name}",
            "/api/v1/pulls/{code}",
            "/api/v1/webhooks/{id}",
            "/api/v1/webhooks/{id}/deliveries");

    /** Further ones in the same minute are answered late. */
    private static final int WRONG_KEYS_FREE = 8;

    private final Running humdash;
    private final OpenApiDocument document;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> untrue = new ArrayList<>();

    OpenApiIT(Running humdash) throws Exception {
        this.humdash = humdash;
        this.document = new OpenApiDocument(humdash.json("/q/openapi?format=json"));
    }

    @Test
    void everythingThatCanBeReadIsAnsweredAsItIsDescribed() throws Exception {
        post("/api/v1/api-keys", "{\"owner\": \"a test\", \"role\": \"PARTNER\"}");
        post("/api/v1/observations/imports?dryRun=true&wait=30&area=PS02", "[{\"report_date\": \"2025-12-18\"}]");
        Set<String> notAsked = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : document.paths().properties()) {
            JsonNode operation = path.getValue().path("get");
            if (operation.isMissingNode()) {
                continue;
            }
            String target = target(path.getKey());
            if (target == null) {
                notAsked.add(path.getKey());
                continue;
            }
            String required = query(operation, !path.getKey().equals(WITH_ONE_OF_TWO));
            assertAsDescribed(path.getKey(), operation, target + required, 200);
            String all = query(operation, false);
            if (!all.equals(required)) {
                assertAsDescribed(path.getKey(), operation, target + all, 200);
            }
        }
        assertEquals(List.of(), untrue);
        assertEquals(new TreeSet<>(NOTHING_RECORDED), notAsked);
    }

    @Test
    void whatIsRefusedIsAnsweredAsItIsDescribed() throws Exception {
        int wrongKeys = 0;
        for (Map.Entry<String, JsonNode> path : document.paths().properties()) {
            JsonNode operation = path.getValue().path("get");
            if (operation.isMissingNode()) {
                continue;
            }
            String unknown = path.getKey()
                    .replace("{id}", "01900000-0000-7000-8000-000000000000")
                    .replaceAll("\\{[a-z]+}", "UNKNOWN");
            String target = unknown + query(operation, true);
            Answer answer = get(target, humdash.administratorKey());
            if (path.getKey().contains("{")) {
                check(path.getKey(), target, answer);
            }
            if (wrongKeys++ < WRONG_KEYS_FREE) {
                check(path.getKey(), target + " with a wrong key", get(target, "wrong"));
            }
            Answer anonymous = get(target, null);
            boolean isForAnybody = operation.path("security").path(0).isEmpty();
            if (isForAnybody == (anonymous.statusCode() == 401)) {
                untrue.add(path.getKey() + " answers nobody in particular with " + anonymous.statusCode()
                        + ", described is " + operation.path("security"));
            }
        }
        assertEquals(List.of(), untrue);
    }

    @Test
    void everyListLinksToItsNextPage() throws Exception {
        Answer page = get("/api/v1/claims?limit=2", null);
        List<String> links = page.headers().allValues("Link");
        assertEquals(2, links.size(), links.toString());
        String next = links.getFirst();
        assertTrue(next.endsWith(">; rel=\"next\""), next);
        URI second = page.uri().resolve(next.substring(1, next.indexOf('>')));
        HttpResponse<String> following =
                http.send(HttpRequest.newBuilder(second).build(), BodyHandlers.ofString());
        assertEquals(200, following.statusCode(), following.body());
        assertTrue(!following.body().equals(page.body()), following.body());
        String other = second.toString().replace("limit=2", "limit=2&ceasefire=" + CEASEFIRE);
        assertEquals(
                400,
                http.send(HttpRequest.newBuilder(URI.create(other)).build(), BodyHandlers.ofString())
                        .statusCode());
    }

    private void assertAsDescribed(String path, JsonNode operation, String target, int status) throws Exception {
        Answer answer = get(target, humdash.administratorKey());
        if (answer.statusCode() != status) {
            untrue.add(target + " answered " + answer.statusCode() + ": " + answer.body());
        }
        check(path, target, answer);
    }

    private void check(String path, String target, Answer answer) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        document.untruth(path, "get", answer.statusCode(), type, answer.body())
                .ifPresent(untruth -> untrue.add(target + " " + untruth));
    }

    /** The path with the names of things that are there; null if there are none. */
    private String target(String path) throws Exception {
        String target = path.replace("{ceasefire}", CEASEFIRE);
        if (path.startsWith("/api/v1/ceasefires/")) {
            target = target.replace("{code}", CEASEFIRE);
        }
        int brace = target.indexOf("/{");
        if (brace < 0) {
            return target;
        }
        String collection = target.substring(0, brace).replaceAll("/" + CEASEFIRE + "$", "");
        JsonNode list =
                RunningHumdash.JSON.readTree(get(collection + "?ceasefire=" + CEASEFIRE, humdash.administratorKey())
                        .body());
        JsonNode first = (list.isArray() ? list : list.path("items")).path(0);
        if (first.isMissingNode()) {
            return null;
        }
        String name = target.substring(brace + 2, target.indexOf('}'));
        JsonNode record =
                first.has("job") ? first.path("job") : first.has("commitment") ? first.path("commitment") : first;
        JsonNode value = record.path(name);
        String text = value.isObject() ? value.path("code").asText() : value.asText();
        return target.replace("{" + name + "}", URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    /** The query of the examples; of the parameters that have to be there only, or of all that have an example. */
    private static String query(JsonNode operation, boolean requiredOnly) {
        Map<String, String> values = new TreeMap<>();
        operation.path("parameters").forEach(parameter -> {
            boolean isQuery = parameter.path("in").asText().equals("query");
            if (isQuery
                    && parameter.has("example")
                    && (!requiredOnly || parameter.path("required").asBoolean())) {
                values.put(
                        parameter.path("name").asText(),
                        parameter.path("example").asText());
            }
        });
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(value ->
                                value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** What was answered; of a stream that does not end, only its head. */
    private record Answer(int statusCode, HttpHeaders headers, URI uri, String body) {}

    private Answer get(String target, String key) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(humdash.address("gateway") + target));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            boolean ends =
                    !answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            String text = ends ? new String(body.readAllBytes(), StandardCharsets.UTF_8) : "";
            return new Answer(answer.statusCode(), answer.headers(), answer.uri(), text);
        }
    }

    private void post(String target, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(humdash.address("gateway") + target))
                .header("Authorization", "Bearer " + humdash.administratorKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        assertTrue(http.send(request, BodyHandlers.ofString()).statusCode() < 300, target);
    }
}
