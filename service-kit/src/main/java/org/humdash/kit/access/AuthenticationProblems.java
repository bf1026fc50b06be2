package org.humdash.kit.access;

import static org.humdash.kit.problem.ProblemType.UNAUTHORIZED;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers a write without the write key. They stand before the mappers of the problem extension, whose release for this
 * Quarkus reads a field that is no longer there and answers 500.
 */
public class AuthenticationProblems {

    private static final int BEFORE_THE_EXTENSION = 1;

    @ServerExceptionMapper(priority = BEFORE_THE_EXTENSION)
    public Response missing(UnauthorizedException e) {
        return refusal("This needs the write key: HTTP Basic with the user 'contributor' and the key as password.");
    }

    @ServerExceptionMapper(priority = BEFORE_THE_EXTENSION)
    public Response wrong(AuthenticationFailedException e) {
        return refusal("The user or the write key is wrong.");
    }

    private static Response refusal(String detail) {
        return UNAUTHORIZED
                .with(detail)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"humdash\"")
                .build()
                .toResponse();
    }
}
