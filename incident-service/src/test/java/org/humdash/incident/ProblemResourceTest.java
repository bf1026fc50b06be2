package org.humdash.incident;

import static io.restassured.RestAssured.given;
import static org.humdash.incident.Installation.contributor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/** What the framework itself refuses is answered as our own refusals are: with a type that callers can rely on. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ProblemResourceTest {

    @Test
    void aParameterThatIsTooLargeIsNamedAndTold() {
        assertProblem(400, """
                {"type":"urn:humdash:problem:invalid-request","status":400,\
                "title":"Something in the request is not as it has to be",\
                "detail":"limit must be less than or equal to 1000.","instance":"/api/v1/claims",\
                "violations":[{"field":"limit","in":"query","message":"must be less than or equal to 1000"}]}""", given().get("/api/v1/claims?limit=100000"));
    }

    @Test
    void aBodyWithoutWhatItNeedsIsTold() {
        assertProblem(
                400,
                """
                {"type":"urn:humdash:problem:invalid-request","status":400,\
                "title":"Something in the request is not as it has to be",\
                "detail":"name must not be null.","instance":"/api/v1/sources",\
                "violations":[{"field":"name","in":"body","message":"must not be null"}]}""",
                contributor()
                        .contentType("application/json")
                        .body("{\"code\": \"AN_OFFICE\", \"kind\": \"NGO\"}")
                        .post("/api/v1/sources"));
    }

    @Test
    void aFormatThatIsNotReadIsTold() {
        assertProblem(
                415, """
                {"type":"urn:humdash:problem:unsupported-media-type","status":415,\
                "title":"A body of this format is not read here",\
                "detail":"No supported MessageBodyReader found","instance":"/api/v1/sources"}""", contributor().contentType("text/plain").body("x").post("/api/v1/sources"));
    }

    @Test
    void aParameterThatIsNoNumberIsTold() {
        assertProblem(400, """
                {"type":"urn:humdash:problem:invalid-parameter","status":400,"title":"A parameter cannot be read",\
                "detail":"A parameter that has to be a number, a day or one of several words is something else.",\
                "instance":"/api/v1/claims"}""", given().get("/api/v1/claims?limit=many"));
    }

    @Test
    void aPathThatNamesNoRecordIsTold() {
        assertProblem(404, """
                {"type":"urn:humdash:problem:not-found","status":404,"title":"There is no such record",\
                "detail":"HTTP 404 Not Found","instance":"/api/v1/claims/no-id"}""", given().get("/api/v1/claims/no-id"));
    }

    private static void assertProblem(int status, String body, Response response) {
        assertEquals(status, response.statusCode());
        assertEquals("application/problem+json", response.contentType());
        assertEquals(body, response.asString());
    }
}
