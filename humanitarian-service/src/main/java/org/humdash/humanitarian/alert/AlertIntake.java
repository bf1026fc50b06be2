package org.humdash.humanitarian.alert;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;
import static org.humdash.kit.problem.ProblemType.NOT_IN_THIS_STATE;
import static org.humdash.kit.problem.ProblemType.REVISION_SUPERSEDED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.humdash.humanitarian.hazard.HazardRegister;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.access.Sensitivity;

/** Records alerts that were read, and what is decided here about them. */
@ApplicationScoped
class AlertIntake {

    private final AlertWriteRepository alerts;
    private final HazardRegister hazards;
    private final ChangeClock changeClock;

    AlertIntake(AlertWriteRepository alerts, HazardRegister hazards, ChangeClock changeClock) {
        this.alerts = alerts;
        this.hazards = hazards;
        this.changeClock = changeClock;
    }

    /**
     * Records the alerts of a file, all together. The same file again changes nothing.
     *
     * @param asked the sensitivity of all of them; null to leave it to each one's scope and to what is recorded
     * @param dryRun say what would happen and write nothing
     */
    @Transactional
    List<AlertOutcome> record(List<AlertMessage> messages, Sensitivity asked, boolean dryRun, Clearance clearance)
            throws SQLException {
        Instant recordedAt = dryRun ? null : changeClock.tick();
        Map<AlertKey, KnownAlert> known =
                alerts.current(messages.stream().map(AlertMessage::key).toList());
        List<AlertOutcome> outcomes = new ArrayList<>();
        List<AlertRevision> revisions = new ArrayList<>();
        for (AlertMessage message : messages) {
            KnownAlert before = known.get(message.key());
            UUID fingerprint = alerts.fingerprint(message);
            AlertRevision next = before == null
                    ? AlertRevision.first(message, fingerprint, asked)
                    : AlertRevision.next(before, message, fingerprint, asked);
            if (next != null) {
                revisions.add(next);
            }
            outcomes.add(outcome(message, before, next, dryRun, clearance));
        }
        if (!dryRun && !revisions.isEmpty()) {
            alerts.close(revisions.stream().map(AlertRevision::id).toList(), recordedAt);
            alerts.insert(revisions, recordedAt);
        }
        return outcomes;
    }

    /**
     * Records the next revision of an alert that is judged differently here. What is judged so already changes nothing.
     *
     * @param revision the revision that the writer has seen
     */
    @Transactional
    void judge(UUID id, int revision, AlertJudgement judgement, Clearance clearance) throws SQLException {
        Instant recordedAt = changeClock.tick();
        KnownAlert known = alerts.current(id)
                .filter(alert -> clearance.mayRead(alert.sensitivity()))
                .orElseThrow(() -> NOT_FOUND.because("No alert has the id " + id + "."));
        if (known.revision() != revision) {
            throw REVISION_SUPERSEDED.because(
                    "Revision " + known.revision() + " is the current one. Read it, and make the change to that.");
        }
        if (known.isRetracted()) {
            throw NOT_IN_THIS_STATE.because(
                    "The alert was retracted. It stands again when its sender says something else.");
        }
        if (judgement.hazard() != null && !hazards.codes().contains(judgement.hazard())) {
            throw INVALID_BODY.because(
                    "No hazard has the code " + judgement.hazard() + "; record it at /api/v1/hazards first.");
        }
        if (!judgement.isOf(known)) {
            alerts.judge(
                    known,
                    judgement.revisionReason(),
                    judgement.sensitivityBeside(known),
                    judgement.hazardLink(),
                    judgement.hazard(),
                    recordedAt);
        }
    }

    private static AlertOutcome outcome(
            AlertMessage message, KnownAlert before, AlertRevision next, boolean dryRun, Clearance clearance) {
        Sensitivity sensitivity = next == null ? before.sensitivity() : next.sensitivity();
        UUID id = before == null ? (dryRun ? null : next.id()) : before.id();
        AlertOutcome.Result result = before == null
                ? AlertOutcome.Result.CREATED
                : next == null ? AlertOutcome.Result.UNCHANGED : AlertOutcome.Result.REVISED;
        return new AlertOutcome(
                message.sender(), message.identifier(), clearance.mayRead(sensitivity) ? id : null, result);
    }
}
