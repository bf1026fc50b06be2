package org.humdash.local.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.humdash.local.e2e.Dashboard.Query;
import org.humdash.local.e2e.MayBeEmpty.Answer;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every query of every panel, annotation and variable of every dashboard, asked of the real PostgreSQL and the real Prometheus:
 * on the starting data alone, and with an imported set. None may fail, and none be empty but those that a file names with the
 * reason; those must be empty. Somebody asks the gateway something all the while. Both wait for Prometheus most of the time, and
 * do so side by side.
 */
class DashboardIT {

    private static final Path DASHBOARDS = RunningHumdash.PROJECT.resolve("deploy/grafana/dashboards");

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void everyQueryAnswersOnTheStartingData() throws Exception {
        try (Running humdash = Running.start()) {
            askEverything(humdash, MayBeEmpty.read("empty-on-the-starting-data.txt"));
            assertPrometheusHoldsWhatTheServicesSay(humdash);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void everyQueryAnswersWithAnImportedSet() throws Exception {
        try (Running humdash = Running.start()) {
            ImportedSet.sendTo(humdash);
            askEverything(humdash, MayBeEmpty.read("empty-with-an-imported-set.txt"));
        }
    }

    private static void assertPrometheusHoldsWhatTheServicesSay(Running humdash) throws Exception {
        DataSources sources = new DataSources(humdash);
        assertHeld(sources, "up == 1", 3);
        assertHeld(sources, "humdash_claim_value{ceasefire=\"GAZA-2025-10\",measure=\"VIOLATIONS\",type=\"ALL\"}", 1);
        assertEquals(0, sources.samples("ALERTS{alertname!=\"Watchdog\",severity=\"critical\",alertstate=\"firing\"}"));
    }

    private static void assertHeld(DataSources sources, String promql, int atLeast) {
        await(promql)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> sources.samples(promql) >= atLeast);
    }

    private static void askEverything(Running humdash, MayBeEmpty mayBeEmpty) throws Exception {
        DataSources sources = new DataSources(humdash);
        List<Executable> checks = new ArrayList<>();
        List<Executable> last = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(mayBeEmpty.queries());
        for (Path file : dashboards()) {
            String name = file.getFileName().toString();
            Dashboard dashboard = sources.opened(file);
            for (Query query : dashboard.queries()) {
                Answer expected = mayBeEmpty.of(name, query.place());
                unknown.remove(name + " | " + query.place());
                if (!query.source().equals(Dashboard.PROMETHEUS)) {
                    checks.add(() -> askDatabase(sources, name, dashboard, query, expected));
                } else if (sources.hasPrometheus()) {
                    // What must stay empty is asked when everything else has had its time to be scraped.
                    (expected == Answer.SOMETHING ? checks : last)
                            .add(() -> askPrometheus(humdash, sources, file, query, expected));
                }
            }
        }
        checks.addAll(last);
        assertEquals(Set.of(), unknown, "named as empty, but there is no such query");
        assertTrue(checks.size() > 15, "queries found: " + checks.size());
        assertAll(checks);
        assumeTrue(
                sources.hasPrometheus(),
                "NOT TESTED: there is no prometheus on the PATH, so the live panels were not asked");
    }

    private static void askDatabase(DataSources sources, String name, Dashboard dashboard, Query query, Answer expected)
            throws Exception {
        int rows = sources.firstColumn(dashboard, query).size();
        require(name + " | " + query.place(), rows, expected);
    }

    /** Opened anew each time, because a variable holds the present. */
    private static void askPrometheus(Running humdash, DataSources sources, Path file, Query query, Answer expected)
            throws Exception {
        String place = file.getFileName() + " | " + query.place();
        if (expected != Answer.SOMETHING) {
            require(place, sources.samples(sources.opened(file).expand(query)), expected);
            return;
        }
        // The first scrapes and the first evaluations of the rules come a little after the start.
        await(place)
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    humdash.json("/api/v1/situation?ceasefire=GAZA-2025-10&area=PS02");
                    return sources.samples(sources.opened(file).expand(query)) > 0;
                });
    }

    private static void require(String place, int found, Answer expected) {
        assertTrue(expected != Answer.SOMETHING || found > 0, place + " is empty");
        assertTrue(expected != Answer.NOTHING || found == 0, place + " is not empty any more: take it off the list");
    }

    private static List<Path> dashboards() throws Exception {
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
