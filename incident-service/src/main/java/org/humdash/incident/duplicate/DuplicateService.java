package org.humdash.incident.duplicate;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.humdash.incident.incident.IncidentRegister;
import org.humdash.incident.incident.IncidentResponse;
import org.humdash.kit.access.Caller;

/** Finds candidates for a reviewer, and keeps what the reviewer found to be two. */
@ApplicationScoped
class DuplicateService {

    /** How many incidents are looked at first; more and more while few pairs are found. */
    private static final int FIRST_STRETCH = 50;

    private static final int LONGEST_STRETCH = 2_000;

    /** A page that has looked at so many incidents ends, be it empty: its cursor leads on. */
    private static final int MOST_INCIDENTS = 20_000;

    private final DuplicateRepository duplicates;
    private final IncidentRegister incidents;
    private final Clock clock;
    private final Caller caller;

    DuplicateService(DuplicateRepository duplicates, IncidentRegister incidents, Clock clock, Caller caller) {
        this.duplicates = duplicates;
        this.incidents = incidents;
        this.clock = clock;
        this.caller = caller;
    }

    /** The pairs of a ceasefire that come after a place, at most {@code limit}. */
    DuplicatePage page(String ceasefire, double km, DuplicateCursor cursor, int limit) throws SQLException {
        List<Pair> found = new ArrayList<>();
        DuplicateCursor next = cursor;
        int looked = 0;
        int stretch = FIRST_STRETCH;
        while (next != null && found.size() < limit && looked < MOST_INCIDENTS) {
            Stretch part = duplicates.after(next, ceasefire, km, caller.clearance(), stretch, limit - found.size());
            found.addAll(part.pairs());
            next = found.size() == limit ? found.getLast().place() : part.end().orElse(null);
            looked += stretch;
            stretch = Math.min(LONGEST_STRETCH, stretch * 2);
        }
        return new DuplicatePage(candidates(found), next == null ? null : next.encode());
    }

    /** What may be the same as one incident, nearest first. */
    List<DuplicateCandidate> of(UUID id, double km, int limit) throws SQLException {
        String ceasefire = duplicates.ceasefireOf(id, caller.clearance()).orElseThrow(() -> unknown(id));
        return candidates(duplicates.of(id, ceasefire, km, caller.clearance(), limit));
    }

    /** Keeps that two incidents are two; they are candidates no more. Once more changes nothing. */
    @Transactional
    void dismiss(UUID one, UUID other, String note) throws SQLException {
        if (one.equals(other)) {
            throw INVALID_BODY.because("One incident cannot be told from itself.");
        }
        for (UUID id : List.of(one, other)) {
            duplicates.ceasefireOf(id, caller.clearance()).orElseThrow(() -> unknown(id));
        }
        duplicates.distinguish(one, other, clock.instant(), caller.account(), note);
    }

    /** Leaves out what was hidden since it was found. */
    private List<DuplicateCandidate> candidates(List<Pair> pairs) throws SQLException {
        List<Long> revisions = pairs.stream()
                .flatMap(pair -> Stream.of(pair.oneRevisionId(), pair.otherRevisionId()))
                .distinct()
                .toList();
        Map<Long, IncidentResponse> shown = incidents.shown(revisions, caller.clearance());
        return pairs.stream()
                .filter(pair -> shown.containsKey(pair.oneRevisionId()) && shown.containsKey(pair.otherRevisionId()))
                .map(pair -> new DuplicateCandidate(
                        shown.get(pair.oneRevisionId()),
                        shown.get(pair.otherRevisionId()),
                        pair.distanceKm() == null ? null : Math.round(pair.distanceKm() * 1000) / 1000.0,
                        pair.daysApart(),
                        pair.hasSameFigures(),
                        pair.isOfOneSource()))
                .toList();
    }

    private static RuntimeException unknown(UUID id) {
        return NOT_FOUND.because("No incident has the id " + id + ".");
    }
}
