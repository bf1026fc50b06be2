package org.humdash.incident.incident;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.humdash.kit.ingest.ImportCancelled;
import org.humdash.kit.ingest.ImportCounts;
import org.humdash.kit.ingest.ImportWatch;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.hxl.RowProblem;

/** Takes a table of incidents in: all good rows in one transaction, or none. */
@ApplicationScoped
public class IncidentImporter {

    private static final int CHUNK = 2_000;
    private static final int HOUR = 3_600;

    private final DataSource dataSource;
    private final IncidentService incidents;
    private final ChangeClock changeClock;

    IncidentImporter(DataSource dataSource, IncidentService incidents, ChangeClock changeClock) {
        this.dataSource = dataSource;
        this.incidents = incidents;
        this.changeClock = changeClock;
    }

    /**
     * Imports rows with the columns of {@link IncidentTable}.
     *
     * @param account who imports, for the history
     * @param complete the table has all incidents of its sources and ceasefires; the watch is told those it lacks
     * @param dryRun say what would happen and write nothing
     * @throws ImportCancelled when the watch says so; nothing is written
     */
    @Transactional
    @TransactionConfiguration(timeout = HOUR)
    public ImportCounts run(Iterable<Row> rows, String account, boolean complete, boolean dryRun, ImportWatch watch)
            throws SQLException {
        IncidentRules rules = incidents.rules();
        try (Connection connection = dataSource.getConnection()) {
            IncidentStaging staging = IncidentStaging.open(connection);
            List<IncidentDraft> chunk = new ArrayList<>(CHUNK);
            for (Row row : rows) {
                watch.read();
                sound(row, rules, watch).ifPresent(chunk::add);
                if (chunk.size() == CHUNK) {
                    add(chunk, staging, watch);
                }
            }
            add(chunk, staging, watch);
            staging.refuseRepeated(problem -> watch.refused(List.of(problem)));
            if (complete) {
                staging.findMissing(watch::missing);
            }
            watch.applying();
            return apply(staging, account, dryRun);
        }
    }

    private static Optional<IncidentDraft> sound(Row row, IncidentRules rules, ImportWatch watch) {
        Optional<IncidentDraft> draft = row.refused() ? Optional.empty() : IncidentTable.draft(row);
        List<RowProblem> problems = draft.map(rules::problems).orElseGet(row::problems);
        if (problems.isEmpty()) {
            return draft;
        }
        watch.refused(problems);
        return Optional.empty();
    }

    private static void add(List<IncidentDraft> chunk, IncidentStaging staging, ImportWatch watch) throws SQLException {
        if (watch.isCancelled()) {
            throw new ImportCancelled();
        }
        staging.add(chunk);
        chunk.clear();
    }

    private ImportCounts apply(IncidentStaging staging, String account, boolean dryRun) throws SQLException {
        if (dryRun) {
            staging.compare();
            QuarkusTransaction.setRollbackOnly();
        } else {
            var recordedAt = changeClock.tick();
            staging.compare();
            staging.apply(recordedAt, account);
        }
        IncidentStaging.Counts counts = staging.counts();
        return new ImportCounts(counts.created(), counts.revised(), counts.unchanged());
    }
}
