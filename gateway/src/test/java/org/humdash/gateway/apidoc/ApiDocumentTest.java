package org.humdash.gateway.apidoc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    private static final String OWN = """
            openapi: 3.1.0
            info: {title: Whole, version: v1}
            paths:
              /api/v1/situation: {get: {operationId: getSituation}}
            """;

    @Test
    void keepsTheGatewaysWordsAndAddsWhatTheServicesServe() throws Exception {
        assertEquals(yaml("""
                        openapi: 3.1.0
                        info: {title: Whole, version: v1}
                        paths:
                          /api/v1/situation: {get: {operationId: getSituation}}
                          /api/v1/claims: {get: {operationId: claims, tags: [Claims]}}
                          /api/v1/hazards: {get: {operationId: hazards}}
                        components:
                          schemas:
                            Claim: {type: object}
                            Hazard: {type: object}
                        tags:
                        - {name: Claims, description: Who said what}
                        """), merged("""
                        info: {title: Incident}
                        servers: [{url: "http://incident"}]
                        paths:
                          /api/v1/claims: {get: {operationId: claims, tags: [Claims]}}
                          /internal: {get: {}}
                        components: {schemas: {Claim: {type: object}}}
                        tags: [{name: Claims, description: Who said what}]
                        """, """
                        paths:
                          /api/v1/hazards: {get: {operationId: hazards}}
                        components: {schemas: {Hazard: {type: object}}}
                        tags: [{name: Claims, description: Another wording}]
                        """));
    }

    @Test
    void keepsAComponentOnceThatBothDescribeAlike() throws Exception {
        String estimate = """
                components: {schemas: {Estimate: {properties: {by: {$ref: "#/components/schemas/By"}}}, By: {type: string}}}
                """;

        assertEquals(yaml("""
                        schemas:
                          By: {type: string}
                          Estimate: {properties: {by: {$ref: "#/components/schemas/By"}}}
                        """), merged(estimate, estimate).get("components"));
    }

    @Test
    void givesEachItsOwnOfAComponentThatTheyDescribeDifferentlyAndOfAllThatLeadToIt() throws Exception {
        ObjectNode merged = merged("""
                paths:
                  /api/v1/claims: {get: {responses: {"200": {schema: {$ref: "#/components/schemas/Page"}}}}}
                components:
                  schemas:
                    Page: {properties: {items: {items: {$ref: "#/components/schemas/Row"}}, same: {$ref: "#/components/schemas/Same"}}}
                    Row: {type: object, discriminator: {mapping: {a: "#/components/schemas/Row"}}}
                    Same: {type: string}
                """, """
                paths:
                  /api/v1/hazards: {get: {responses: {"200": {schema: {$ref: "#/components/schemas/Page"}}}}}
                components:
                  schemas:
                    Page: {properties: {items: {items: {$ref: "#/components/schemas/Row"}}, same: {$ref: "#/components/schemas/Same"}}}
                    Row: {type: string}
                    Same: {type: string}
                """);

        assertEquals(yaml("""
                        schemas:
                          HumanitarianPage: {properties: {items: {items: {$ref: "#/components/schemas/HumanitarianRow"}}, same: {$ref: "#/components/schemas/Same"}}}
                          HumanitarianRow: {type: string}
                          IncidentPage: {properties: {items: {items: {$ref: "#/components/schemas/IncidentRow"}}, same: {$ref: "#/components/schemas/Same"}}}
                          IncidentRow: {type: object, discriminator: {mapping: {a: "#/components/schemas/IncidentRow"}}}
                          Same: {type: string}
                        """), merged.get("components"));
        assertEquals(
                "#/components/schemas/IncidentPage",
                merged.at("/paths/~1api~1v1~1claims/get/responses/200/schema/$ref")
                        .asText());
        assertEquals(
                "#/components/schemas/HumanitarianPage",
                merged.at("/paths/~1api~1v1~1hazards/get/responses/200/schema/$ref")
                        .asText());
    }

    @Test
    void aPropertyThatIsCalledLikeAComponentStaysAsItIs() throws Exception {
        ObjectNode merged = merged(
                "components: {schemas: {Row: {properties: {Row: {type: string}}}}}",
                "components: {schemas: {Row: {type: string}}}");

        assertEquals(
                yaml("{IncidentRow: {properties: {Row: {type: string}}}, HumanitarianRow: {type: string}}"),
                merged.at("/components/schemas"));
    }

    @Test
    void keepsSecurityWithTheOperationsItWasAskedOf() throws Exception {
        ObjectNode merged = merged("""
                security: [{Key: [contributor]}]
                paths:
                  /api/v1/claims: {get: {security: []}, post: {}}
                components: {securitySchemes: {Key: {type: http, scheme: basic}}}
                """, """
                paths:
                  /api/v1/hazards: {get: {}, post: {security: [{Key: []}]}}
                components: {securitySchemes: {Key: {type: apiKey}}}
                """);

        assertEquals(yaml("{security: []}"), merged.at("/paths/~1api~1v1~1claims/get"));
        assertEquals(yaml("{security: [{IncidentKey: [contributor]}]}"), merged.at("/paths/~1api~1v1~1claims/post"));
        assertEquals(yaml("{}"), merged.at("/paths/~1api~1v1~1hazards/get"));
        assertEquals(yaml("{security: [{HumanitarianKey: []}]}"), merged.at("/paths/~1api~1v1~1hazards/post"));
    }

    @Test
    void givesOperationsOfTheSameNameDifferentOnes() throws Exception {
        ObjectNode merged = merged(
                "paths: {/api/v1/claims: {get: {operationId: list}}}",
                "paths: {/api/v1/hazards: {get: {operationId: list}}}");

        assertEquals(
                "incidentList",
                merged.at("/paths/~1api~1v1~1claims/get/operationId").asText());
        assertEquals(
                "humanitarianList",
                merged.at("/paths/~1api~1v1~1hazards/get/operationId").asText());
    }

    @Test
    void refusesTwoDescriptionsOfOnePath() {
        String claims = "paths: {/api/v1/claims: {get: {}}}";

        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> merged(claims, claims));

        assertEquals("Two services describe /api/v1/claims", refusal.getMessage());
    }

    private static ObjectNode merged(String incident, String humanitarian) throws JsonProcessingException {
        return ApiDocument.merge(
                List.of(
                        new ApiDocument.Part("", yaml(OWN)),
                        new ApiDocument.Part("Incident", yaml(incident)),
                        new ApiDocument.Part("Humanitarian", yaml(humanitarian))),
                path -> path.startsWith("/api/v1/"));
    }

    private static ObjectNode yaml(String text) throws JsonProcessingException {
        return (ObjectNode) YAML.readTree(text);
    }
}
