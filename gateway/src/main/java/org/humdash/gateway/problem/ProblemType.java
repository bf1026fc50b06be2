package org.humdash.gateway.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What can go wrong at the gateway. The type is {@code urn:humdash:problem:} and the name in lower case with hyphens;
 * callers may rely on it, so a name is never changed.
 */
public enum ProblemType {
    BAD_REQUEST(400, "The request cannot be understood"),
    INVALID_PARAMETER(400, "A parameter cannot be read"),
    BAD_PATH(400, "The path is not written plainly"),
    BODY_NOT_EXPECTED(400, "This request carries no body"),
    INVALID_BODY(400, "The request body does not hold together"),
    INVALID_IDEMPOTENCY_KEY(400, "The Idempotency-Key cannot be used"),
    UNAUTHORIZED(401, "Whoever asks for this must say who they are"),
    FORBIDDEN(403, "The caller's role is not enough for this"),
    NOT_FOUND(404, "There is nothing here"),
    UNKNOWN_CEASEFIRE(404, "No such ceasefire is known"),
    METHOD_NOT_ALLOWED(405, "This cannot be done here"),
    NOT_ACCEPTABLE(406, "This format is not offered"),
    REQUEST_TIMEOUT(408, "The request stopped arriving"),
    IDEMPOTENCY_KEY_IN_USE(409, "The first request with this key is still under way"),
    ANSWER_NOT_KEPT(409, "This was done before, and its answer was not kept"),
    CURSOR_OF_ANOTHER_CLEARANCE(409, "The cursor belongs to another clearance"),
    TOO_MANY_WEBHOOKS(409, "The account has as many webhooks as it may have"),
    WEBHOOK_NOT_WAITING(409, "There is nothing like that to be sent again"),
    BODY_TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "This format is not read"),
    IDEMPOTENCY_KEY_REUSED(422, "This key was used for another request"),
    TOO_MANY_REQUESTS(429, "The caller asks too often"),
    WEBHOOK_ADDRESS_REFUSED(422, "Nothing is sent to this address"),
    WEBHOOK_NOT_VERIFIED(422, "The endpoint did not prove that it wants this"),
    TOO_MANY_STREAMS(429, "Too many streams are open already"),
    INTERNAL_ERROR(500, "The gateway made a mistake"),
    SERVICE_UNREACHABLE(502, "A service cannot be reached"),
    SERVICE_BUSY(503, "A service is busy"),
    SERVICE_SUSPENDED(503, "A service that failed is left alone for a moment"),
    OVERLOADED(503, "The gateway has as much to do as it can"),
    KEPT_ANSWERS_UNAVAILABLE(503, "It cannot be told whether this was done before"),
    STREAMS_TAKEN(503, "All streams of this gateway are taken"),
    WEBHOOKS_NOT_CONFIGURED(503, "Webhooks are not offered here"),
    ACCOUNTS_UNAVAILABLE(503, "It cannot be told who is asking"),
    SERVICE_TIMEOUT(504, "A service did not answer in time");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public URI uri() {
        return URI.create(
                "urn:humdash:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The plainest type of an HTTP status; empty if the gateway never answers with it. */
    static Optional<ProblemType> ofStatus(int status) {
        return switch (status) {
            case 400 -> Optional.of(BAD_REQUEST);
            case 404 -> Optional.of(NOT_FOUND);
            // Only said with words of its own.
            case 409, 422 -> Optional.empty();
            default ->
                Arrays.stream(values()).filter(type -> type.status == status).findFirst();
        };
    }
}
