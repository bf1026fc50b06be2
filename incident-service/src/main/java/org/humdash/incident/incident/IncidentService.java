package org.humdash.incident.incident;

import static org.humdash.kit.problem.ProblemType.ALREADY_EXISTS;
import static org.humdash.kit.problem.ProblemType.FORBIDDEN;
import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;
import static org.humdash.kit.problem.ProblemType.NOT_IN_THIS_STATE;
import static org.humdash.kit.problem.ProblemType.REVISION_SUPERSEDED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.humdash.incident.ceasefire.CeasefireRegister;
import org.humdash.incident.source.SourceRegister;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.hxl.RowProblem;

/** Decides on changes of single incidents. They go through the staging that imports go through. */
@ApplicationScoped
class IncidentService {

    private final DataSource dataSource;
    private final IncidentRepository incidents;
    private final CeasefireRegister ceasefires;
    private final SourceRegister sources;
    private final ChangeClock changeClock;
    private final Clock clock;
    private final Caller caller;

    IncidentService(
            DataSource dataSource,
            IncidentRepository incidents,
            CeasefireRegister ceasefires,
            SourceRegister sources,
            ChangeClock changeClock,
            Clock clock,
            Caller caller) {
        this.dataSource = dataSource;
        this.incidents = incidents;
        this.ceasefires = ceasefires;
        this.sources = sources;
        this.changeClock = changeClock;
        this.clock = clock;
        this.caller = caller;
    }

    /** The rules that an incident has to keep today. */
    IncidentRules rules() {
        return new IncidentRules(
                ceasefires.current(), sources.codes(), LocalDate.ofInstant(clock.instant(), TimeTravel.DEFAULT_ZONE));
    }

    /** Records an incident. Returns whether it is new; the very same one again changes nothing. */
    @Transactional
    boolean create(IncidentDraft draft) throws SQLException {
        requireSound(draft);
        if (draft.incident().isJudged()) {
            requireReviewer();
        }
        Instant recordedAt = changeClock.tick();
        try (Connection connection = dataSource.getConnection()) {
            IncidentStaging staging = IncidentStaging.open(connection);
            staging.add(List.of(draft));
            staging.compare();
            IncidentStaging.Counts counts = staging.counts();
            if (counts.revised() > 0) {
                throw ALREADY_EXISTS.because("Incident " + draft.reference() + " of " + draft.source()
                        + " is recorded already, with other details. Change it with PUT.");
            }
            staging.apply(recordedAt, caller.account());
            return counts.created() > 0;
        }
    }

    /** Records the next revision of an incident in full. */
    @Transactional
    void revise(UUID id, int revision, IncidentDraft draft) throws SQLException {
        requireSound(draft);
        Instant recordedAt = changeClock.tick();
        IncidentRevision current = open(id, revision);
        requireKey(current, draft);
        requireStage(current, draft);
        if (!draft.incident().isJudgedLike(current.incident())) {
            requireReviewer();
        }
        IncidentDraft next = new IncidentDraft(
                0,
                draft.source(),
                draft.reference(),
                draft.incident()
                        .with(marked(
                                draft.incident().reports(), current.incident().reports())),
                draft.status(),
                draft.sensitivity(),
                draft.reason() == null ? reason(current.incident(), draft.incident()) : draft.reason(),
                draft.note());
        revise(recordedAt, List.of(next), null, null);
    }

    /** Withdraws an incident: it stays in the history and counts no more. */
    @Transactional
    void retract(UUID id, int revision, String note) throws SQLException {
        Instant recordedAt = changeClock.tick();
        IncidentRevision current = open(id, revision);
        revise(recordedAt, List.of(current.next(0, current.incident(), RevisionReason.RETRACTION, note)), null, null);
    }

    /** Makes an incident a duplicate of another one, which takes its reports over. */
    @Transactional
    void merge(UUID id, int revision, UUID into, String note) throws SQLException {
        Instant recordedAt = changeClock.tick();
        IncidentRevision duplicate = open(id, revision);
        IncidentRevision survivor = readable(into);
        requireMergeable(duplicate, survivor);
        List<Report> reports = new ArrayList<>(survivor.incident().reports());
        duplicate.incident().reports().stream()
                .filter(report -> reports.stream().noneMatch(report::isTheSameAs))
                .map(Report::byHand)
                .forEach(reports::add);
        revise(
                recordedAt,
                List.of(
                        duplicate.next(1, duplicate.incident(), RevisionReason.MERGE, note),
                        survivor.next(2, survivor.incident().with(reports), RevisionReason.MERGE, note)),
                duplicate.id(),
                survivor.id());
    }

