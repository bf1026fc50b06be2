package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.humdash.local.e2e.BulkImport.Kind;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A service is killed in the middle of a bulk import and everything is started again: the import was applied wholly or not,
 * says so by itself, and can be sent again.
 */
class ServiceKilledIT {

    private Path folder;
    private Running humdash;

    @BeforeEach
    void start() throws Exception {
        folder = Files.createTempDirectory("humdash-e2e-");
        humdash = Running.start(Map.of(), folder);
    }

    @AfterEach
    void stop() throws Exception {
        humdash.close();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void incidentServiceAtAnyPointOfAnImport() throws Exception {
        BulkImport first = new BulkImport(Kind.INCIDENTS, "killed-reading");
        String job = killed("incident-service", first, "copy|insert into incident ");
        killed("incident-service", new BulkImport(Kind.INCIDENTS, "killed-adding"), "rollup|incident_total");
        killed("incident-service", new BulkImport(Kind.INCIDENTS, "killed-ending"), "update import_job set status");
        assertEquals("INTERRUPTED", first.ending(humdash, job));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void humanitarianServiceInTheMiddleOfAnImport() throws Exception {
        killed(
                "humanitarian-service",
                new BulkImport(Kind.OBSERVATIONS, "killed-observing"),
                "copy|insert into observation");
    }

    private String killed(String service, BulkImport bulk, String statement) throws Exception {
        String job = bulk.send(humdash);
        bulk.working(humdash, statement);
        ProcessHandle process = humdash.process(service);
        process.destroyForcibly();
        process.onExit().join();
        humdash.down();
        humdash = Running.start(Map.of(), folder);

        assertTrue(Set.of(0L, (long) BulkImport.ROWS).contains(bulk.written(humdash)));
        bulk.isApplied(humdash);
        assertEquals(BulkImport.ROWS, bulk.written(humdash));
        BulkImport.requireRightSums(humdash);
        return job;
    }
}
