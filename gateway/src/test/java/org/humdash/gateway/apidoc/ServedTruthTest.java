package org.humdash.gateway.apidoc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ServedTruthTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void whatIsNotRequiredMayBeNull() throws Exception {
        ObjectNode document = yaml("""
                components:
                  schemas:
                    Row:
                      type: object
                      required: [id, by]
                      properties:
                        id: {type: string}
                        by: {$ref: "#/components/schemas/By"}
                        note: {type: string, description: In words}
                        kind: {type: string, enum: [A, B]}
                        estimate: {$ref: "#/components/schemas/Estimate", description: What was said}
                        data: {$ref: "#/components/schemas/JsonNode", type: array, description: As it came}
                        parts: {type: array, items: {type: object, properties: {at: {type: string}}}}
                """);

        ServedTruth.complete(document);

        assertEquals(yaml("""
                type: object
                required: [id, by]
                properties:
                  id: {type: string}
                  by: {$ref: "#/components/schemas/By"}
                  note: {type: [string, "null"], description: In words}
                  kind: {type: [string, "null"], enum: [A, B, null]}
                  estimate: {description: What was said, anyOf: [{$ref: "#/components/schemas/Estimate"}, {type: "null"}]}
                  data: {description: As it came}
                  parts: {type: [array, "null"], items: {type: object, properties: {at: {type: [string, "null"]}}}}
                """), document.at("/components/schemas/Row"));
    }

    @Test
    void whatIsPublicNeedsNoKeyAndARefusalIsDescribed() throws Exception {
        ObjectNode document = yaml("""
                paths:
                  /api/v1/claims: {get: {parameters: [{name: limit, in: query}], responses: {"200": {description: OK}}}}
                """);

        ServedTruth.complete(document);

        ObjectNode get = (ObjectNode) document.at("/paths/~1api~1v1~1claims/get");
        assertEquals(yaml("{a: [{}, {key: []}, {keyHeader: []}]}").get("a"), get.get("security"));
        assertEquals(Set.of("200", "400", "401", "403", "406", "502", "503", "504"), statuses(get));
        assertEquals(yaml("""
                description: Whoever asks for this must say who they are, or was not believed
                content: {application/problem+json: {schema: {$ref: "#/components/schemas/Problem"}}}
                """), get.at("/responses/401"));
        assertEquals(Set.of("key", "keyHeader"), names((ObjectNode) document.at("/components/securitySchemes")));
    }

    @Test
    void whatIsForSomeNeedsAKeyAndSaysWhichRolesMay() throws Exception {
        ObjectNode document = yaml("""
                paths:
                  /api/v1/claims/{id}:
                    put:
                      security: [{SecurityScheme: [contributor]}]
                      responses: {"200": {description: OK}, "401": {description: Not Authorized}, "409": {description: Was retracted}}
                """);

        ServedTruth.complete(document);

        ObjectNode put = (ObjectNode) document.at("/paths/~1api~1v1~1claims~1{id}/put");
        assertEquals(yaml("{a: [{key: []}, {keyHeader: []}]}").get("a"), put.get("security"));
        assertEquals(yaml("{a: [contributor]}").get("a"), put.get("x-roles"));
        assertEquals(
                Set.of("200", "400", "401", "403", "404", "409", "413", "415", "502", "503", "504"), statuses(put));
        assertEquals("Not Authorized", put.at("/responses/401/description").asText());
    }

    private static Set<String> statuses(ObjectNode operation) {
        return names((ObjectNode) operation.get("responses"));
    }

    private static Set<String> names(ObjectNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static ObjectNode yaml(String text) throws JsonProcessingException {
        return (ObjectNode) YAML.readTree(text);
    }
}
