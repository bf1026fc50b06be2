package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    private Path disk;

    FullDiskIT(Replicas replicas) {
        this.replicas = replicas;
    }

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createTempDirectory("humdash-full-");
        if (run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()) != 0) {
            Files.delete(disk);
            disk = null;
            abort("NOT TESTED: whoever runs this may not mount a file system, so none can be made full");
        }
    }

    @AfterEach
    void unmount() throws Exception {
        if (disk != null) {
            assertEquals(0, run("umount", disk.toString()));
            Files.delete(disk);
        }
    }

    @Test
    void aFileThatThereIsNoRoomForIsRefusedAndTakenWhenThereIs() throws Exception {
        String file = ReplicasIT.incidents("full");
        try (Replica service = replicas.replica("incident-service")
                        .start(replicas.incidentEnvironment(), "-Djava.io.tmpdir=" + disk);
                Replica gateway =
                        replicas.replica("gateway").start(replicas.gatewayEnvironment(service.address(), 0))) {
            service.ready();
            gateway.ready();
            Path filling = fill();
            List<Path> before = files();

            HttpResponse<String> refused = gateway.post(IMPORTS, "text/csv", file, Replicas.KEYS.getFirst());
            assertEquals(507, refused.statusCode(), refused.body());
            JsonNode problem = RunningHumdash.JSON.readTree(refused.body());
            assertEquals(
                    "urn:humdash:problem:storage-full", problem.path("type").asText());
            assertEquals(
                    "Nothing was imported. Send the file again when the operator has made room.",
                    problem.path("detail").asText());
            assertEquals(before, files());
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

    /** Writes until nothing more can be written. */
    private Path fill() throws IOException {
        Path filling = disk.resolve("filling");
        byte[] piece = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filling)) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException e) {
            assertTrue(Files.size(filling) > 0, e.toString());
            return filling;
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(disk)) {
            return files.sorted().toList();
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
