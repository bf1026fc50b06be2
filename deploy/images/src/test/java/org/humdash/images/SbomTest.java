package org.humdash.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SbomTest {

    private static final String LIST = """
            {"bomFormat": "CycloneDX", "serialNumber": "urn:uuid:1", "metadata": {"timestamp": "2026-01-01T00:00:00Z"},
             "components": [
               {"bom-ref": "a", "group": "org.a", "name": "a", "version": "1", "purl": "pkg:maven/org.a/a@1?type=jar"},
               {"bom-ref": "n", "group": "org.a", "name": "n", "version": "2",
                "purl": "pkg:maven/org.a/n@2?classifier=linux-x86_64&type=jar"},
               {"bom-ref": "built-with", "group": "org.b", "name": "b", "version": "3", "purl": "pkg:maven/org.b/b@3?type=jar"}],
             "dependencies": [
               {"ref": "a", "dependsOn": ["n", "built-with"]}, {"ref": "built-with", "dependsOn": []}]}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void makeLibraries() throws Exception {
        Files.createDirectories(folder.resolve("lib/main"));
        Files.createFile(folder.resolve("lib/main/org.a.a-1.jar"));
        Files.createFile(folder.resolve("lib/main/org.a.n-2-linux-x86_64.jar"));
        Files.writeString(folder.resolve("list.json"), LIST);
    }

    @Test
    void theListIsOfWhatIsInTheProgramAndTheSameInEveryBuild() throws Exception {
        Path written = folder.resolve("sbom.json");
        Sbom.write(folder.resolve("list.json"), folder.resolve("lib"), Instant.parse("2026-02-03T04:05:06Z"), written);

        JsonNode expected = new ObjectMapper().readTree("""
                {"bomFormat": "CycloneDX", "metadata": {"timestamp": "2026-02-03T04:05:06Z"},
                 "components": [
                   {"bom-ref": "a", "group": "org.a", "name": "a", "version": "1", "purl": "pkg:maven/org.a/a@1?type=jar"},
                   {"bom-ref": "n", "group": "org.a", "name": "n", "version": "2",
                    "purl": "pkg:maven/org.a/n@2?classifier=linux-x86_64&type=jar"}],
                 "dependencies": [{"ref": "a", "dependsOn": ["n"]}]}
                """);
        assertEquals(expected, new ObjectMapper().readTree(written.toFile()));
    }

    @Test
    void aLibraryThatIsNotListedIsSaid() throws Exception {
        Files.createFile(folder.resolve("lib/main/org.c.stranger-9.jar"));
        ImagesException refused = assertThrows(
                ImagesException.class,
                () -> Sbom.write(
                        folder.resolve("list.json"),
                        folder.resolve("lib"),
                        Instant.EPOCH,
                        folder.resolve("sbom.json")));
        assertTrue(refused.getMessage().endsWith(" does not list [org.c.stranger-9.jar]"), refused.getMessage());
    }
}
