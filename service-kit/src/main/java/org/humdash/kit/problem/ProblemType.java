package org.humdash.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.net.URI;

/** Every kind of error this service answers with (RFC 9457). The type of each is stable: callers may rely on it. */
public enum ProblemType {
    INVALID_PARAMETER("A parameter cannot be read", Status.BAD_REQUEST),
    INVALID_REQUEST("Something in the request is not as it has to be", Status.BAD_REQUEST),
    INVALID_BODY("The request body does not hold together", Status.BAD_REQUEST),
    UNREADABLE_TABLE("The table cannot be read, nothing was written", Status.BAD_REQUEST),
    UNREADABLE_ALERT("The file of alerts cannot be read, nothing was written", Status.BAD_REQUEST),
    UNAUTHORIZED("Whoever asks for this must say who they are", Status.UNAUTHORIZED),
    FORBIDDEN("The caller's role is not enough for this", Status.FORBIDDEN),
    NOT_FOUND("There is no such record", Status.NOT_FOUND),
    NO_LONGER_KEPT("It was kept for a while only", Status.GONE),
    METHOD_NOT_ALLOWED("This cannot be done here", Status.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE("There is no such format", Status.NOT_ACCEPTABLE),
    UNSUPPORTED_MEDIA_TYPE("A body of this format is not read here", Status.UNSUPPORTED_MEDIA_TYPE),
    ALREADY_EXISTS("Another record stands under this key", Status.CONFLICT),
    NOT_IN_THIS_STATE("The record is not in a state that allows this", Status.CONFLICT),
    NOT_SUMMABLE("The figures cannot be added up", Status.CONFLICT),
    MIXED_DEFINITIONS("Figures of different definitions are never put in one series", Status.CONFLICT),
    MIXED_SERIES("Figures of different sources, hazards or parts are never put in one series", Status.CONFLICT),
    REVISION_REQUIRED("A change must say which revision it changes", Status.PRECONDITION_REQUIRED),
    REVISION_SUPERSEDED("Somebody else changed the record in the meantime", Status.PRECONDITION_FAILED),
    BODY_TOO_LARGE("The request body is too large", Status.REQUEST_ENTITY_TOO_LARGE),
    STORAGE_FULL("There is no room for the file", new FurtherStatus(507, "Insufficient Storage")),
    LENGTH_REQUIRED("The length of the request body must be stated", Status.LENGTH_REQUIRED),
    SOURCE_REGISTER_UNAVAILABLE("The source register does not answer", Status.SERVICE_UNAVAILABLE),
    DATABASE_UNAVAILABLE("The database does not answer", Status.SERVICE_UNAVAILABLE),
    INTERNAL_ERROR("The service made a mistake", Status.INTERNAL_SERVER_ERROR);

    private final String title;
    private final StatusType status;

    ProblemType(String title, StatusType status) {
        this.title = title;
        this.status = status;
    }

    /** The problem with its explanation of this one occurrence, in words the caller can act on. */
    public HttpProblem because(String detail) {
        return with(detail).build();
    }

    /** The same, open for further members such as the offending row. */
    public HttpProblem.Builder with(String detail) {
        return HttpProblem.builder()
                .withType(uri())
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail);
    }

    String title() {
        return title;
    }

    URI uri() {
        return URI.create("urn:humdash:problem:" + name().toLowerCase().replace('_', '-'));
    }

    /** One that {@link Status} does not have (RFC 4918). */
    private record FurtherStatus(int code, String phrase) implements StatusType {

        @Override
        public int getStatusCode() {
            return code;
        }

        @Override
        public Status.Family getFamily() {
            return Status.Family.familyOf(code);
        }

        @Override
        public String getReasonPhrase() {
            return phrase;
        }
    }
}
