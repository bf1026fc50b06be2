package org.humdash.humanitarian.hazard;

import static org.humdash.kit.problem.ProblemType.NOT_FOUND;
import static org.humdash.kit.problem.ProblemType.REVISION_SUPERSEDED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.humdash.humanitarian.source.SourceDesk;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.vocabulary.access.Clearance;

/** Changes what is recorded of hazards, one revision after the other. */
@ApplicationScoped
class HazardChanges {

    private final HazardRepository hazards;
    private final ChangeClock changeClock;

    HazardChanges(HazardRepository hazards, ChangeClock changeClock) {
        this.hazards = hazards;
        this.changeClock = changeClock;
    }

    /**
     * Records the next revision of a hazard in full. What it says already changes nothing, unless it is withdrawn.
     *
     * @param revision the revision that the writer has seen
     * @return the revision that is current then
     */
    @Transactional
    Hazard revise(HazardRequest request, int revision, SourceDesk desk, Clearance clearance) {
        // From here on no other writer comes between.
        Instant recordedAt = changeClock.tick();
        Hazard current = hazards.current(request.code())
                .filter(hazard -> clearance.mayRead(hazard.sensitivity))
                .orElseThrow(() -> NOT_FOUND.because("No hazard has the code " + request.code() + "."));
        if (current.revision != revision) {
            throw REVISION_SUPERSEDED.because(
                    "Revision " + current.revision + " is the current one. Read it, and make the change to that.");
        }
        if (request.retracts() ? current.isRetracted() : current.says(request)) {
            return current;
        }
        desk.keep();
        Hazard next = Hazard.from(request);
        next.follow(current, recordedAt, request.revisionReason());
        // The index that allows one current revision for each code must see the old one closed first.
        hazards.flush();
        hazards.persist(next);
        return next;
    }
}
