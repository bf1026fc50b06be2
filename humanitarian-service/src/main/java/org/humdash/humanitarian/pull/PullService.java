package org.humdash.humanitarian.pull;

import static org.humdash.kit.problem.ProblemType.NOT_IN_THIS_STATE;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.humdash.humanitarian.HumanitarianConfig;
import org.humdash.kit.ingest.ImportJob;
import org.humdash.kit.ingest.ImportOptions;
import org.humdash.kit.ingest.ImportRepository;
import org.humdash.kit.ingest.ImportRunner;
import org.humdash.kit.ingest.ImportStatus;
import org.humdash.kit.ingest.MappingRepository;
import org.humdash.kit.ingest.SpooledFile;
import org.humdash.vocabulary.mapping.FieldMapping;
import org.humdash.vocabulary.mapping.TableMapping;
import org.humdash.vocabulary.table.TableOptions;
import org.jboss.logging.Logger;

/** Fetches the files whose turn has come, hands them to the jobs, and takes down how that went. */
@ApplicationScoped
class PullService {

    private static final Logger LOG = Logger.getLogger(PullService.class);

    private final PullRepository pulls;
    private final ImportRunner runner;
    private final ImportRepository jobs;
    private final MappingRepository mappings;
    private final HumanitarianConfig.Pulls config;
    private final AllowedHosts allowed;
    private final FileFetcher fetcher;

    PullService(
            PullRepository pulls,
            ImportRunner runner,
            ImportRepository jobs,
            MappingRepository mappings,
            HumanitarianConfig config,
            Clock clock) {
        this.pulls = pulls;
        this.runner = runner;
        this.jobs = jobs;
        this.mappings = mappings;
        this.config = config.pulls();
        this.allowed = new AllowedHosts(
                lower(this.config.allowedHosts().orElse(Set.of())), this.config.allowPrivateAddresses());
        this.fetcher = new FileFetcher(allowed, this.config.maxBytes(), this.config.timeout(), clock);
    }

    /** Why an address may not be fetched; null if it may. */
    String objection(URI url) {
        return allowed.objection(url);
    }

    boolean isOn() {
        return config.enabled();
    }

    /** Looks whose turn it is, and which imports have come to an end. */
    @Scheduled(every = "${humdash.humanitarian.pulls.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() throws SQLException {
        if (!config.enabled()) {
            return;
        }
        settle();
        Optional<Due> due = pulls.takeDue();
        while (due.isPresent()) {
            pull(due.get());
            due = pulls.takeDue();
        }
    }

    /** Fetches a file now. */
    void pull(String code) throws SQLException {
        if (!config.enabled()) {
            throw NOT_IN_THIS_STATE.because("Pulls are off. The operator turns them on.");
        }
        settle();
        pull(pulls.take(code)
                .orElseThrow(() -> NOT_IN_THIS_STATE.because("What was fetched before is still being imported.")));
    }

    /** Takes down what came of imports that are over. */
    void settle() throws SQLException {
        for (PullRepository.Pending pending : pulls.pending()) {
            Optional<ImportJob> job = jobs.byId(pending.job());
            if (job.isPresent() && job.get().status().isOver()) {
                if (job.get().status() == ImportStatus.SUCCEEDED) {
                    pulls.imported(pending.code(), pending.job(), job.get().finishedAt());
                } else {
                    pulls.failed(
                            pending.code(),
                            job.get().failure() == null
                                    ? "The import was cancelled"
                                    : job.get().failure());
                }
            }
        }
    }

    private void pull(Due due) throws SQLException {
        Pull pull = due.pull();
        try {
            ImportOptions options = options(pull);
            Fetched fetched = fetcher.fetch(pull.url(), due.etag(), due.lastModified());
            if (fetched.isUnchanged()) {
                pulls.unchanged(pull.code());
            } else {
                pulls.importing(pull.code(), submit(fetched.file(), options, pull), fetched);
            }
        } catch (PullFailed e) {
            LOG.infof("Pull %s failed: %s", pull.code(), e.getMessage());
            pulls.failed(pull.code(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Pull %s failed", pull.code());
            pulls.failed(pull.code(), "Something broke on our side");
        }
    }

    /** From here on the file is the job's, unless there is none. */
    private UUID submit(SpooledFile file, ImportOptions options, Pull pull) throws SQLException {
        try {
            return runner.submit(file, options, "pull " + pull.code());
        } catch (SQLException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private ImportOptions options(Pull pull) throws SQLException, PullFailed {
        TableMapping mapping = null;
        if (pull.mapping() != null) {
            mapping = mappings.byName(pull.mapping())
                    .orElseThrow(() -> new PullFailed("No mapping has the name " + pull.mapping()))
                    .mapping();
        }
        Map<String, FieldMapping> constants = new HashMap<>();
        pull.constants().forEach((field, value) -> constants.put(field, FieldMapping.constant(value)));
        return new ImportOptions(false, pull.complete(), mapping, constants, null, TableOptions.detect());
    }

    private static Set<String> lower(Set<String> hosts) {
        Set<String> lower = new HashSet<>();
        hosts.forEach(host -> lower.add(host.strip().toLowerCase(Locale.ROOT)));
        return lower;
    }
}
