package org.humdash.gateway.change;

import jakarta.enterprise.context.ApplicationScoped;
import org.humdash.gateway.cursor.SealedCursors;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.vocabulary.access.Clearance;

/** Cursors of the feed, each for readers of one clearance. */
@ApplicationScoped
public class ChangeCursors {

    private static final String LIST = "changes";

    private final SealedCursors cursors;

    ChangeCursors(SealedCursors cursors) {
        this.cursors = cursors;
    }

    /** A cursor for readers of that clearance. */
    public String write(ChangePosition position, Clearance clearance) {
        return cursors.write(LIST, clearance.name() + "\n" + position.text());
    }

    /**
     * Where a cursor leads.
     *
     * @param clearance that of whoever sends it: another one has seen other entries up to there
     * @throws InvalidChangeQuery if it is no cursor, was altered, or belongs to another clearance
     */
    public ChangePosition read(String cursor, Clearance clearance) {
        String[] parts = cursors.read(LIST, cursor)
                .orElseThrow(() -> new InvalidChangeQuery(
                        ProblemType.INVALID_PARAMETER,
                        "cursor",
                        "Parameter 'cursor' must be the nextCursor of an earlier page, unaltered."))
                .split("\n", 2);
        if (!parts[0].equals(clearance.name())) {
            throw new InvalidChangeQuery(
                    ProblemType.CURSOR_OF_ANOTHER_CLEARANCE,
                    "cursor",
                    "This cursor was given to a reader who may see " + parts[0] + ", and you may see " + clearance
                            + ". Begin anew without a cursor, or your copy would not be whole.");
        }
        return ChangePosition.read(parts[1]);
    }
}
