package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.humdash.local.e2e.ReplicatedHumdash.Replicas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The temporary files of a service are on a small file system of their own, in memory, which becomes full. */
@ExtendWith(ReplicatedHumdash.class)
class FullDiskIT {

    private static final String IMPORTS = "/api/v1/incidents/imports?wait=60";

    private final Replicas replicas;
    private SmallDisk disk;

    FullDiskIT(Replicas replicas) {
        this.replicas = replicas;
    }

    @BeforeEach
    void mount() throws Exception {
        disk = SmallDisk.of(4);
    }

    @AfterEach
    void unmount() throws Exception {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void aFileThatThereIsNoRoomForIsRefusedAndTakenWhenThereIs() throws Exception {
        String file = ReplicasIT.incidents("full");
        try (Replica service = replicas.replica("incident-service")
                        .start(replicas.incidentEnvironment(), "-Djava.io.tmpdir=" + disk.folder());
                Replica gateway =
                        replicas.replica("gateway").start(replicas.gatewayEnvironment(service.address(), 0))) {
            service.ready();
            gateway.ready();
            Path filling = disk.fill(0);
            List<Path> before = disk.files();

            HttpResponse<String> refused = gateway.post(IMPORTS, "text/csv", file, Replicas.KEYS.getFirst());
            assertEquals(507, refused.statusCode(), refused.body());
            JsonNode problem = RunningHumdash.JSON.readTree(refused.body());
            assertEquals(
                    "urn:humdash:problem:storage-full", problem.path("type").asText());
            assertEquals(
                    "Nothing was imported. Send the file again when the operator has made room.",
                    problem.path("detail").asText());
            assertEquals(before, disk.files());
            assertEquals(0, replicas.number("incident", "select count(*) from incident where reference like 'full-%'"));
            // What needs no room goes on.
            assertEquals(
                    200,
                    gateway.get("/api/v1/incidents?limit=1", Replicas.KEYS.getFirst())
                            .statusCode());
            assertEquals(
                    201,
                    ReplicasIT.record(gateway, Replicas.KEYS.getFirst(), "beside-full")
                            .statusCode());

            Files.delete(filling);
            HttpResponse<String> taken = gateway.post(IMPORTS, "text/csv", file, Replicas.KEYS.getFirst());
            assertEquals(200, taken.statusCode(), taken.body());
            JsonNode job = RunningHumdash.JSON.readTree(taken.body()).path("job");
            assertEquals("SUCCEEDED", job.path("status").asText(), taken.body());
            assertEquals(2_000, job.path("created").asInt());
            replicas.requireRightSums();
        }
    }
}
