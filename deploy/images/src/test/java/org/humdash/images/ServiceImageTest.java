package org.humdash.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in an image, read from the file as an engine would. The program and the base in it are a few files made here. */
class ServiceImageTest {

    private static final Service SERVICE = new Service("incident-service", "Who said what", "incident", 8081, 9001);
    private static final ImagePlatform PLATFORM = new ImagePlatform("amd64");
    private static final Instant CREATED = Instant.parse("2026-02-03T04:05:06Z");

    @TempDir
    Path temporary;

    private ImageFolder folder;
    private Path base;

    @BeforeEach
    void make() throws Exception {
        folder = new ImageFolder(temporary.resolve("root"));
        for (String file : List.of(
                "/opt/java/bin/java",
                "/app/lib/main/a.jar",
                "/app/app/b.jar",
                "/app/quarkus/c.jar",
                "/app/quarkus-run.jar",
                "/app/health/Ready.class",
                "/app/sbom.json",
                "/app/start.aot")) {
            Files.createDirectories(folder.path(file).getParent());
            Files.writeString(folder.path(file), file);
        }
        assertTrue(folder.path("/opt/java/bin/java").toFile().setExecutable(true));
        ImageFolder.setTimes(folder.root());
        base = temporary.resolve("base.tar");
        Path library = Files.writeString(temporary.resolve("libc.so.6"), "of the base");
        Jib.fromScratch()
                .setPlatforms(PLATFORM.asSet())
                .addFileEntriesLayer(FileEntriesLayer.builder()
                        .addEntry(library, AbsoluteUnixPath.get("/lib/libc.so.6"))
                        .build())
                .containerize(Containerizer.to(TarImage.at(base).named("a/base"))
                        .setApplicationLayersCache(temporary.resolve("base-cache"))
                        .setBaseImageLayersCache(temporary.resolve("base-cache")));
    }

    @Test
    void theImageSaysWhatItIsAndHowItIsRun() throws Exception {
        Path tar = temporary.resolve("image.tar");
        image(base.toString()).write(tar, temporary.resolve("cache"));

        ImageTar image = ImageTar.read(tar);
        assertEquals("humdash/incident-service:of-a-test", image.name());
        assertEquals("amd64", image.config().path("architecture").asText());
        assertEquals("linux", image.config().path("os").asText());
        assertEquals("2026-02-03T04:05:06Z", image.config().path("created").asText());
        var config = image.config().path("config");
        assertEquals("10001:10001", config.path("User").asText());
        assertEquals("/app", config.path("WorkingDir").asText());
        assertEquals(
                "[\"/opt/java/bin/java\",\"-XX:+UseSerialGC\",\"-XX:AOTCache=/app/start.aot\",\"-jar\",\"/app/quarkus-run.jar\"]",
                config.path("Entrypoint").toString());
        assertEquals("[]", config.path("Cmd").toString());
        assertEquals("[]", config.path("Env").toString());
        assertEquals(
                "{\"8081/tcp\":{},\"9001/tcp\":{}}", config.path("ExposedPorts").toString());
        assertEquals(
                Map.of(
                        "org.humdash.sbom", "/app/sbom.json",
                        "org.opencontainers.image.created", "2026-02-03T04:05:06Z",
                        "org.opencontainers.image.description", "Who said what",
                        "org.opencontainers.image.licenses", "Apache-2.0",
                        "org.opencontainers.image.revision", "0123abc",
                        "org.opencontainers.image.source", "https://example.org/source",
                        "org.opencontainers.image.title", "humdash incident-service",
                        "org.opencontainers.image.version", "1.2.3"),
                new ObjectMapper().convertValue(config.path("Labels"), Map.class));
    }

    @Test
    void everyFileIsThereOwnedByRootAndWritableByNobodyElse() throws Exception {
        Path tar = temporary.resolve("image.tar");
        image(base.toString()).write(tar, temporary.resolve("cache"));

        ImageTar image = ImageTar.read(tar);
        TreeSet<String> files = new TreeSet<>();
        image.entries().forEach((path, entry) -> {
            if (!entry.isDirectory()) {
                files.add(path);
            }
            assertEquals(0, entry.getLongUserId(), path);
            assertEquals(0, entry.getLongGroupId(), path);
            assertEquals(0, entry.getMode() & 022, path);
            assertEquals(1_000, entry.getLastModifiedDate().getTime(), path);
        });
        assertEquals(
                new TreeSet<>(List.of(
                        "/app/app/b.jar",
                        "/app/health/Ready.class",
                        "/app/lib/main/a.jar",
                        "/app/quarkus-run.jar",
                        "/app/quarkus/c.jar",
                        "/app/sbom.json",
                        "/app/start.aot",
                        "/lib/libc.so.6",
                        "/opt/java/bin/java")),
                files);
        assertEquals(0755, mode(image, "/opt/java/bin/java"));
        assertEquals(0644, mode(image, "/app/quarkus-run.jar"));
        assertEquals("/app/lib/main/a.jar", new String(image.content("/app/lib/main/a.jar")));
    }

    @Test
    void twoBuildsOfTheSameAreTheSameByteForByte() throws Exception {
        Path first = temporary.resolve("first.tar");
        Path second = temporary.resolve("second.tar");
        String digest = image(base.toString()).write(first, temporary.resolve("cache-1"));
        assertEquals(digest, image(base.toString()).write(second, temporary.resolve("cache-2")));
        assertEquals(-1, Files.mismatch(first, second));

        Files.writeString(folder.path("/app/quarkus-run.jar"), "another program");
        assertNotEquals(digest, image(base.toString()).write(second, temporary.resolve("cache-2")));
    }

    @Test
    void withoutAnArchiveNoneIsNamed() throws IOException {
        Files.delete(folder.path(ImageFolder.ARCHIVE));
        assertEquals(
                List.of("/opt/java/bin/java", "-jar", "/app/quarkus-run.jar"),
                image(base.toString()).entrypoint());
    }

    @Test
    void aBaseThatCannotBeFetchedIsSaidWithWhatToDo() {
        // Nothing listens on port 1 of this machine.
        ImagesException refused = assertThrows(
                ImagesException.class,
                () -> image("127.0.0.1:1/no/base").write(temporary.resolve("image.tar"), temporary.resolve("cache")));
        assertTrue(
                refused.getMessage().startsWith("The base image 127.0.0.1:1/no/base could not be fetched: "),
                refused.getMessage());
        assertTrue(refused.getMessage().contains("--base FILE.tar"), refused.getMessage());
        assertTrue(refused.getMessage().contains("--base debian"), refused.getMessage());
    }

    private ServiceImage image(String base) {
        return new ServiceImage(
                SERVICE,
                folder,
                new BaseImage(base),
                PLATFORM,
                "of-a-test",
                "1.2.3",
                "0123abc",
                "https://example.org/source",
                CREATED);
    }

    private static int mode(ImageTar image, String path) {
        TarArchiveEntry entry = image.entries().get(path);
        return entry.getMode() & 0777;
    }
}
