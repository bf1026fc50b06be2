package org.humdash.gateway.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Answers a JSON body that cannot be read by where to look. Without it some such bodies are answered with no problem at all.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class JsonBodyProblems implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (JacksonException e) {
            throw problem(e);
        } catch (WebApplicationException e) {
            throw e.getCause() instanceof JacksonException cause ? problem(cause) : e;
        }
    }

    private static HttpProblem problem(JacksonException e) {
        return Problems.of(
                        ProblemType.INVALID_BODY, "The body cannot be read" + place(e.getLocation()) + field(e) + ".")
                .build();
    }

    private static String place(JsonLocation at) {
        return at == null ? "" : ": look at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** Only the names of our own fields: of what is sent, nothing is said back. */
    private static String field(JacksonException e) {
        String path = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .filter(step -> step.getFrom() != null)
                        .map(Reference::getFieldName)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("."))
                : "";
        return path.isEmpty() ? "" : ", field '" + path + "'";
    }
}
