package org.humdash.kit.access;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** PostgreSQL has no text with a NUL character in it, so no parameter can have one either. */
public class PlainQuery {

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(value -> value.indexOf('\u0000') >= 0)) {
                throw INVALID_PARAMETER.because("Parameter '" + name + "' holds a NUL character.");
            }
        });
    }
}