    /** Undoes a merge: the duplicate stands on its own again, and the other one loses the reports that came from it. */
    @Transactional
    void separate(UUID id, int revision, String note) throws SQLException {
        Instant recordedAt = changeClock.tick();
        IncidentRevision duplicate = open(id, revision);
        if (duplicate.duplicateOf() == null) {
            throw NOT_IN_THIS_STATE.because("The incident is no duplicate of another one.");
        }
        List<IncidentDraft> drafts = new ArrayList<>();
        drafts.add(duplicate.next(1, duplicate.incident(), RevisionReason.CORRECTION, note));
        for (IncidentRevision survivor : new Separation(incidents).of(duplicate)) {
            if (survivor.incident().reports().isEmpty()) {
                throw NOT_IN_THIS_STATE.because("Incident " + survivor.id()
                        + " would be left without a report. Give it one of its own first, or retract it.");
            }
            // A retracted one stays so, and does not keep what was never its own.
            RevisionReason reason = survivor.status() == IncidentStatus.RETRACTED
                    ? RevisionReason.RETRACTION
                    : RevisionReason.CORRECTION;
            drafts.add(survivor.next(drafts.size() + 1, survivor.incident(), reason, note));
        }
        revise(recordedAt, drafts, duplicate.id(), null);
    }

    /** @param marked the draft that becomes a duplicate of {@code survivor}, or of none; null leaves all as they are */
    private void revise(Instant recordedAt, List<IncidentDraft> drafts, UUID marked, UUID survivor)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            IncidentStaging staging = IncidentStaging.open(connection);
            staging.add(drafts);
            staging.revise();
            if (marked != null) {
                staging.markDuplicate(marked, survivor);
            }
            staging.apply(recordedAt, caller.account());
        }
    }

    /** The current revision, if it is the one the caller has seen. */
    private IncidentRevision open(UUID id, int revision) throws SQLException {
        IncidentRevision current = readable(id);
        if (current.number() != revision) {
            throw REVISION_SUPERSEDED.because(
                    "Revision " + current.number() + " is the current one. Read it, and make the change to that.");
        }
        if (current.status() == IncidentStatus.RETRACTED) {
            throw NOT_IN_THIS_STATE.because("The incident was retracted. Record it anew if it is to stand again.");
        }
        return current;
    }

    /** The current revision; nobody is told of one that is beyond their clearance. */
    private IncidentRevision readable(UUID id) throws SQLException {
        return incidents
                .current(id)
                .filter(found -> caller.clearance().mayRead(found.sensitivity()))
                .orElseThrow(() -> unknown(id));
    }

    private void requireSound(IncidentDraft draft) {
        List<RowProblem> problems = rules().problems(draft);
        if (!problems.isEmpty()) {
            throw INVALID_BODY
                    .with("The incident was not recorded.")
                    .with("errors", problems)
                    .build();
        }
    }

    /** Who only records may neither judge nor undo what a reviewer judged. */
    private void requireReviewer() {
        if (!caller.mayJudge()) {
            throw FORBIDDEN.because("To set figures or a grade by hand, to change or to clear them, is for reviewers.");
        }
    }

    private static void requireKey(IncidentRevision current, IncidentDraft draft) {
        if (!current.source().equals(draft.source()) || !current.reference().equals(draft.reference())) {
            throw INVALID_BODY.because("Source and reference are the key of an incident and never change; these are "
                    + current.source() + " and " + current.reference() + ".");
        }
    }

    private static void requireStage(IncidentRevision current, IncidentDraft draft) {
        if (draft.status() == IncidentStatus.DRAFT && current.status() == IncidentStatus.PUBLISHED) {
            throw NOT_IN_THIS_STATE.because("A published incident does not become a draft again; it can be retracted.");
        }
    }

    private static void requireMergeable(IncidentRevision duplicate, IncidentRevision survivor) {
        if (duplicate.id().equals(survivor.id())) {
            throw INVALID_BODY.because("An incident is no duplicate of itself.");
        }
        if (duplicate.duplicateOf() != null || survivor.duplicateOf() != null) {
            throw NOT_IN_THIS_STATE.because("One of the two is a duplicate already.");
        }
        if (survivor.status() == IncidentStatus.RETRACTED) {
            throw NOT_IN_THIS_STATE.because("The incident to merge into was retracted.");
        }
        // The public would see an incident go and nothing in its place.
        if (survivor.status() == IncidentStatus.DRAFT && duplicate.status() == IncidentStatus.PUBLISHED) {
            throw NOT_IN_THIS_STATE.because("The incident to merge into is a draft. Publish that first.");
        }
        if (!duplicate.incident().ceasefire().equals(survivor.incident().ceasefire())) {
            throw NOT_IN_THIS_STATE.because("The two belong to different ceasefires.");
        }
        // Its reports move over, and would be seen by callers who may not see them now.
        if (duplicate.sensitivity().compareTo(survivor.sensitivity()) > 0) {
            throw NOT_IN_THIS_STATE.because("The duplicate is " + duplicate.sensitivity() + " and the other one "
                    + survivor.sensitivity() + ". Raise that first, or lower this one.");
        }
    }

    private static RevisionReason reason(Incident before, Incident after) {
        return before.type() == after.type() ? RevisionReason.CORRECTION : RevisionReason.RECLASSIFICATION;
    }

    /** Reports that were there keep their mark; new ones are by hand, so that an import leaves them. */
    private static List<Report> marked(List<Report> next, List<Report> before) {
        return next.stream()
                .map(report -> before.stream().anyMatch(known -> !known.addedByHand() && known.isTheSameAs(report))
                        ? report
                        : report.byHand())
                .toList();
    }

    private static RuntimeException unknown(UUID id) {
        return NOT_FOUND.because("No incident has the id " + id + ".");
    }
}
