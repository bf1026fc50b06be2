package org.humdash.humanitarian.observation;

import static org.humdash.kit.problem.ProblemType.ALREADY_EXISTS;
import static org.humdash.kit.problem.ProblemType.INVALID_BODY;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;
import org.humdash.humanitarian.hazard.HazardRegister;
import org.humdash.humanitarian.indicator.IndicatorCatalogue;
import org.humdash.humanitarian.source.SourceDesk;
import org.humdash.humanitarian.source.Sources;
import org.humdash.kit.ingest.ImportCancelled;
import org.humdash.kit.ingest.ImportCounts;
import org.humdash.kit.ingest.ImportWatch;
import org.humdash.kit.ingest.ReadAhead;
import org.humdash.kit.ingest.RowSieve;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.hxl.RowProblem;

/** Takes a table of observations in: all good rows in one transaction, or none. */
@ApplicationScoped
public class ObservationImporter {

    /** How many chunks may wait; more would only take memory. */
    private static final int AHEAD = 2;

    private static final int HOUR = 3_600;

    private final DataSource dataSource;
    private final IndicatorCatalogue indicators;
    private final HazardRegister hazards;
    private final Sources sources;
    private final ChangeClock changeClock;
    private final OddRows oddRows;

    ObservationImporter(
            DataSource dataSource,
            IndicatorCatalogue indicators,
            HazardRegister hazards,
            Sources sources,
            ChangeClock changeClock,
            OddRows oddRows) {
        this.dataSource = dataSource;
        this.indicators = indicators;
        this.hazards = hazards;
        this.sources = sources;
        this.changeClock = changeClock;
        this.oddRows = oddRows;
    }

    /**
     * Imports rows with the columns of {@link ObservationTable}.
     *
     * @param complete the table has everything its originators, as its publishers pass it on, say of its indicators; the
     *     watch is told the observations it lacks
     * @param dryRun say what would happen and write nothing
     * @throws ImportCancelled when the watch says so; nothing is written
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when a source has to be asked of the source register and it
     *     does not answer; nothing is written
     */
    @Transactional
    @TransactionConfiguration(timeout = HOUR)
    public ImportCounts run(Iterator<Row> rows, boolean complete, boolean dryRun, ImportWatch watch)
            throws SQLException {
        SourceDesk desk = sources.open();
        ObservationRules rules = rules(desk);
        var sound = new RowSieve<Statement>(rows, ObservationTable::draft, rules::problems, watch);
        try (Connection connection = dataSource.getConnection();
                ReadAhead<StagedStatements> ahead = ReadAhead.of(sound, StagedStatements::of, AHEAD)) {
            ObservationStaging staging = ObservationStaging.open(connection);
            Instant begun = null;
            boolean isFirst = true;
            while (ahead.hasNext()) {
                StagedStatements chunk = ahead.next();
                if (watch.isCancelled()) {
                    throw new ImportCancelled();
                }
                if (isFirst && !dryRun && staging.areMostlyNew(chunk)) {
                    begun = changeClock.tick();
                }
                isFirst = false;
                if (begun == null) {
                    staging.add(chunk);
                } else {
                    desk.keep();
                    staging.record(chunk, begun);
                }
            }
            if (begun == null) {
                waitForOthers(staging, dryRun);
            }
            staging.refuse(problem -> watch.refused(List.of(problem)));
            if (complete) {
                staging.findMissing(watch::missing);
            }
            watch.applying();
            return apply(staging, desk, begun, dryRun, watch);
        }
    }

    /** Records one observation. Returns whether it is new; the very same observation again changes nothing. */
    @Transactional
    boolean record(ObservationDraft draft) throws SQLException {
        SourceDesk desk = sources.open();
        List<RowProblem> problems = new ArrayList<>(rules(desk).problems(draft));
        if (problems.isEmpty()) {
            try (Connection connection = dataSource.getConnection()) {
                ObservationStaging staging = ObservationStaging.open(connection);
                staging.add(StagedStatements.of(List.of(draft)));
                waitForOthers(staging, false);
                staging.refuse(problems::add);
                if (problems.isEmpty()) {
                    ImportCounts counts = write(staging, desk, changeClock.tick());
                    if (counts.revised() > 0) {
                        throw ALREADY_EXISTS.because("Observation " + draft.reference() + " of " + draft.originator()
                                + " is recorded already, with other details. A correction comes in by an import.");
                    }
                    return counts.created() > 0;
                }
            }
        }
        throw INVALID_BODY
                .with("The observation was not recorded.")
                .with("errors", problems)
                .build();
    }

    /** Two writers who each add half of a ring of relays would not see it, if each looked before the other has written. */
    private void waitForOthers(ObservationStaging staging, boolean dryRun) throws SQLException {
        if (!dryRun && staging.hasRelays()) {
            changeClock.tick();
        }
    }

    private ObservationRules rules(SourceDesk desk) {
        return new ObservationRules(indicators.current(), hazards.codes(), desk::knows);
    }

    private ImportCounts apply(
            ObservationStaging staging, SourceDesk desk, Instant begun, boolean dryRun, ImportWatch watch)
            throws SQLException {
        if (dryRun && !watch.isToWarn()) {
            staging.compare();
            ImportCounts counts = staging.counts();
            QuarkusTransaction.setRollbackOnly();
            return counts;
        }
        // Others write only before or after: from here on nothing changes but by this import.
        Instant recordedAt = begun == null ? changeClock.tick() : begun;
        ImportCounts counts = write(staging, desk, recordedAt);
        if (watch.isToWarn()) {
            oddRows.tell(staging, recordedAt, watch);
        }
        if (dryRun) {
            // It went all the way and is undone: what is odd about a row shows among the other rows.
            QuarkusTransaction.setRollbackOnly();
        } else if (counts.created() + counts.revised() > 0) {
            watch.recorded(recordedAt);
        }
        return counts;
    }

    private static ImportCounts write(ObservationStaging staging, SourceDesk desk, Instant recordedAt)
            throws SQLException {
        desk.keep();
        staging.compare();
        ImportCounts counts = staging.counts();
        staging.apply(recordedAt);
        return counts;
    }
}
