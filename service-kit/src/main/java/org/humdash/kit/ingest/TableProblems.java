package org.humdash.kit.ingest;

import static org.humdash.kit.problem.ProblemType.UNREADABLE_TABLE;

import jakarta.ws.rs.core.Response;
import org.humdash.vocabulary.hxl.TableException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a table that cannot be read at all. */
public class TableProblems {

    @ServerExceptionMapper
    public Response unreadable(TableException e) {
        var problem = UNREADABLE_TABLE.with(e.getMessage()).with("code", e.code());
        return (e.row() == null ? problem : problem.with("row", e.row()))
                .build()
                .toResponse();
    }
}
