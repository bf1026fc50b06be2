package org.humdash.incident.claim;

import static org.humdash.kit.problem.ProblemType.ALREADY_EXISTS;
import static org.humdash.kit.problem.ProblemType.INVALID_BODY;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.humdash.incident.ceasefire.CeasefireRegister;
import org.humdash.incident.source.SourceRegister;
import org.humdash.kit.ingest.ImportMeters;
import org.humdash.kit.ingest.ImportTally;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.vocabulary.hxl.CsvTable;
import org.humdash.vocabulary.hxl.ImportReport;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.hxl.RowProblem;

/** Takes claims in, one or a file full, through the same staging: all good rows in one transaction or none. */
@ApplicationScoped
class ClaimIntake {

    private static final int CHUNK = 2_000;
    private static final int HOUR = 3_600;

    private final DataSource dataSource;
    private final CeasefireRegister ceasefires;
    private final SourceRegister sources;
    private final ChangeClock changeClock;
    private final ImportMeters meters;

    ClaimIntake(
            DataSource dataSource,
            CeasefireRegister ceasefires,
            SourceRegister sources,
            ChangeClock changeClock,
            ImportMeters meters) {
        this.dataSource = dataSource;
        this.ceasefires = ceasefires;
        this.sources = sources;
        this.changeClock = changeClock;
        this.meters = meters;
    }

    /**
     * Imports a table. Refused rows are reported and left out, the others are applied together.
     *
     * @param dryRun report what would happen and write nothing
     * @throws org.humdash.vocabulary.hxl.TableException when the file as a whole cannot be read; nothing is written
     */
    @Transactional
    @TransactionConfiguration(timeout = HOUR)
    public ImportReport importCsv(InputStream file, boolean dryRun) throws SQLException {
        ClaimRules rules = rules();
        ImportTally tally = new ImportTally();
        try (Connection connection = dataSource.getConnection();
                CsvTable table = CsvTable.open(file, ClaimCsv.COLUMNS)) {
            ClaimStaging staging = ClaimStaging.open(connection);
            List<ClaimDraft> chunk = new ArrayList<>(CHUNK);
            for (Row row : table) {
                tally.read();
                List<RowProblem> problems = new ArrayList<>();
                Optional<ClaimDraft> draft = ClaimCsv.draft(row);
                draft.ifPresentOrElse(d -> problems.addAll(rules.problems(d)), () -> problems.addAll(row.problems()));
                if (problems.isEmpty()) {
                    chunk.add(placed(draft.orElseThrow(), rules));
                } else {
                    tally.refuse(problems);
                }
                if (chunk.size() == CHUNK) {
                    staging.add(chunk);
                    chunk.clear();
                }
            }
            staging.add(chunk);
            staging.claims().refuse(problem -> tally.refuse(List.of(problem)));
            ImportReport report = apply(staging, tally, dryRun);
            meters.count("claims", report);
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
                staging.claims().refuse(problems::add);
                if (problems.isEmpty()) {
                    ImportReport report = apply(staging, new ImportTally(), false);
                    if (report.revised() > 0) {
                        throw ALREADY_EXISTS.because("Claim " + draft.reference() + " of " + draft.originator()
                                + " is recorded already, with other details. A correction comes in by an import.");
                    }
                    return report.created() > 0;
                }
            }
        }
        throw INVALID_BODY
                .with("The claim was not recorded.")
                .with("errors", problems)
                .build();
    }

    private ImportReport apply(ClaimStaging staging, ImportTally tally, boolean dryRun) throws SQLException {
        if (!dryRun) {
            var recordedAt = changeClock.tick();
            staging.claims().compare();
            staging.apply(recordedAt);
        } else {
            staging.claims().compare();
            QuarkusTransaction.setRollbackOnly();
        }
        return tally.report(
                dryRun,
                staging.claims().count("CREATED"),
                staging.claims().count("REVISED"),
                staging.claims().count("UNCHANGED"));
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
