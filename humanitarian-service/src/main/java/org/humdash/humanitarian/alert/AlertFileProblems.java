package org.humdash.humanitarian.alert;

import static org.humdash.kit.problem.ProblemType.UNREADABLE_ALERT;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a file of alerts that cannot be read at all. */
class AlertFileProblems {

    @ServerExceptionMapper
    public Response unreadable(AlertFileException e) {
        var problem = UNREADABLE_ALERT.with(e.getMessage()).with("code", e.code());
        return (e.line() > 0 ? problem.with("line", e.line()).with("column", e.column()) : problem)
                .build()
                .toResponse();
    }
}
