package org.humdash.gateway.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProblemTypeTest {

    @Test
    void typesAreWhatCallersRelyOn() {
        assertEquals(
                """
                urn:humdash:problem:bad-request 400
                urn:humdash:problem:invalid-parameter 400
                urn:humdash:problem:bad-path 400
                urn:humdash:problem:body-not-expected 400
                urn:humdash:problem:invalid-body 400
                urn:humdash:problem:invalid-idempotency-key 400
                urn:humdash:problem:unauthorized 401
                urn:humdash:problem:forbidden 403
                urn:humdash:problem:not-found 404
                urn:humdash:problem:unknown-ceasefire 404
                urn:humdash:problem:method-not-allowed 405
                urn:humdash:problem:not-acceptable 406
                urn:humdash:problem:request-timeout 408
                urn:humdash:problem:idempotency-key-in-use 409
                urn:humdash:problem:answer-not-kept 409
                urn:humdash:problem:cursor-of-another-clearance 409
                urn:humdash:problem:too-many-webhooks 409
                urn:humdash:problem:webhook-not-waiting 409
                urn:humdash:problem:body-too-large 413
                urn:humdash:problem:unsupported-media-type 415
                urn:humdash:problem:idempotency-key-reused 422
                urn:humdash:problem:too-many-requests 429
                urn:humdash:problem:webhook-address-refused 422
                urn:humdash:problem:webhook-not-verified 422
                urn:humdash:problem:too-many-streams 429
                urn:humdash:problem:internal-error 500
                urn:humdash:problem:service-unreachable 502
                urn:humdash:problem:service-busy 503
                urn:humdash:problem:service-suspended 503
                urn:humdash:problem:overloaded 503
                urn:humdash:problem:kept-answers-unavailable 503
                urn:humdash:problem:streams-taken 503
                urn:humdash:problem:webhooks-not-configured 503
                urn:humdash:problem:accounts-unavailable 503
                urn:humdash:problem:service-timeout 504
                """,
                Arrays.stream(ProblemType.values())
                        .map(type -> type.uri() + " " + type.status() + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void aStatusWithoutWordsOfItsOwnHasThePlainestTypeOfIt() {
        assertEquals(Optional.of(ProblemType.BAD_REQUEST), ProblemType.ofStatus(400));
        assertEquals(Optional.of(ProblemType.NOT_FOUND), ProblemType.ofStatus(404));
        assertEquals(Optional.of(ProblemType.INTERNAL_ERROR), ProblemType.ofStatus(500));
        assertTrue(ProblemType.ofStatus(418).isEmpty());
    }
}
