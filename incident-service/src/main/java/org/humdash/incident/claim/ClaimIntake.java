package org.humdash.incident.claim;

import static org.humdash.kit.problem.ProblemType.ALREADY_EXISTS;
import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
import static org.humdash.kit.problem.ProblemType.NOT_IN_THIS_STATE;
import static org.humdash.kit.problem.ProblemType.REVISION_SUPERSEDED;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.humdash.incident.ceasefire.CeasefireRegister;
import org.humdash.incident.source.SourceRegister;
import org.humdash.kit.ingest.ImportCounts;
import org.humdash.kit.ingest.ImportTally;
import org.humdash.kit.ingest.RowSieve;
import org.humdash.kit.ingest.StagedRevisions.AppliedRow;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.hxl.CsvTable;
import org.humdash.vocabulary.hxl.ImportReport;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.lint.Finding;

/** Takes claims in, one or a file full, through the same staging: all good rows in one transaction or none. */
@ApplicationScoped
class ClaimIntake {

    private static final int HOUR = 3_600;

    private final DataSource dataSource;
    private final ClaimRepository claims;
    private final CeasefireRegister ceasefires;
    private final SourceRegister sources;
    private final ChangeClock changeClock;
    private final ClaimFindings findings;

    ClaimIntake(
            DataSource dataSource,
            ClaimRepository claims,
            CeasefireRegister ceasefires,
            SourceRegister sources,
            ChangeClock changeClock,
            ClaimFindings findings) {
        this.dataSource = dataSource;
        this.claims = claims;
        this.ceasefires = ceasefires;
        this.sources = sources;
        this.changeClock = changeClock;
        this.findings = findings;
    }

    /**
     * Imports a table. Refused rows are reported and left out, the others are applied together.
     *
     * @param dryRun report what would happen and write nothing
     * @param clearance of whoever reads the report: warnings are held against nothing beyond it
     * @throws org.humdash.vocabulary.hxl.TableException when the file as a whole cannot be read; nothing is written
     */
    @Transactional
    @TransactionConfiguration(timeout = HOUR)
    public ImportReport importCsv(InputStream file, boolean dryRun, Clearance clearance) throws SQLException {
        ClaimRules rules = rules();
        ImportTally tally = new ImportTally();
        try (Connection connection = dataSource.getConnection();
                CsvTable table = CsvTable.open(file, ClaimCsv.COLUMNS)) {
            ClaimStaging staging = ClaimStaging.open(connection);
            var sound = new RowSieve<>(table.iterator(), ClaimCsv::draft, rules::problems, tally);
            while (sound.hasNext()) {
                staging.add(
                        sound.next().stream().map(draft -> placed(draft, rules)).toList());
            }
            waitForOthers(staging, dryRun);
            staging.claims().refuse(problem -> tally.refused(List.of(problem)));
            // A small dry run goes all the way too, and is undone: what is odd about a row shows among the other rows.
            // In a large one other writers would wait for nothing.
            if (tally.isToWarn()) {
                warn(staging, tally, apply(staging), clearance);
            } else if (dryRun) {
                staging.claims().compare();
            } else {
                apply(staging);
            }
            ImportReport report = tally.report(dryRun, staging.claims().counts());
            if (dryRun) {
                QuarkusTransaction.setRollbackOnly();
            }
            return report;
        }
    }

    /** Records one claim. Returns whether it is new; the very same claim again changes nothing. */
    @Transactional
    public boolean create(ClaimDraft draft) throws SQLException {
        ClaimRules rules = rules();
        List<RowProblem> problems = rules.problems(draft);
        try (Connection connection = dataSource.getConnection()) {
            if (problems.isEmpty()) {
                ClaimStaging staging = ClaimStaging.open(connection);
                staging.add(List.of(placed(draft, rules)));
                waitForOthers(staging, false);
                staging.claims().refuse(problems::add);
                if (problems.isEmpty()) {
                    apply(staging);
                    ImportCounts counts = staging.claims().counts();
                    if (counts.revised() > 0) {
                        throw ALREADY_EXISTS.because("Claim " + draft.reference() + " of " + draft.originator()
                                + " is recorded already, with other details. Change it with PUT.");
                    }
                    return counts.created() > 0;
                }
            }
        }
        throw refused(problems);
    }

    /**
     * Records the next revision of a claim in full. What it says already changes nothing.
     *
     * @param revision the revision that the writer has seen
     */
    @Transactional
    public void revise(UUID id, int revision, ClaimDraft draft) throws SQLException {
        ClaimRules rules = rules();
        List<RowProblem> problems = new ArrayList<>(rules.problems(draft));
        // From here on no other writer comes between.
        Instant recordedAt = changeClock.tick();
        ViolationClaim current = claims.current(id).orElseThrow();
        requireOpen(current, revision);
        requireKey(current, draft);
        if (problems.isEmpty()) {
            try (Connection connection = dataSource.getConnection()) {
                ClaimStaging staging = ClaimStaging.open(connection);
                staging.add(List.of(placed(draft, rules)));
                staging.claims().refuse(problems::add);
                if (problems.isEmpty()) {
                    staging.claims().compare();
                    staging.apply(recordedAt);
                    return;
                }
            }
        }
        throw refused(problems);
    }

    private static void requireOpen(ViolationClaim current, int revision) {
        if (current.revision != revision) {
            throw REVISION_SUPERSEDED.because(
                    "Revision " + current.revision + " is the current one. Read it, and make the change to that.");
        }
        if (current.revisionReason == RevisionReason.RETRACTION) {
            throw NOT_IN_THIS_STATE.because("The claim was retracted. It stands again when an import states it anew.");
        }
    }

    private static void requireKey(ViolationClaim current, ClaimDraft draft) {
        if (!current.originator.equals(draft.originator()) || !current.reference.equals(draft.reference())) {
            throw INVALID_BODY.because("Originator and reference are the key of a claim and never change; these are "
                    + current.originator + " and " + current.reference + ".");
        }
    }

    private static HttpProblem refused(List<RowProblem> problems) {
        return INVALID_BODY
                .with("The claim was not recorded.")
                .with("errors", problems)
                .build();
    }

    /** Two writers who each add half of a ring of relays would not see it, if each looked before the other has written. */
    private void waitForOthers(ClaimStaging staging, boolean dryRun) throws SQLException {
        if (!dryRun && staging.claims().hasRelays()) {
            changeClock.tick();
        }
    }

    private Instant apply(ClaimStaging staging) throws SQLException {
        Instant recordedAt = changeClock.tick();
        staging.claims().compare();
        staging.apply(recordedAt);
        return recordedAt;
    }

    private void warn(ClaimStaging staging, ImportTally tally, Instant recordedAt, Clearance clearance)
            throws SQLException {
        LocalDate today = LocalDate.ofInstant(recordedAt, TimeTravel.DEFAULT_ZONE);
        ReadScope scope = new ReadScope(today, recordedAt, clearance);
        tally.beginWarnings();
        staging.claims().applied(ClaimFindings.AT_A_TIME, rows -> {
            Map<UUID, List<Finding>> found =
                    findings.of(rows.stream().map(AppliedRow::id).toList(), scope);
            rows.forEach(row -> tally.warn(row.number(), found.getOrDefault(row.id(), List.of())));
        });
    }

    private ClaimRules rules() {
        return new ClaimRules(ceasefires.current(), sources.codes());
    }

    /** A claim that names no area is about the area of its ceasefire. */
    private static ClaimDraft placed(ClaimDraft draft, ClaimRules rules) {
        return draft.area() == null
                ? draft.in(rules.ceasefires().get(draft.ceasefire()).area())
                : draft;
    }
}
