package org.humdash.kit.ingest;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.humdash.kit.ingest.ImportMeters.Outcome;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.kit.trace.LoggedTrace;
import org.humdash.vocabulary.hxl.ImportReport;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.mapping.MappedTable;
import org.humdash.vocabulary.mapping.MappingProposal;
import org.humdash.vocabulary.mapping.TableMapping;
import org.humdash.vocabulary.table.DetectedTable;
import org.humdash.vocabulary.table.RawRow;
import org.humdash.vocabulary.table.TableOptions;
import org.jboss.logging.Logger;

/** Runs imports beside the requests, few at a time, and keeps their reports up to date. */
@ApplicationScoped
public class ImportRunner {

    private static final Logger LOG = Logger.getLogger(ImportRunner.class);

    /** More would only wait for one another in the database. */
    private static final int AT_A_TIME = 2;

    /** A connection that breaks in the middle of a commit does not tell how that ended. */
    private static final String BROKEN = "Something broke on our side: all rows were written or none."
            + " Send the file again, which does not change what is there already.";

    private final UUID instance = UUID.randomUUID();
    private final Map<UUID, ImportProgress> running = new ConcurrentHashMap<>();
    /** What could not be recorded when it happened. */
    private final Map<UUID, Ending> untold = new ConcurrentHashMap<>();

    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    private final ImportRepository jobs;
    private final ImportedRowRepository rows;
    private final ImportTarget target;
    private final ImportMeters meters;

    private record Ending(ImportStatus status, String failure) {}

    ImportRunner(ImportRepository jobs, ImportedRowRepository rows, ImportTarget target, ImportMeters meters) {
        this.jobs = jobs;
        this.rows = rows;
        this.target = target;
        this.meters = meters;
    }

    /** What went through before the service was started anew is known from the jobs. */
    void remember(@Observes StartupEvent event) throws SQLException {
        jobs.lastSuccess().ifPresent(at -> meters.succeeded(target.kind(), at));
    }

    /** Takes a job on. The file is removed when the job is over. */
    public UUID submit(SpooledFile file, ImportOptions options, String account) throws SQLException {
        UUID id = RevisionedEntity.newId();
        jobs.create(id, instance, account, options, file);
        Thread.ofVirtual().name("import-" + id).start(LoggedTrace.kept(() -> run(id, file, options, account)));
        return id;
    }

    /** Ends a job: at once if it runs here, or else when the service that runs it next reports. */
    public void cancel(UUID id) throws SQLException {
        jobs.requestCancel(id);
        ImportProgress progress = running.get(id);
        if (progress != null) {
            progress.cancel();
        }
    }

    private void run(UUID id, SpooledFile file, ImportOptions options, String account) {
        Outcome outcome = Outcome.FAILED;
        long began = System.nanoTime();
        try (file) {
            turns.acquire();
            began = System.nanoTime();
            try {
                if (jobs.isCancelRequested(id)) {
                    jobs.fail(id, ImportStatus.CANCELLED, null);
                    outcome = Outcome.CANCELLED;
                } else {
                    read(id, file, options, account);
                    outcome = Outcome.DONE;
                }
            } finally {
                turns.release();
                running.remove(id);
            }
        } catch (ImportCancelled e) {
            outcome = Outcome.CANCELLED;
            end(id, ImportStatus.CANCELLED, null);
        } catch (TableException | ImportRefused e) {
            outcome = Outcome.REFUSED;
            end(id, ImportStatus.FAILED, e.getMessage());
        } catch (InterruptedException e) {
            outcome = Outcome.INTERRUPTED;
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.errorf(e, "Import %s failed", id);
            end(id, ImportStatus.FAILED, BROKEN);
        } finally {
            if (!options.dryRun()) {
                meters.ended(target.kind(), outcome, Duration.ofNanos(System.nanoTime() - began));
            }
        }
    }

