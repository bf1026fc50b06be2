package org.humdash.kit.access;

import static org.humdash.kit.problem.ProblemType.FORBIDDEN;
import static org.humdash.kit.problem.ProblemType.UNAUTHORIZED;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers whoever did not say who they are, or not so that it is believed. They stand before the mappers of the problem extension, whose release for this
 * Quarkus reads a field that is no longer there and answers 500.
 */
public class AuthenticationProblems {

    private static final int BEFORE_THE_EXTENSION = 1;

    @ServerExceptionMapper(priority = BEFORE_THE_EXTENSION)
    public Response missing(UnauthorizedException e) {
        return refusal(
                "This needs a key or a token. Send it as 'Authorization: Bearer' with what the administrator gave you.");
    }

    @ServerExceptionMapper(priority = BEFORE_THE_EXTENSION)
    public Response wrong(AuthenticationFailedException e) {
        return refusal("The key or the token is wrong, was revoked, or has expired.");
    }

    @ServerExceptionMapper(priority = BEFORE_THE_EXTENSION)
    public Response notEnough(ForbiddenException e) {
        return FORBIDDEN
                .because("The role that your key or token stands for does not include this.")
                .toResponse();
    }

    private static Response refusal(String detail) {
        return UNAUTHORIZED
                .with(detail)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"humdash\"")
                .build()
                .toResponse();
    }
}
