package org.humdash.gateway.cursor;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Problems;

/** Cursors as they are handed to readers. The secret is read once, at the start, for the database may be down later. */
@ApplicationScoped
public class SealedCursors {

    private final CursorSecretRepository secrets;
    private volatile CursorSeal seal;

    @Inject
    SealedCursors(CursorSecretRepository secrets) {
        this.secrets = secrets;
    }

    /** With a secret that is known. */
    public SealedCursors(CursorSeal seal) {
        this.secrets = null;
        this.seal = seal;
    }

    void start(@Observes StartupEvent event) throws SQLException {
        seal = new CursorSeal(secrets.secret());
    }

    /** @param list which list the place is in, with what it is filtered by */
    public String write(String list, String place) {
        return seal.seal(list, place);
    }

    /** The place; empty if the text is no cursor, one that was altered, or one of another list. */
    public Optional<String> read(String list, String cursor) {
        return seal.open(list, cursor);
    }

    /**
     * The place that a parameter names; empty where there is none.
     *
     * @throws HttpProblem if the parameter is not empty and no cursor of this list
     */
    public Optional<String> given(String list, String parameter) {
        if (parameter == null || parameter.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(read(list, parameter)
                .orElseThrow(() -> Problems.of(
                                ProblemType.INVALID_PARAMETER,
                                "Parameter 'cursor' must be the nextCursor of an earlier page of the same list, unaltered.")
                        .with("parameter", "cursor")
                        .build()));
    }
}
