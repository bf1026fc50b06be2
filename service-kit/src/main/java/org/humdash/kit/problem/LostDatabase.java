package org.humdash.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells failures of the database from mistakes of ours: the same request may well succeed in a moment. */
final class LostDatabase {

    /**
     * Of SQLSTATE (appendix A of PostgreSQL's manual): connections that broke or were not made, too little of what a server has
     * (connections, memory, disk), an operator who ends it, a server that is just starting or recovers.
     */
    private static final String STATES = "08...|53...|57P0[1-3]|58030";

    /** The pool says so in words only, when no connection became free in time. */
    private static final String NO_CONNECTION_FREE = "Acquisition timeout";

    private static final String SECONDS = "5";

    private LostDatabase() {}

    /** The answer to a request that ended so; empty if it ended otherwise. */
    static Optional<HttpProblem> problem(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(LostDatabase::isLost)
                .findFirst()
                .map(lost -> ProblemType.DATABASE_UNAVAILABLE
                        .with(
                                "Ask again in a moment. Of a write it is not certain whether it was recorded: send it again under the"
                                        + " same reference or Idempotency-Key.")
                        .withHeader(HttpHeaders.RETRY_AFTER, SECONDS)
                        .build());
    }

    private static boolean isLost(SQLException e) {
        return e instanceof SQLTransientException
                || e.getSQLState() != null && e.getSQLState().matches(STATES)
                || String.valueOf(e.getMessage()).startsWith(NO_CONNECTION_FREE);
    }
}
