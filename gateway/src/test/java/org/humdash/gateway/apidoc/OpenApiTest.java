package org.humdash.gateway.apidoc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.humdash.gateway.peer.Peer;
import org.humdash.gateway.route.Route;
import org.humdash.gateway.testing.GatewayTest;
import org.junit.jupiter.api.Test;

@GatewayTest
class OpenApiTest {

    /** What the gateway answers by itself. */
    private static final Set<String> OUR_OWN = Set.of(
            "/api/v1/situation",
            "/api/v1/situation/diff",
            "/api/v1/api-keys",
            "/api/v1/api-keys/{id}",
            "/api/v1/audit",
            "/api/v1/changes",
            "/api/v1/changes/stream",
            "/api/v1/webhooks",
            "/api/v1/webhooks/{id}",
            "/api/v1/webhooks/{id}/pause",
            "/api/v1/webhooks/{id}/resume",
            "/api/v1/webhooks/{id}/replay",
            "/api/v1/webhooks/{id}/deliveries",
            "/api/v1/webhooks/{id}/deliveries/{delivery}/replay");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path COMMITTED = Path.of("openapi.yaml");

    @TestHTTPResource
    URI gateway;

    @Test
    void theCommittedDescriptionIsTheOneThatIsServed() throws Exception {
        String served = get("/q/openapi").body();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, served);
        }

        assertEquals(
                Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "",
                served,
                "gateway/openapi.yaml is not up to date, perhaps because a service's is newer. To update it: "
                        + "./mvnw -f gateway/pom.xml test -Dtest=OpenApiTest -Dopenapi.update=true");
    }

    @Test
    void theDescriptionCoversTheGatewayAndWhatTheServicesCommitted() throws Exception {
        Set<String> expected = new TreeSet<>(OUR_OWN);
        for (Peer peer : Peer.values()) {
            Path committed = Path.of("..", peer.serviceName(), "openapi.yaml");
            if (Files.exists(committed)) {
                YAML.readTree(Files.readString(committed))
                        .path("paths")
                        .fieldNames()
                        .forEachRemaining(expected::add);
            }
        }

        Set<String> served = new TreeSet<>();
        document().path("paths").fieldNames().forEachRemaining(served::add);

        assertEquals(expected, served);
    }

    @Test
    void everyPathThatIsDescribedIsOneTheGatewayLeadsSomewhere() throws Exception {
        document()
                .path("paths")
                .fieldNames()
                .forEachRemaining(path ->
                        assertTrue(OUR_OWN.contains(path) || Route.of(path).isPresent(), path));
    }

    @Test
    void everyReferenceLeadsSomewhere() throws Exception {
        JsonNode document = document();
        List<String> references = document.findValuesAsText("$ref");

        assertTrue(!references.isEmpty());
        for (String reference : references) {
            assertTrue(reference.startsWith("#/"), reference);
            assertTrue(!document.at(reference.substring(1)).isMissingNode(), reference);
        }
    }

    @Test
    void theDescriptionCanBeHadAsJson() throws Exception {
        HttpResponse<String> answer = get("/q/openapi?format=json");

        assertEquals(
                "application/json;charset=UTF-8",
                answer.headers().firstValue("content-type").orElse(""));
        assertEquals(document(), new YAMLMapper().readTree(answer.body()));
    }

    @Test
    void theSwaggerPageFindsTheDescriptionWhateverPathAProxyPutsBeforeIt() throws Exception {
        HttpResponse<String> page = get("/q/swagger-ui/");

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("url: '../openapi'"), page.body());
        assertEquals("../", document().at("/servers/0/url").asText());
        HttpResponse<String> redirect = get("/q/swagger-ui");
        assertEquals(302, redirect.statusCode());
        assertEquals("swagger-ui/", redirect.headers().firstValue("location").orElse(""));
    }

    private JsonNode document() throws IOException, InterruptedException {
        return YAML.readTree(get("/q/openapi").body());
    }

    private HttpResponse<String> get(String target) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(gateway.resolve(target)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
