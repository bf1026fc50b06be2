package org.humdash.humanitarian.observation;

import static org.humdash.kit.problem.ProblemType.ALREADY_EXISTS;
import static org.humdash.kit.problem.ProblemType.INVALID_BODY;

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
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.humdash.humanitarian.hazard.HazardRegister;
import org.humdash.humanitarian.indicator.IndicatorCatalogue;
import org.humdash.humanitarian.lint.ObservationFindings;
import org.humdash.humanitarian.source.SourceDesk;
import org.humdash.humanitarian.source.Sources;
import org.humdash.kit.ingest.ImportMeters;
import org.humdash.kit.ingest.ImportTally;
import org.humdash.kit.ingest.StagedRevisions;
import org.humdash.kit.ingest.StagedRevisions.AppliedRow;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.hxl.CsvTable;
import org.humdash.vocabulary.hxl.ImportReport;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.lint.Finding;

/** Takes observations in, one or a file full, through the same staging: all good rows in one transaction or none. */
@ApplicationScoped
class ObservationIntake {

    private static final int HOUR = 3_600;

    private final DataSource dataSource;
    private final IndicatorCatalogue indicators;
    private final HazardRegister hazards;
    private final Sources sources;
    private final ChangeClock changeClock;
    private final ImportMeters meters;
    private final ObservationFindings findings;

    ObservationIntake(
            DataSource dataSource,
            IndicatorCatalogue indicators,
            HazardRegister hazards,
            Sources sources,
            ChangeClock changeClock,
            ImportMeters meters,
            ObservationFindings findings) {
        this.dataSource = dataSource;
        this.indicators = indicators;
        this.hazards = hazards;
        this.sources = sources;
        this.changeClock = changeClock;
        this.meters = meters;
        this.findings = findings;
    }

    /**
     * Imports a table. Refused rows are reported and left out, the others are applied together.
     *
     * @param dryRun report what would happen and write nothing
     * @param clearance of whoever reads the report: warnings are held against nothing beyond it
     * @throws org.humdash.vocabulary.hxl.TableException when the file as a whole cannot be read; nothing is written
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when a source has to be asked of the source register and it
     *     does not answer; nothing is written
     */
    @Transactional
    @TransactionConfiguration(timeout = HOUR)
    public ImportReport importCsv(InputStream file, boolean dryRun, Clearance clearance) throws SQLException {
        SourceDesk desk = sources.open();
        ObservationRules rules = rules(desk);
        ImportTally tally = new ImportTally();
        try (Connection connection = dataSource.getConnection();
                CsvTable table = CsvTable.open(file, ObservationCsv.COLUMNS)) {
            StagedRevisions staging = ObservationStaging.open(connection);
            try (var writer = new ObservationStaging.Writer(staging)) {
                for (Row row : table) {
                    tally.read();
                    Optional<ObservationDraft> draft = ObservationCsv.draft(row);
                    List<RowProblem> problems = draft.map(rules::problems).orElseGet(row::problems);
                    if (problems.isEmpty()) {
                        writer.add(draft.orElseThrow());
                    } else {
                        tally.refuse(problems);
                    }
                }
            }
            staging.refuse(problem -> tally.refuse(List.of(problem)));
            // A small dry run goes all the way too, and is undone: what is odd about a row shows among the other rows.
            // A
            // large one would keep other writers waiting for nothing.
            if (tally.isToWarn()) {
                warn(staging, tally, apply(staging, desk), clearance);
            } else if (dryRun) {
                staging.compare();
            } else {
                apply(staging, desk);
            }
            ImportReport report = report(staging, tally, dryRun);
            if (dryRun) {
                QuarkusTransaction.setRollbackOnly();
            }
            meters.count("observations", report);
            return report;
        }
    }

    /** Records one observation. Returns whether it is new; the very same observation again changes nothing. */
    @Transactional
    public boolean create(ObservationDraft draft) throws SQLException {
        SourceDesk desk = sources.open();
        List<RowProblem> problems = new ArrayList<>(rules(desk).problems(draft));
        try (Connection connection = dataSource.getConnection()) {
            if (problems.isEmpty()) {
                StagedRevisions staging = ObservationStaging.open(connection);
                try (var writer = new ObservationStaging.Writer(staging)) {
                    writer.add(draft);
                }
                staging.refuse(problems::add);
                if (problems.isEmpty()) {
                    apply(staging, desk);
                    ImportReport report = report(staging, new ImportTally(), false);
                    if (report.revised() > 0) {
                        throw ALREADY_EXISTS.because("Observation " + draft.reference() + " of " + draft.originator()
                                + " is recorded already, with other details. A correction comes in by an import.");
                    }
                    return report.created() > 0;
                }
            }
        }
        throw INVALID_BODY
                .with("The observation was not recorded.")
                .with("errors", problems)
                .build();
    }

    private Instant apply(StagedRevisions staging, SourceDesk desk) throws SQLException {
        Instant recordedAt = changeClock.tick();
        desk.keep();
        staging.compare();
        staging.apply(recordedAt);
        return recordedAt;
    }

    private void warn(StagedRevisions staging, ImportTally tally, Instant recordedAt, Clearance clearance)
            throws SQLException {
        LocalDate today = LocalDate.ofInstant(recordedAt, TimeTravel.DEFAULT_ZONE);
        ReadScope scope = new ReadScope(today, recordedAt, clearance);
        tally.beginWarnings();
        staging.applied(ObservationFindings.AT_A_TIME, rows -> {
            Map<UUID, List<Finding>> found =
                    findings.of(rows.stream().map(AppliedRow::id).toList(), scope);
            rows.forEach(row -> tally.warn(row.number(), found.getOrDefault(row.id(), List.of())));
        });
    }

    private static ImportReport report(StagedRevisions staging, ImportTally tally, boolean dryRun) throws SQLException {
        return tally.report(dryRun, staging.count("CREATED"), staging.count("REVISED"), staging.count("UNCHANGED"));
    }

    private ObservationRules rules(SourceDesk desk) {
        return new ObservationRules(indicators.current(), hazards.codes(), desk::knows);
    }
}
