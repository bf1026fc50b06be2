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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.humdash.humanitarian.hazard.HazardRegister;
import org.humdash.humanitarian.indicator.IndicatorCatalogue;
import org.humdash.humanitarian.source.SourceDesk;
import org.humdash.humanitarian.source.Sources;
import org.humdash.kit.ingest.ImportMeters;
import org.humdash.kit.ingest.ImportTally;
import org.humdash.kit.ingest.StagedRevisions;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.vocabulary.hxl.CsvTable;
import org.humdash.vocabulary.hxl.ImportReport;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.hxl.RowProblem;

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

    ObservationIntake(
            DataSource dataSource,
            IndicatorCatalogue indicators,
            HazardRegister hazards,
            Sources sources,
            ChangeClock changeClock,
            ImportMeters meters) {
        this.dataSource = dataSource;
        this.indicators = indicators;
        this.hazards = hazards;
        this.sources = sources;
        this.changeClock = changeClock;
        this.meters = meters;
    }

    /**
     * Imports a table. Refused rows are reported and left out, the others are applied together.
     *
     * @param dryRun report what would happen and write nothing
     * @throws org.humdash.vocabulary.hxl.TableException when the file as a whole cannot be read; nothing is written
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when a source has to be asked of the source register and it
     *     does not answer; nothing is written
     */
    @Transactional
    @TransactionConfiguration(timeout = HOUR)
    public ImportReport importCsv(InputStream file, boolean dryRun) throws SQLException {
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
            ImportReport report = apply(staging, desk, tally, dryRun);
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
                    ImportReport report = apply(staging, desk, new ImportTally(), false);
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

    private ImportReport apply(StagedRevisions staging, SourceDesk desk, ImportTally tally, boolean dryRun)
            throws SQLException {
        if (!dryRun) {
            var recordedAt = changeClock.tick();
            desk.keep();
            staging.compare();
            staging.apply(recordedAt);
        } else {
            staging.compare();
            QuarkusTransaction.setRollbackOnly();
        }
        return tally.report(dryRun, staging.count("CREATED"), staging.count("REVISED"), staging.count("UNCHANGED"));
    }

    private ObservationRules rules(SourceDesk desk) {
        return new ObservationRules(indicators.current(), hazards.codes(), desk::knows);
    }
}
