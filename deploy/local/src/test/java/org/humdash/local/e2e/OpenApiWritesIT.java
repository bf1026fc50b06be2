package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.Test;

/**
 * Does everything that the document says can be written, by {@code writes.json} and in its order, and holds the answers against
 * the document: to whoever may, to nobody in particular, and to a body that is none.
 */
class OpenApiWritesIT {

    private static final Set<String> READS = Set.of("get", "head", "parameters");
    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]+)}");
    private static final String FIRST = "first:";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> untrue = new ArrayList<>();
    private final Map<String, String> kept = new HashMap<>(Map.of("nothing", "01900000-0000-7000-8000-000000000000"));

    @Test
    void everythingThatCanBeWrittenIsAnsweredAsItIsDescribed() throws Exception {
        try (Running humdash = Running.start();
                InputStream calls = OpenApiWritesIT.class.getResourceAsStream("writes.json")) {
            OpenApiDocument document = new OpenApiDocument(humdash.json("/q/openapi?format=json"));
            Set<String> done = new TreeSet<>();
            for (JsonNode call : RunningHumdash.JSON.readTree(calls)) {
                done.add(call.path("call").asText());
                make(call, humdash, document);
            }
            assertEquals(List.of(), untrue);
            assertEquals(writes(document), done);
        }
    }

    private static Set<String> writes(OpenApiDocument document) {
        Set<String> writes = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : document.paths().properties()) {
            path.getValue().fieldNames().forEachRemaining(method -> {
                if (!READS.contains(method)) {
                    writes.add(method.toUpperCase() + " " + path.getKey());
                }
            });
        }
        return writes;
    }

    private void make(JsonNode call, Running humdash, OpenApiDocument document) throws Exception {
        String[] operation = call.path("call").asText().split(" ");
        String target = named(call.path("at").asText(operation[1]), humdash);
        String body = call.has("text")
                ? call.path("text").asText()
                : call.has("body") ? named(call.path("body").toString(), humdash) : "";
        String type = call.path("type").asText("application/json");

        check(document, operation, send(humdash, operation[0], target, type, body, null, null), 401);
        if (call.has("body")) {
            HttpResponse<String> malformed = send(
                    humdash,
                    operation[0],
                    target,
                    type,
                    "{\"",
                    call.path("ifMatch").textValue(),
                    humdash.administratorKey());
            check(document, operation, malformed, 400);
        }
        HttpResponse<String> answer = send(
                humdash,
                operation[0],
                target,
                type,
                body,
                call.path("ifMatch").textValue(),
                humdash.administratorKey());
        check(document, operation, answer, call.path("status").asInt());
        for (Map.Entry<String, JsonNode> name : call.path("keep").properties()) {
            kept.put(
                    name.getKey(),
                    RunningHumdash.JSON
                            .readTree(answer.body())
                            .at(name.getValue().asText())
                            .asText());
        }
    }

    private void check(OpenApiDocument document, String[] operation, HttpResponse<String> answer, int status)
            throws Exception {
        String call = operation[0] + " " + answer.uri();
        if (answer.statusCode() != status) {
            untrue.add(call + " answered " + answer.statusCode() + " and not " + status + ": " + answer.body());
        }
        document.untruth(
                        operation[1],
                        operation[0].toLowerCase(),
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse(""),
                        answer.body())
                .ifPresent(untruth -> untrue.add(call + " " + untruth));
    }

    /** The text with what earlier calls have made in place of <code>${name}</code>; <code>${first:/path}</code> is the id of a list's first. */
    private String named(String text, Running humdash) throws Exception {
        StringBuilder named = new StringBuilder();
        var name = NAME.matcher(text);
        while (name.find()) {
            String value = name.group(1).startsWith(FIRST)
                    ? humdash.json(name.group(1).substring(FIRST.length()))
                            .at("/items/0/id")
                            .asText()
                    : kept.get(name.group(1));
            assertNotNull(value, name.group());
            name.appendReplacement(named, value);
        }
        return name.appendTail(named).toString();
    }

    private HttpResponse<String> send(
            Running humdash, String method, String target, String type, String body, String ifMatch, String key)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(humdash.address("gateway") + target))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (ifMatch != null) {
            request.header("If-Match", "\"" + ifMatch + "\"");
        }
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
