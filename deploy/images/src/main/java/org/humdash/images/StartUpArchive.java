package org.humdash.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.humdash.local.postgres.LocalPostgres;

/**
 * The AOT cache of a service (JEP 483, 514 and 515): classes already read and linked, and what its methods were found to do.
 * It fits one JVM and these very jars; a JVM that it does not fit leaves it alone and starts without.
 */
final class StartUpArchive {

    private static final int ROUNDS = 20;

    /** What is asked while it is trained. Nothing is there yet, and nobody says who they are; the paths are the usual ones. */
    private static final Map<String, List<String>> QUESTIONS = Map.of(
            "incident-service",
            List.of("/api/v1/ceasefires", "/api/v1/sources", "/api/v1/incidents", "/api/v1/claims"),
            "humanitarian-service",
            List.of("/api/v1/indicators", "/api/v1/observations", "/api/v1/hazards", "/api/v1/headlines"),
            "gateway",
            List.of("/api/v1/situation", "/api/v1/ceasefires", "/.well-known/jwks.json", "/q/openapi"));

    private StartUpArchive() {}

    /**
     * Starts the service, asks it something, ends it, and leaves the archive in the folder.
     *
     * @param log where the service writes meanwhile
     * @throws ImagesException if it does not start or leaves no archive
     */
    static void train(ImageFolder folder, Service service, LocalPostgres postgres, Path log)
            throws IOException, InterruptedException {
        Path archive = folder.path(ImageFolder.ARCHIVE);
        Files.deleteIfExists(archive);
        try (RunningProgram program = RunningProgram.start(
                folder, service, postgres, List.of("-XX:+UseSerialGC", "-XX:AOTCacheOutput=" + archive), log)) {
            program.awaitReady();
            for (int round = 0; round < ROUNDS; round++) {
                for (String question : QUESTIONS.get(service.name())) {
                    program.get(question);
                }
                program.getManagement("/q/metrics");
            }
            program.stop();
            if (!Files.exists(archive)) {
                throw new ImagesException("the training of " + service.name() + " left no archive:\n" + program.log());
            }
        }
        ImageFolder.setTimes(archive);
    }
}