    private void read(UUID id, SpooledFile file, ImportOptions options, String account)
            throws IOException, SQLException {
        MappingProposal proposal;
        TableOptions known;
        try (DetectedTable look = DetectedTable.open(file.path(), options.table())) {
            proposal = proposal(look, options);
            known = options.table().withEncodingOf(look);
        }
        TableMapping mapping =
                (options.mapping() == null ? proposal.mapping() : options.mapping()).withDefaults(options.constants());
        if (options.dateOrder() != null) {
            mapping = mapping.with(options.dateOrder());
        }
        try (MappedTable table =
                        MappedTable.open(file.path(), known, mapping, target.zone(mapping), target.conversions());
                FileAgain again = new FileAgain(file, known)) {
            jobs.start(id, DetectedFile.of(table.table(), proposal), mapping);
            requireUsable(proposal, options, mapping);
            RefusedRows refused = new RefusedRows(id, rows, again::open);
            MissingRecords missing = new MissingRecords(id, rows);
            ImportProgress progress = new ImportProgress(id, refused, missing);
            running.put(id, progress);
            ImportCounts counts = target.take(table.rows(target.columns()), account, options, progress);
            refused.flush();
            missing.flush();
            rows.addWarnings(id, progress.warnings().listed());
            jobs.succeed(progress, counts, missing.count(), table.tally().withoutArea());
            meters.rows(target.kind(), report(options, progress, counts));
        }
    }

    /** What the file seems to be. Its columns are looked at, whatever mapping is then used. */
    private MappingProposal proposal(DetectedTable table, ImportOptions options) {
        Map<String, String> constants = new HashMap<>();
        options.constants().forEach((field, mapping) -> constants.put(field, mapping.constant()));
        return target.propose(table.columns(), constants);
    }

    private void requireUsable(MappingProposal proposal, ImportOptions options, TableMapping mapping) {
        if (options.mapping() == null && proposal.isForeign()) {
            throw new TableException(TableException.Code.UNKNOWN_COLUMN, null, String.join(" ", proposal.notes()));
        }
        List<String> missing = target.missing(mapping);
        if (!missing.isEmpty()) {
            throw new TableException(
                    TableException.Code.MISSING_COLUMN,
                    null,
                    "No column of the file was taken for " + String.join(", ", missing)
                            + ". Save a mapping that names the column, or, if it is the same for all rows, give "
                            + target.parameters() + " as a parameter.");
        }
    }

    private static ImportReport report(ImportOptions options, ImportProgress progress, ImportCounts counts) {
        return new ImportReport(
                options.dryRun(),
                !options.dryRun(),
                progress.rowsRead(),
                counts.created(),
                counts.revised(),
                counts.unchanged(),
                progress.refused(),
                List.of(),
                0);
    }

    /** Keeps the reports of running jobs up to date, and learns whom somebody wants to end. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    public void report() throws SQLException {
        for (Map.Entry<UUID, Ending> ending : untold.entrySet()) {
            jobs.fail(
                    ending.getKey(),
                    ending.getValue().status(),
                    ending.getValue().failure());
            untold.remove(ending.getKey());
        }
        for (ImportProgress progress : running.values()) {
            if (jobs.report(progress)) {
                progress.cancel();
            }
        }
        jobs.waits(instance);
        int abandoned = jobs.endAbandoned();
        if (abandoned > 0) {
            meters.ended(target.kind(), Outcome.INTERRUPTED, abandoned);
        }
    }

    private void end(UUID id, ImportStatus status, String failure) {
        try {
            jobs.fail(id, status, failure);
        } catch (SQLException | RuntimeException e) {
            LOG.errorf(e, "The end of import %s could not be recorded, and will be later", id);
            untold.put(id, new Ending(status, failure));
        }
    }

    /** Opens a file as often as it is needed; the reader before is closed then. */
    private static final class FileAgain implements AutoCloseable {

        private final SpooledFile file;
        private final TableOptions options;
        private DetectedTable table;

        FileAgain(SpooledFile file, TableOptions options) {
            this.file = file;
            this.options = options;
        }

        Iterator<RawRow> open() {
            close();
            try {
                table = DetectedTable.open(file.path(), options);
                return table.iterator();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            if (table != null) {
                table.close();
            }
        }
    }
}
