package org.humdash.incident.coverage;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.humdash.incident.ceasefire.CeasefireRegister;
import org.humdash.incident.ceasefire.CeasefireTerms;
import org.humdash.incident.source.SourceRegister;
import org.humdash.kit.ingest.ImportCounts;
import org.humdash.kit.ingest.ImportTally;
import org.humdash.kit.ingest.RowSieve;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.vocabulary.hxl.CsvTable;
import org.humdash.vocabulary.hxl.ImportReport;
import org.humdash.vocabulary.hxl.RowProblem;

/** Takes coverage days in through one staging: all good rows in one transaction or none. */
@ApplicationScoped
class CoverageIntake {

    private static final int HOUR = 3_600;

    private final DataSource dataSource;
    private final CeasefireRegister ceasefires;
    private final SourceRegister sources;
    private final ChangeClock changeClock;
    private final Clock clock;

    CoverageIntake(
            DataSource dataSource,
            CeasefireRegister ceasefires,
            SourceRegister sources,
            ChangeClock changeClock,
            Clock clock) {
        this.dataSource = dataSource;
        this.ceasefires = ceasefires;
        this.sources = sources;
        this.changeClock = changeClock;
        this.clock = clock;
    }

    /**
     * Imports a table. Refused rows are reported and left out, the others are applied together. What is created, revised
     * and unchanged is counted in days, what is read and refused in rows.
     *
     * @param dryRun report what would happen and write nothing
     * @throws org.humdash.vocabulary.hxl.TableException when the file as a whole cannot be read; nothing is written
     */
    @Transactional
    @TransactionConfiguration(timeout = HOUR)
    public ImportReport importCsv(InputStream file, boolean dryRun) throws SQLException {
        CoverageRules rules = rules();
        ImportTally tally = new ImportTally();
        try (Connection connection = dataSource.getConnection();
                CsvTable table = CsvTable.open(file, CoverageCsv.COLUMNS)) {
            CoverageStaging staging = CoverageStaging.open(connection);
            var sound = new RowSieve<>(table.iterator(), CoverageCsv::draft, rules::problems, tally);
            while (sound.hasNext()) {
                staging.add(sound.next());
            }
            return finish(staging, tally, dryRun);
        }
    }

    /**
     * Imports the days that a daily series speaks of, as the coverage of one source. Days before the ceasefire took
     * effect, and after it ended, are passed over: the series may be older than the ceasefire.
     *
     * @param scope what the caller may see; the ceasefire must be in it
     */
    @Transactional
    @TransactionConfiguration(timeout = HOUR)
    public ImportReport importSeries(
            DailySeries series, String ceasefire, String source, boolean dryRun, ReadScope scope) throws SQLException {
        CeasefireTerms terms = ceasefires
                .terms(ceasefire, scope)
                .orElseThrow(() -> NOT_FOUND.because("No ceasefire has the code " + ceasefire + "."));
        CoverageRules rules = rules();
        ImportTally tally = new ImportTally();
        try (Connection connection = dataSource.getConnection()) {
            CoverageStaging staging = CoverageStaging.open(connection);
            List<CoverageDraft> drafts = new ArrayList<>();
            for (DailySeries.Day day : series.days()) {
                boolean isOfTheCeasefire = !day.day().isBefore(terms.effectiveOn())
                        && (terms.endedOn() == null || !day.day().isAfter(terms.endedOn()));
                if (!isOfTheCeasefire) {
                    continue;
                }
                tally.read();
                CoverageDraft draft = new CoverageDraft(
                        day.number(), ceasefire, source, day.day(), day.day(), day.status(), day.note(), null, null);
                List<RowProblem> problems = rules.problems(draft);
                if (problems.isEmpty()) {
                    drafts.add(draft);
                } else {
                    tally.refused(problems);
                }
            }
            staging.add(drafts);
            return finish(staging, tally, dryRun);
        }
    }

    /** Records one day. Returns whether it is new; one that is recorded otherwise becomes a revision. */
    @Transactional
    public boolean record(CoverageDraft draft) throws SQLException {
        List<RowProblem> problems = rules().problems(draft);
        if (!problems.isEmpty()) {
            throw INVALID_BODY
                    .with("The coverage day was not recorded.")
                    .with("errors", problems)
                    .build();
        }
        try (Connection connection = dataSource.getConnection()) {
            CoverageStaging staging = CoverageStaging.open(connection);
            staging.add(List.of(draft));
            return apply(staging, new ImportTally(), false).created() > 0;
        }
    }

    private ImportReport finish(CoverageStaging staging, ImportTally tally, boolean dryRun) throws SQLException {
        staging.refuse(problem -> tally.refused(List.of(problem)));
        return apply(staging, tally, dryRun);
    }

    private ImportReport apply(CoverageStaging staging, ImportTally tally, boolean dryRun) throws SQLException {
        if (!dryRun) {
            var recordedAt = changeClock.tick();
            staging.compare();
            staging.apply(recordedAt);
        } else {
            staging.compare();
            QuarkusTransaction.setRollbackOnly();
        }
        return tally.report(
                dryRun,
                new ImportCounts(staging.count("CREATED"), staging.count("REVISED"), staging.count("UNCHANGED")));
    }

    private CoverageRules rules() {
        return new CoverageRules(ceasefires.current(), sources.codes(), clock.instant());
    }
}
