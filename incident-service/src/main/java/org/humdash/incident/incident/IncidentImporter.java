package org.humdash.incident.incident;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;
import org.humdash.kit.ingest.ImportCancelled;
import org.humdash.kit.ingest.ImportCounts;
import org.humdash.kit.ingest.ImportWatch;
import org.humdash.kit.ingest.ReadAhead;
import org.humdash.kit.ingest.RowSieve;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.vocabulary.hxl.Row;

/** Takes a table of incidents in: all good rows in one transaction, or none. */
@ApplicationScoped
public class IncidentImporter {

    /** How many chunks may wait; more would only take memory. */
    private static final int AHEAD = 2;

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
        Iterator<List<IncidentDraft>> chunks =
                new RowSieve<>(rows.iterator(), IncidentTable::draft, incidents.rules()::problems, watch);
        try (Connection connection = dataSource.getConnection();
                ReadAhead<List<IncidentDraft>> ahead = ReadAhead.of(chunks, AHEAD)) {
            IncidentStaging staging = IncidentStaging.open(connection);
            Instant recordedAt = null;
            boolean isFirst = true;
            while (ahead.hasNext()) {
                List<IncidentDraft> chunk = ahead.next();
                if (watch.isCancelled()) {
                    throw new ImportCancelled();
                }
                if (isFirst && !dryRun && NewIncidents.areMostOf(chunk, connection)) {
                    recordedAt = changeClock.tick();
                }
                isFirst = false;
                if (recordedAt == null) {
                    staging.add(chunk);
                } else {
                    staging.record(chunk, recordedAt, account);
                }
            }
            staging.refuseRepeated(problem -> watch.refused(List.of(problem)));
            if (complete) {
                staging.findMissing(watch::missing);
            }
            watch.applying();
            return apply(staging, recordedAt, account, dryRun, watch);
        }
    }

    private ImportCounts apply(
            IncidentStaging staging, Instant begun, String account, boolean dryRun, ImportWatch watch)
            throws SQLException {
        Instant recordedAt = begun;
        if (dryRun) {
            staging.compare();
            QuarkusTransaction.setRollbackOnly();
        } else {
            // Others write only before or after: from here on nothing changes but by this import.
            recordedAt = begun == null ? changeClock.tick() : begun;
            staging.compare();
            staging.apply(recordedAt, account);
        }
        IncidentStaging.Counts counts = staging.counts();
        if (!dryRun && counts.created() + counts.revised() > 0) {
            watch.recorded(recordedAt);
        }
        return new ImportCounts(counts.created(), counts.revised(), counts.unchanged());
    }
}
