package org.humdash.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the gateway's OpenAPI document says of answers, to hold real ones against it (JSON Schema 2020-12). */
final class OpenApiDocument {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final int MESSAGES_SHOWN = 5;

    private final JsonNode document;

    OpenApiDocument(JsonNode document) {
        this.document = document;
    }

    JsonNode paths() {
        return document.path("paths");
    }

    /** What is not described of an answer: its status, its format, or its body; empty if all of it is. */
    Optional<String> untruth(String path, String method, int status, String contentType, String body)
            throws IOException {
        JsonNode described = paths().path(path).path(method).path("responses").path(Integer.toString(status));
        if (described.isMissingNode()) {
            return Optional.of("answered " + status + ", which " + path + " does not describe: " + body);
        }
        if (described.path("content").isMissingNode() && body.isEmpty()) {
            return Optional.empty();
        }
        String type = contentType.split(";")[0];
        JsonNode content = described.path("content").path(type);
        if (content.isMissingNode()) {
            return Optional.of("answered " + status + " as '" + type + "', which is not described");
        }
        if (!type.endsWith("json")) {
            return Optional.empty();
        }
        ObjectNode schema = content.path("schema").deepCopy();
        schema.set("components", document.path("components"));
        Set<ValidationMessage> messages = SCHEMAS.getSchema(schema).validate(RunningHumdash.JSON.readTree(body));
        if (!content.path("schema").isEmpty() && messages.isEmpty()) {
            return Optional.empty();
        }
        List<String> shown = messages.stream()
                .limit(MESSAGES_SHOWN)
                .map(ValidationMessage::getMessage)
                .toList();
        return Optional.of("answered " + status + " with another body: " + shown);
    }
}
