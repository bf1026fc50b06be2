package org.humdash.kit.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.humdash.vocabulary.hxl.ImportReport;
import org.humdash.vocabulary.hxl.TableException;
import org.junit.jupiter.api.Test;

/** What is counted of imports, by what became of them. */
class ImportMetersTest {

    private static final Instant NOW = Instant.parse("2025-12-19T18:00:00Z");

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final ImportMeters meters = new ImportMeters(registry, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void anImportThatBreaksIsCountedAsFailedAndIsNoSuccess() {
        assertThrows(
                SQLException.class,
                () -> meters.counted("claims", false, () -> {
                    throw new SQLException("the database is away");
                }));
        assertThrows(
                IOException.class,
                () -> meters.counted("claims", false, () -> {
                    throw new IOException("the disk is full");
                }));
        assertEquals(Map.of("claims failed", 2.0), imports());
        assertEquals(2, durations("failed"));
        assertEquals(
                0,
                registry.find("humdash.import.last.success.timestamp").meters().size());
        assertEquals(0, registry.find("humdash.import.rows").meters().size());
    }

    @Test
    void aFileThatIsRefusedIsNoFailureOfOurs() {
        assertThrows(
                TableException.class,
                () -> meters.counted("coverage", false, () -> {
                    throw new TableException(TableException.Code.values()[0], 1L, "not a table");
                }));
        assertEquals(Map.of("coverage refused", 1.0), imports());
    }

    @Test
    void theRowsOfAnImportAreCountedByWhatBecameOfThemAndDryRunsAreNot() throws IOException, SQLException {
        meters.counted("claims", false, () -> report(false));
        meters.counted("claims", false, () -> report(false));
        meters.counted("claims", true, () -> report(true));

        assertEquals(Map.of("claims done", 2.0), imports());
        assertEquals(2, durations("done"));
        assertEquals(
                Map.of("created", 6.0, "refused", 14.0, "revised", 8.0, "unchanged", 10.0),
                counters("humdash.import.rows", "outcome"));
        assertEquals(
                NOW.getEpochSecond(),
                registry.get("humdash.import.last.success.timestamp").gauge().value());
    }

    @Test
    void whenAnImportLastWentThroughNeverGoesBack() {
        meters.succeeded("claims", NOW);
        meters.succeeded("claims", NOW.minusSeconds(1));
        assertEquals(
                NOW.getEpochSecond(),
                registry.get("humdash.import.last.success.timestamp").gauge().value());
    }

    private static ImportReport report(boolean dryRun) {
        return new ImportReport(dryRun, !dryRun, 19, 3, 4, 5, 7, List.of(), 0);
    }

    private Map<String, Double> imports() {
        Map<String, Double> found = new TreeMap<>();
        for (Counter counter : registry.find("humdash.imports").counters()) {
            found.put(counter.getId().getTag("kind") + " " + counter.getId().getTag("outcome"), counter.count());
        }
        return found;
    }

    private Map<String, Double> counters(String name, String tag) {
        Map<String, Double> found = new TreeMap<>();
        registry.find(name)
                .counters()
                .forEach(counter -> found.put(counter.getId().getTag(tag), counter.count()));
        return found;
    }

    private long durations(String outcome) {
        Timer timer =
                registry.get("humdash.import.duration").tag("outcome", outcome).timer();
        return timer.count();
    }
}
