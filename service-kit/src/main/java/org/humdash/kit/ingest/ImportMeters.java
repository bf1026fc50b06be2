package org.humdash.kit.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.humdash.vocabulary.hxl.ImportReport;
import org.humdash.vocabulary.hxl.TableException;

/** Counts imports, their rows by what became of them, and how long they took. Dry runs are not counted: they write nothing. */
@ApplicationScoped
public class ImportMeters {

    /** What became of an import as a whole. */
    public enum Outcome {
        /** Taken in; rows of it may have been refused. */
        DONE,
        /** The file as a whole was refused. */
        REFUSED,
        /** Something broke on our side. */
        FAILED,
        CANCELLED,
        /** The service stopped on the way. */
        INTERRUPTED
    }

    private static final Duration[] DURATIONS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ofMinutes(10)
    };

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Instant> lastSuccesses = new ConcurrentHashMap<>();

    ImportMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** An import that answers its sender with the report. */
    @FunctionalInterface
    public interface Importing {
        ImportReport run() throws IOException, SQLException;
    }

    /**
     * Runs an import, which commits before it returns, and counts it.
     *
     * @param kind what is imported, such as "claims"; of a short list, for it is a label
     */
    public ImportReport counted(String kind, boolean dryRun, Importing importing) throws IOException, SQLException {
        long began = System.nanoTime();
        Outcome outcome = Outcome.FAILED;
        try {
            ImportReport report = importing.run();
            outcome = Outcome.DONE;
            rows(kind, report);
            return report;
        } catch (TableException | ImportRefused e) {
            outcome = Outcome.REFUSED;
            throw e;
        } finally {
            if (!dryRun) {
                ended(kind, outcome, Duration.ofNanos(System.nanoTime() - began));
            }
        }
    }

    /** Counts an import that is over. */
    void ended(String kind, Outcome outcome, Duration duration) {
        imports(kind, outcome).increment();
        Timer.builder("humdash.import.duration")
                .description("How long imports took, from taking the file up to the last row, by what became of them")
                .serviceLevelObjectives(DURATIONS)
                .tag("kind", kind)
                .tag("outcome", label(outcome))
                .register(registry)
                .record(duration);
        if (outcome == Outcome.DONE) {
            succeeded(kind, clock.instant());
        }
    }

    /** Counts imports of which nothing is known but that they ended. */
    void ended(String kind, Outcome outcome, int howMany) {
        imports(kind, outcome).increment(howMany);
    }

    /** An import that another instance, or this one before it was started anew, may have run. */
    void succeeded(String kind, Instant at) {
        lastSuccesses.merge(kind, at, (one, other) -> one.isAfter(other) ? one : other);
        Gauge.builder("humdash.import.last.success.timestamp", lastSuccesses, known -> seconds(known.get(kind)))
                .description("When an import last went through; no sample where none is known")
                .baseUnit("seconds")
                .tag("kind", kind)
                .register(registry);
    }

    /** Counts the rows of an import that went through. */
    void rows(String kind, ImportReport report) {
        if (report.dryRun()) {
            return;
        }
        rows(kind, "created").increment(report.created());
        rows(kind, "revised").increment(report.revised());
        rows(kind, "unchanged").increment(report.unchanged());
        rows(kind, "refused").increment(report.refused());
    }

    private Counter rows(String kind, String outcome) {
        return Counter.builder("humdash.import.rows")
                .description("Rows of imported tables, by what became of them")
                .baseUnit("rows")
                .tag("kind", kind)
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter imports(String kind, Outcome outcome) {
        return Counter.builder("humdash.imports")
                .description("Imports that are over, by what became of them")
                .tag("kind", kind)
                .tag("outcome", label(outcome))
                .register(registry);
    }

    private static String label(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1_000.0;
    }
}
