package org.humdash.gateway.change;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.vocabulary.access.Clearance;

/** Cursors as they are handed to readers. The secret is read once, at the start, for the database may be down later. */
@ApplicationScoped
public class ChangeCursors {

    private final CursorSecretRepository secrets;
    private volatile CursorSeal seal;

    @Inject
    ChangeCursors(CursorSecretRepository secrets) {
        this.secrets = secrets;
    }

    ChangeCursors(CursorSeal seal) {
        this.secrets = null;
        this.seal = seal;
    }

    void start(@Observes StartupEvent event) throws SQLException {
        seal = new CursorSeal(secrets.secret());
    }

    /** A cursor for readers of that clearance. */
    public String write(ChangePosition position, Clearance clearance) {
        return seal.seal(position, clearance);
    }

    /**
     * Where a cursor leads.
     *
     * @param clearance that of whoever sends it: another one has seen other entries up to there
     * @throws InvalidChangeQuery if it is no cursor, was altered, or belongs to another clearance
     */
    public ChangePosition read(String cursor, Clearance clearance) {
        CursorSeal.Opened opened = seal.open(cursor)
                .orElseThrow(() -> new InvalidChangeQuery(
                        ProblemType.INVALID_PARAMETER,
                        "cursor",
                        "Parameter 'cursor' must be the nextCursor of an earlier page, unaltered."));
        if (opened.clearance() != clearance) {
            throw new InvalidChangeQuery(
                    ProblemType.CURSOR_OF_ANOTHER_CLEARANCE,
                    "cursor",
                    "This cursor was given to a reader who may see " + opened.clearance() + ", and you may see "
                            + clearance + ". Begin anew without a cursor, or your copy would not be whole.");
        }
        return opened.position();
    }
}
