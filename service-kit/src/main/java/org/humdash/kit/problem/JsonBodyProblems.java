package org.humdash.kit.problem;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.humdash.vocabulary.hxl.Shown;

/**
 * Answers a JSON body that cannot be read: which field, and what it should be. Without it some such bodies are answered
 * with no problem at all, and others with one that names our classes.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class JsonBodyProblems implements ReaderInterceptor {

    /** How Jackson begins to tell of something that follows; it has no exception of its own for that. */
    private static final String TRAILING = "Trailing token";

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
        if (!(e instanceof JsonMappingException mapping)) {
            JsonLocation at = e.getLocation();
            return INVALID_BODY.because("The body is not JSON"
                    + (at == null ? "." : ": look at line " + at.getLineNr() + ", column " + at.getColumnNr() + "."));
        }
        String field = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        HttpProblem.Builder problem = INVALID_BODY.with(
                (field.isEmpty() ? "The body" : "Field '" + shown(field) + "'") + " " + complaint(mapping) + ".");
        return (field.isEmpty() ? problem : problem.with("field", shown(field))).build();
    }

    private static String complaint(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "is not known; known here are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(", "));
            case InvalidFormatException wrong ->
                "is '" + shown(String.valueOf(wrong.getValue())) + "' and must be " + expected(wrong.getTargetType());
            case MismatchedInputException mismatch
            when mismatch.getOriginalMessage().startsWith(TRAILING) -> "goes on after its JSON has ended";
            case MismatchedInputException mismatch -> "must be " + expected(mismatch.getTargetType());
            // The words of our own value types, such as a text without its English.
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException cause -> "does not fit: " + cause.getMessage();
            default -> "cannot be read";
        };
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == LocalDate.class) {
            return "a date such as 2025-12-19";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "an instant such as 2025-12-19T18:00:00+02:00";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : type.isPrimitive() ? "a number" : "an object";
    }

    private static String shown(String text) {
        return Shown.cut(text);
    }
}
