package org.humdash.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkiverse.resteasy.problem.validation.Violation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gives a type to the problems that the framework makes without one: of constraints that are not kept, of paths, formats and
 * methods that are not offered, of what broke. Callers tell problems apart by their type.
 */
@ApplicationScoped
public class TypedProblems implements ProblemPostProcessor {

    private static final int NOT_FOUND = 404;
    private static final int INTERNAL_ERROR = 500;
    private static final String VIOLATIONS = "violations";

    /** After the extension's own, whose lowest is 0. */
    private static final int PRIORITY = -1;

    private final CurrentVertxRequest request;

    TypedProblems(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public int priority() {
        return PRIORITY;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null) {
            return problem;
        }
        if (problem.getStatusCode() == INTERNAL_ERROR) {
            return LostDatabase.problem(context.cause)
                    .map(lost -> HttpProblem.builder(lost)
                            .withInstance(problem.getInstance())
                            .build())
                    .orElseGet(() -> ProblemType.INTERNAL_ERROR
                            .with("It has been logged. Trying again later may help.")
                            .withInstance(problem.getInstance())
                            .build());
        }
        if (problem.getParameters().get(VIOLATIONS) instanceof List<?> violations) {
            return ofViolations(problem, violations.stream().map(this::placed).toList());
        }
        if (isUnreadParameter(problem, context.cause)) {
            return ProblemType.INVALID_PARAMETER
                    .with("A parameter that has to be a number, a day or one of several words is something else.")
                    .withInstance(problem.getInstance())
                    .build();
        }
        return typeOf(problem.getStatusCode())
                .map(type -> HttpProblem.builder(problem)
                        .withType(type.uri())
                        .withTitle(type.title())
                        .build())
                .orElse(problem);
    }

    private static HttpProblem ofViolations(HttpProblem problem, List<Violation> violations) {
        String detail = violations.stream()
                .map(violation -> (violation.field.isEmpty() ? "It" : violation.field) + " " + violation.message)
                .sorted()
                .collect(Collectors.joining("; ", "", "."));
        HttpProblem.Builder typed = ProblemType.INVALID_REQUEST
                .with(detail)
                .withInstance(problem.getInstance())
                .with(VIOLATIONS, violations);
        problem.getHeaders().forEach(typed::withHeader);
        return typed.build();
    }

    /** The framework takes every parameter that is read into an object for a part of the body, also where there is none. */
    private Violation placed(Object of) {
        Violation violation = (Violation) of;
        boolean hasBody = !request.getCurrent().request().method().name().matches("GET|HEAD");
        return hasBody || !violation.in.equals("body")
                ? violation
                : Violation.In.query.field(violation.field).message(violation.message);
    }

    /** The framework says "not found" of it. That of an id in a path, which cannot be one of ours, is right. */
    private static boolean isUnreadParameter(HttpProblem problem, Throwable refusal) {
        Throwable cause = refusal.getCause();
        return problem.getStatusCode() == NOT_FOUND
                && (cause instanceof NumberFormatException
                        || cause instanceof DateTimeException
                        || cause instanceof IllegalArgumentException
                                && String.valueOf(cause.getMessage()).startsWith("No enum constant"));
    }

    private static Optional<ProblemType> typeOf(int status) {
        return switch (status) {
            case NOT_FOUND -> Optional.of(ProblemType.NOT_FOUND);
            case 405 -> Optional.of(ProblemType.METHOD_NOT_ALLOWED);
            case 406 -> Optional.of(ProblemType.NOT_ACCEPTABLE);
            case 413 -> Optional.of(ProblemType.BODY_TOO_LARGE);
            case 415 -> Optional.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            default -> Optional.empty();
        };
    }
}
