package org.humdash.gateway.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers whoever did not say who they are, or not so that it is believed. They stand before the mappers of the problem
 * extension, whose release for this Quarkus reads a field that is no longer there and answers 500.
 */
public class AuthenticationProblems {

    /** The header that goes with every 401, and the way to say who one is. */
    public static final String CHALLENGE_HEADER = "WWW-Authenticate";

    public static final String CHALLENGE = "Bearer realm=\"humdash\"";

    /** What is said about a key or token, whatever is wrong with it: the rest would help whoever guesses. */
    public static final String NOT_BELIEVED = "The key or the token is wrong, was revoked, or has expired.";

    private static final int BEFORE_THE_EXTENSION = 1;

    @ServerExceptionMapper(priority = BEFORE_THE_EXTENSION)
    public Response missing(UnauthorizedException e) {
        return refusal("This needs a key or a token. Send it as 'Authorization: Bearer' with what you were given.");
    }

    @ServerExceptionMapper(priority = BEFORE_THE_EXTENSION)
    public Response wrong(AuthenticationFailedException e) {
        return refusal(NOT_BELIEVED);
    }

    @ServerExceptionMapper(priority = BEFORE_THE_EXTENSION)
    public Response notEnough(ForbiddenException e) {
        return Problems.of(ProblemType.FORBIDDEN, "The role that your key or token stands for does not include this.")
                .build()
                .toResponse();
    }

    private static Response refusal(String detail) {
        return Problems.of(ProblemType.UNAUTHORIZED, detail)
                .withHeader(CHALLENGE_HEADER, CHALLENGE)
                .build()
                .toResponse();
    }
}
