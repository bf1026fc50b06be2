package org.humdash.incident.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.humdash.kit.test.GatewayKeys;
import org.humdash.kit.test.PostgresResource;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** Only the gateway says who is asking: what is forged, stale or meant for somebody else is not believed. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class GatewayTokensResourceTest {

    @Test
    void aContributorWrites() {
        register(GatewayKeys.token("key-7", "contributor", "staff"), "TOKEN_CONTRIBUTOR")
                .statusCode(201);
    }

    @Test
    void aPartnerDoesNotWrite() {
        register(GatewayKeys.token("key-8", "partner"), "TOKEN_PARTNER")
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:humdash:problem:forbidden"));
    }

    @Test
    void aTokenIsNotBelievedAfterItsTime() {
        JwtClaims stale = GatewayKeys.claims("key-7", "contributor");
        stale.setExpirationTime(ago(60));
        refused(GatewayKeys.signed(stale, GatewayKeys.published()));
    }

    @Test
    void aTokenWithoutAnEndIsNotBelieved() {
        JwtClaims endless = GatewayKeys.claims("key-7", "contributor");
        endless.unsetClaim("exp");
        refused(GatewayKeys.signed(endless, GatewayKeys.published()));
    }

    @Test
    void aTokenForADayIsNotBelieved() {
        JwtClaims forADay = GatewayKeys.claims("key-7", "contributor");
        forADay.setExpirationTimeMinutesInTheFuture(24 * 60);
        refused(GatewayKeys.signed(forADay, GatewayKeys.published()));
    }

    @Test
    void aTokenForSomebodyElseIsNotBelieved() {
        JwtClaims elsewhere = GatewayKeys.claims("key-7", "contributor");
        elsewhere.setAudience("another-system");
        refused(GatewayKeys.signed(elsewhere, GatewayKeys.published()));
    }

    @Test
    void aTokenOfSomebodyElseIsNotBelieved() {
        JwtClaims foreign = GatewayKeys.claims("key-7", "contributor");
        foreign.setIssuer("another-system");
        refused(GatewayKeys.signed(foreign, GatewayKeys.published()));
    }

    @Test
    void aTokenSignedWithAnotherKeyOfTheSameNameIsNotBelieved() {
        refused(GatewayKeys.signed(GatewayKeys.claims("key-7", "contributor"), GatewayKeys.newKey("published")));
    }

    @Test
    void aTokenSignedWithAKeyNobodyPublishedIsNotBelieved() {
        refused(GatewayKeys.signed(GatewayKeys.claims("key-7", "contributor"), GatewayKeys.newKey("unheard-of")));
    }

    @Test
    void thePublishedKeyIsNoSecretToSignWith() throws JoseException {
        JsonWebSignature forged = new JsonWebSignature();
        forged.setPayload(GatewayKeys.claims("key-7", "contributor").toJson());
        forged.setKey(new HmacKey(GatewayKeys.published().getPublicKey().getEncoded()));
        forged.setKeyIdHeaderValue("published");
        forged.setAlgorithmHeaderValue("HS256");
        refused(forged.getCompactSerialization());
    }

    @Test
    void aTokenThatNobodySignedIsNotBelieved() throws JoseException {
        JsonWebSignature unsigned = new JsonWebSignature();
        unsigned.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        unsigned.setPayload(GatewayKeys.claims("key-7", "contributor").toJson());
        unsigned.setKeyIdHeaderValue("published");
        unsigned.setAlgorithmHeaderValue("none");
        refused(unsigned.getCompactSerialization());
    }

    @Test
    void wordsThatAreNoTokenAreNotBelieved() {
        refused("hd_abc_def");
        refused("..");
        refused("e30.e30.");
    }

    private static NumericDate ago(long seconds) {
        NumericDate then = NumericDate.now();
        then.addSeconds(-seconds);
        return then;
    }

    /** Also for reading: whoever says who they are is not taken for somebody who does not. */
    private static void refused(String token) {
        register(token, "TOKEN_REFUSED")
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"humdash\"")
                .body("type", equalTo("urn:humdash:problem:unauthorized"));
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/incidents?limit=1")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse register(String token, String code) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body("{\"code\": \"" + code + "\", \"name\": {\"en\": \"Token\"}, \"kind\": \"MEDIA\"}")
                .post("/api/v1/sources")
                .then();
    }
}
