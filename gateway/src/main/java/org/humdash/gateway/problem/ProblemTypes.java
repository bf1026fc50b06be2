package org.humdash.gateway.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives the problems that the framework finds (no such path, wrong method, our own mistake) a type and words of ours. */
@ApplicationScoped
class ProblemTypes implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null) {
            return problem;
        }
        ProblemType type = ProblemType.ofStatus(problem.getStatusCode()).orElse(ProblemType.BAD_REQUEST);
        // The framework's own detail may name classes; what is safe to say is said by the type.
        HttpProblem.Builder ours = HttpProblem.builder(problem)
                .withType(type.uri())
                .withTitle(type.title())
                .withDetail(detail(type));
        if (type == ProblemType.METHOD_NOT_ALLOWED) {
            // The framework leaves it out, though RFC 9110 asks for it. What the gateway itself offers is all reads.
            ours.withHeader("Allow", "GET, HEAD");
        }
        return ours.build();
    }

    private static String detail(ProblemType type) {
        return switch (type) {
            case NOT_FOUND -> FallbackRoutes.WHERE_THINGS_ARE;
            case METHOD_NOT_ALLOWED -> "Here GET, HEAD can be used.";
            case INTERNAL_ERROR -> "It has been logged. Trying again later may help.";
            default -> null;
        };
    }
}
