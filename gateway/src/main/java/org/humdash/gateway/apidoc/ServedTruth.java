package org.humdash.gateway.apidoc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says in the document what is true of all operations and what their code cannot say: how a caller says who they are, what
 * is answered when something is wrong, and that what is not required may be null.
 */
final class ServedTruth {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String ANYTHING = "#/components/schemas/JsonNode";

    /** What the gateway and the services answer to any request; each a problem. */
    private static final Map<String, String> ALWAYS = new TreeMap<>(Map.of(
            "401", "Whoever asks for this must say who they are, or was not believed",
            "502", "A service cannot be reached",
            "503", "A service is busy, or it cannot be told who is asking",
            "504", "A service did not answer in time"));

    private ServedTruth() {}

    static void complete(ObjectNode document) {
        ObjectNode components = document.withObjectProperty("components");
        ObjectNode schemas = components.withObjectProperty("schemas");
        schemas.forEach(ServedTruth::allowNulls);
        schemas.set("Problem", problem(schemas.objectNode()));
        securitySchemes(components);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operation(path.getKey(), method.getKey(), (ObjectNode) method.getValue())));
    }

    /** A property that is not required is there as null when there is nothing to say. */
    private static void allowNulls(JsonNode schema) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        if (schema.path("properties") instanceof ObjectNode properties) {
            for (Map.Entry<String, JsonNode> property :
                    Map.copyOf(asMap(properties)).entrySet()) {
                if (property.getValue() instanceof ObjectNode described) {
                    if (described.path("$ref").asText().equals(ANYTHING)) {
                        described.remove(List.of("$ref", "type"));
                    } else if (!required.contains(property.getKey())) {
                        allowNull(described);
                    }
                    allowNulls(described);
                }
            }
        }
        if (schema.has("items")) {
            allowNulls(schema.path("items"));
        }
    }

    private static Map<String, JsonNode> asMap(ObjectNode object) {
        Map<String, JsonNode> map = new TreeMap<>();
        object.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    private static void allowNull(ObjectNode property) {
        JsonNode reference = property.remove("$ref");
        if (reference != null) {
            // What is said beside a reference would hold for null as well.
            property.remove("type");
            ArrayNode either = property.putArray("anyOf");
            either.addObject().set("$ref", reference);
            either.addObject().put("type", "null");
            return;
        }
        if (property.path("type").isTextual()) {
            String type = property.path("type").asText();
            property.putArray("type").add(type).add("null");
        }
        if (property.path("enum") instanceof ArrayNode values) {
            values.addNull();
        }
    }

    private static void securitySchemes(ObjectNode components) {
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("key")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A key that an administrator made, or a token of the operator's identity provider");
        schemes.putObject("keyHeader")
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "X-API-Key")
                .put("description", "The same key, for programs that cannot send Authorization");
    }

    private static void operation(String path, String method, ObjectNode operation) {
        JsonNode asked = operation.path("security").path(0);
        boolean needsAccount = !asked.isMissingNode() && !asked.isEmpty();
        ObjectNode responses = operation.withObjectProperty("responses");
        responses.properties().stream()
                .filter(answer -> answer.getKey().startsWith("4"))
                .forEach(answer -> answer(responses, answer.getKey(), ""));
        if (needsAccount) {
            List<String> roles = new ArrayList<>();
            asked.properties().forEach(scheme -> scheme.getValue().forEach(role -> roles.add(role.asText())));
            operation.set(
                    "x-roles",
                    operation
                            .arrayNode()
                            .addAll(roles.stream().map(TextNode::valueOf).toList()));
        }
        ArrayNode security = operation.putArray("security");
        if (!needsAccount) {
            // Anybody; who says who they are may be shown more.
            security.addObject();
        }
        security.addObject().putArray("key");
        security.addObject().putArray("keyHeader");
        ALWAYS.forEach((status, words) -> answer(responses, status, words));
        answer(responses, "403", "The caller's role is not enough for this");
        if (operation.path("parameters").size() > 0 || !method.equals("get")) {
            answer(responses, "400", "The request cannot be understood; the problem names the parameter");
        }
        if (path.contains("{") || path.equals("/api/v1/situation")) {
            answer(responses, "404", "There is no such record");
        }
        if (method.equals("get")) {
            answer(responses, "406", "This format is not offered");
        } else {
            answer(responses, "413", "The request is too large");
            answer(responses, "415", "This format is not read");
        }
    }

    /** Adds an answer, or what the answer that is described already has as its body. */
    private static void answer(ObjectNode responses, String status, String words) {
        ObjectNode answer = responses.withObjectProperty(status);
        if (!answer.has("description")) {
            answer.put("description", words);
        }
        if (answer.path("content").isEmpty()) {
            answer.putObject("content")
                    .putObject("application/problem+json")
                    .putObject("schema")
                    .put("$ref", "#/components/schemas/Problem");
        }
    }

    private static ObjectNode problem(ObjectNode schema) {
        schema.put("type", "object").put("description", "What went wrong (RFC 9457). Further members may say more.");
        schema.putArray("required").add("type").add("title").add("status");
        ObjectNode properties = schema.putObject("properties");
        properties
                .putObject("type")
                .put("type", "string")
                .put("description", "Stable: urn:humdash:problem: and a word");
        properties.putObject("title").put("type", "string");
        properties.putObject("status").put("type", "integer");
        properties.putObject("detail").putArray("type").add("string").add("null");
        properties.putObject("instance").putArray("type").add("string").add("null");
        return schema;
    }
}
