package org.humdash.kit.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.humdash.vocabulary.hxl.ImportReport;

/** Counts the rows of imports by what became of them. */
@ApplicationScoped
public class ImportMeters {

    private final MeterRegistry registry;

    ImportMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * @param kind what was imported, such as "claims"
     * @param report a dry run is not counted: it wrote nothing
     */
    public void count(String kind, ImportReport report) {
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
}
