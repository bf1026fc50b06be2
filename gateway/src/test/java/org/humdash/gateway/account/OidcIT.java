package org.humdash.gateway.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.humdash.gateway.testing.Api;
import org.humdash.gateway.testing.FakeService;
import org.humdash.gateway.testing.FakeServices;
import org.humdash.gateway.testing.GatewayDatabase;
import org.humdash.gateway.testing.Keycloak;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients of a real Keycloak are known by the roles it gives them. */
@QuarkusIntegrationTest
@QuarkusTestResource(GatewayDatabase.class)
@QuarkusTestResource(FakeServices.class)
@QuarkusTestResource(value = Keycloak.class, restrictToAnnotatedClass = true)
class OidcIT {

    private static final String CLAIMS = "/api/v1/claims";

    @TestHTTPResource
    URI gateway;

    @FakeServices.Incident
    FakeService incident;

    Api api;

    @BeforeEach
    void asAClient() {
        api = new Api(gateway);
        incident.up();
        incident.forget();
        incident.json(CLAIMS, "{}");
    }

    @ParameterizedTest
    @CsvSource({
        "partner, partner",
        "partner-of-staff, staff",
        "contributor, contributor staff",
        "administrator, administrator contributor reviewer staff"
    })
    void theServiceIsToldTheRolesTheProviderGave(String client, String groups) throws Exception {
        String token = Keycloak.token(client);

        HttpResponse<String> answer = api.send("GET", CLAIMS, token);

        assertEquals(200, answer.statusCode(), answer.body());
        String sent = incident.received().getLast().header("authorization").getFirst();
        JsonObject claims = claims(sent.substring("Bearer ".length()));
        assertEquals(List.of(groups.split(" ")), claims.getJsonArray("groups").getList());
        assertEquals("oidc-" + claims(token).getString("sub"), claims.getString("sub"));
        assertTrue(!sent.contains(token));
    }

    @Test
    void anAccountWithoutARoleOfThisSystemIsToldSo() throws Exception {
        HttpResponse<String> answer = api.send("GET", CLAIMS, Keycloak.token("stranger"));

        assertEquals(403, answer.statusCode());
        assertEquals(
                "The identity provider gave this account no role of this system.",
                new JsonObject(answer.body()).getString("detail"));
        assertEquals(List.of(), incident.received());
    }

    @Test
    void aTokenForAnotherSystemIsRefused() throws Exception {
        assertEquals(
                401,
                api.send("GET", CLAIMS, Keycloak.token("partner-elsewhere")).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"e30.e30.e30", "guess"})
    void whatTheProviderDidNotSignIsRefused(String token) throws Exception {
        assertEquals(401, api.send("GET", CLAIMS, token).statusCode());
        String real = Keycloak.token("partner");
        assertEquals(
                401,
                api.send("GET", CLAIMS, real.substring(0, real.length() - 6) + "AAAAAA")
                        .statusCode());
    }

    @Test
    void anAdministratorOfTheProviderMakesKeys() throws Exception {
        HttpResponse<String> answer = api.send(
                "POST",
                "/api/v1/api-keys",
                Keycloak.token("administrator"),
                new JsonObject().put("owner", "A relief organisation").put("role", "PARTNER"));

        assertEquals(201, answer.statusCode(), answer.body());
        assertEquals(
                403,
                api.send("GET", "/api/v1/api-keys", Keycloak.token("contributor"))
                        .statusCode());
    }

    private static JsonObject claims(String token) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
    }
}
