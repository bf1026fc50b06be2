package org.humdash.kit.access;

import static org.humdash.kit.problem.ProblemType.BODY_TOO_LARGE;
import static org.humdash.kit.problem.ProblemType.LENGTH_REQUIRED;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Imports stream and may be large; a JSON body is held in memory and must therefore be small and say its length. */
public class JsonBodyLimit {

    static final int MOST_BYTES = 1_048_576;

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        MediaType type = request.getMediaType();
        boolean isStreamed = resource.getResourceMethod().isAnnotationPresent(StreamedBody.class);
        if (isStreamed || type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return;
        }
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            throw LENGTH_REQUIRED.because("Send a Content-Length header with a JSON body.");
        }
        if (length.length() > 9 || Integer.parseInt(length) > MOST_BYTES) {
            throw BODY_TOO_LARGE.because(
                    "A JSON body may have 1 MiB at most, this one has " + length + " bytes. Use the CSV import.");
        }
    }
}
