package org.humdash.incident.ingest;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.humdash.incident.ceasefire.CeasefireRegister;
import org.humdash.incident.incident.ImportCancelled;
import org.humdash.incident.incident.ImportCounts;
import org.humdash.incident.incident.IncidentImporter;
import org.humdash.incident.incident.IncidentTable;
import org.humdash.incident.mapping.FieldMapping;
import org.humdash.incident.mapping.MappedTable;
import org.humdash.incident.mapping.MappingProposal;
import org.humdash.incident.mapping.MappingProposer;
import org.humdash.incident.mapping.TableKind;
import org.humdash.incident.mapping.TableMapping;
import org.humdash.kit.ingest.ImportMeters;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.hxl.ImportReport;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.table.DetectedTable;
import org.humdash.vocabulary.table.RawRow;
import org.humdash.vocabulary.table.TableOptions;
import org.jboss.logging.Logger;

/** Runs imports beside the requests, few at a time, and keeps their reports up to date. */
@ApplicationScoped
class ImportRunner {

    private static final Logger LOG = Logger.getLogger(ImportRunner.class);

    /** More would only wait for one another in the database. */
    private static final int AT_A_TIME = 2;

    private final UUID instance = UUID.randomUUID();
    private final Map<UUID, ImportProgress> running = new ConcurrentHashMap<>();
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);
    private final MappingProposer proposer = new MappingProposer(IncidentTable.COLUMNS);

    private final ImportRepository jobs;
    private final IncidentImporter importer;
    private final CeasefireRegister ceasefires;
    private final ImportMeters meters;

    ImportRunner(ImportRepository jobs, IncidentImporter importer, CeasefireRegister ceasefires, ImportMeters meters) {
        this.jobs = jobs;
        this.importer = importer;
        this.ceasefires = ceasefires;
        this.meters = meters;
    }

    /** Takes a job on. The file is removed when the job is over. */
    UUID submit(SpooledFile file, ImportOptions options, String account) throws SQLException {
        UUID id = RevisionedEntity.newId();
        jobs.create(id, instance, account, options, file);
        Thread.ofVirtual().name("import-" + id).start(() -> run(id, file, options, account));
        return id;
    }

    /** Ends a job: at once if it runs here, or else when the service that runs it next reports. */
    void cancel(UUID id) throws SQLException {
        jobs.requestCancel(id);
        ImportProgress progress = running.get(id);
        if (progress != null) {
            progress.cancel();
        }
    }

    private void run(UUID id, SpooledFile file, ImportOptions options, String account) {
        try (file) {
            turns.acquire();
            try {
                if (jobs.isCancelRequested(id)) {
                    jobs.fail(id, ImportStatus.CANCELLED, null);
                } else {
                    read(id, file, options, account);
                }
            } finally {
                turns.release();
                running.remove(id);
            }
        } catch (ImportCancelled e) {
            end(id, ImportStatus.CANCELLED, null);
        } catch (TableException e) {
            end(id, ImportStatus.FAILED, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.errorf(e, "Import %s failed", id);
            end(id, ImportStatus.FAILED, "Something broke on our side and nothing was written. Send the file again.");
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
        try (MappedTable table = MappedTable.open(file.path(), known, mapping, zone(mapping));
                FileAgain again = new FileAgain(file, known)) {
            jobs.start(id, DetectedFile.of(table.table(), proposal), mapping);
            requireUsable(proposal, options, mapping);
            RefusedRows refused = new RefusedRows(id, jobs, again::open);
            MissingIncidents missing = new MissingIncidents(id, jobs);
            ImportProgress progress = new ImportProgress(id, refused, missing);
            running.put(id, progress);
            ImportCounts counts = importer.run(
                    table.rows(IncidentTable.COLUMNS), account, options.complete(), options.dryRun(), progress);
            refused.flush();
            missing.flush();
            jobs.succeed(progress, counts, missing.count(), table.tally().withoutArea());
            meters.count("incidents", report(options, progress, counts));
        }
    }

    /** What the file seems to be. Its columns are looked at, whatever mapping is then used. */
    private MappingProposal proposal(DetectedTable table, ImportOptions options) {
        Map<String, String> constants = new HashMap<>();
        options.constants().forEach((field, mapping) -> constants.put(field, mapping.constant()));
        return proposer.propose(table.columns(), constants);
    }

    private void requireUsable(MappingProposal proposal, ImportOptions options, TableMapping mapping) {
        if (options.mapping() == null && proposal.kind() == TableKind.NOT_INCIDENTS) {
            throw new TableException(TableException.Code.UNKNOWN_COLUMN, null, String.join(" ", proposal.notes()));
        }
        List<String> missing = new ArrayList<>(proposer.missing(mapping));
        if (!missing.isEmpty()) {
            throw new TableException(
                    TableException.Code.MISSING_COLUMN,
                    null,
                    "No column of the file was taken for " + String.join(", ", missing)
                            + ". Save a mapping that names the column, or, if it is the same for all rows, give source,"
                            + " ceasefire or type as a parameter.");
        }
    }

    /** Days are counted where the ceasefire is, if it is the same one for all rows. */
    private ZoneId zone(TableMapping mapping) {
        FieldMapping ceasefire = mapping.fields().get("ceasefire");
        return ceasefires.zoneOf(ceasefire == null ? null : ceasefire.constant());
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
    void report() throws SQLException {
        for (ImportProgress progress : running.values()) {
            if (jobs.report(progress)) {
                progress.cancel();
            }
        }
        jobs.waits(instance);
        jobs.endAbandoned();
    }

    private void end(UUID id, ImportStatus status, String failure) {
        try {
            jobs.fail(id, status, failure);
        } catch (SQLException | RuntimeException e) {
            // Without a sign of life it is taken for interrupted, which is true.
            LOG.errorf(e, "The end of import %s could not be recorded", id);
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
