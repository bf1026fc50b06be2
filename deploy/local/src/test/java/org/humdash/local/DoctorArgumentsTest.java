package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.humdash.local.doctor.Database;
import org.humdash.local.doctor.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorArgumentsTest {

    private static final String URL =
            "jdbc:postgresql://db:5432/incident?sslmode=require&user=someone&password=hidden-word";

    @TempDir
    Path temporary;

    @Test
    void anInstallationElsewhereIsWhatIsNamed() {
        DoctorArguments arguments = DoctorArguments.parse(
                List.of(
                        "--url",
                        "https://humdash.example",
                        "--management",
                        "gateway=http://10.0.0.1:9000",
                        "--prometheus",
                        "http://10.0.0.2:9090",
                        "--backups",
                        "b",
                        "--json"),
                Map.of("HUMDASH_INCIDENT_DATABASE", URL));

        assertTrue(arguments.isElsewhere());
        assertTrue(arguments.json());
        assertEquals(
                new Installation(
                        Optional.of(URI.create("https://humdash.example")),
                        Map.of("gateway", URI.create("http://10.0.0.1:9000")),
                        Optional.of(URI.create("http://10.0.0.2:9090")),
                        List.of(new Database("incident", URL, "someone", "hidden-word")),
                        Map.of(),
                        Optional.empty(),
                        Optional.of(Path.of("b")),
                        Optional.empty()),
                arguments.elsewhere());
        assertFalse(arguments.elsewhere().toString().contains("hidden-word"));
        assertFalse(arguments.databases().toString().contains("hidden-word"));
    }

    @Test
    void theOneHereIsWhatItsFolderSays() throws Exception {
        DataFolder folder = DataFolder.create(temporary.resolve("data"));
        Files.writeString(folder.secrets(), "incident_owner.password=one\nwebhook.key=two\n");
        new RunFile(
                        RunFile.State.READY,
                        RunFile.RunningProcess.of("launcher", ProcessHandle.current(), null),
                        List.of(),
                        Map.of(
                                "gateway", "http://127.0.0.1:1",
                                "gatewayManagement", "http://127.0.0.1:2",
                                "postgres", "127.0.0.1:3"))
                .write(folder.runFile());
        jar("incident-service/target/quarkus-app/app/incident.jar", "db/migration/V202601010000__create.sql");
        jar("incident-service/target/quarkus-app/lib/main/org.humdash.kit.jar", "db/migration/V202601020000__add.sql");
        jar("incident-service/target/quarkus-app/lib/main/other.jar", "db/migration/V1__of_another.sql");
        jar("gateway/target/quarkus-app/app/gateway.jar", "db/migration/R__views.sql");

        DoctorArguments arguments = DoctorArguments.parse(List.of(), Map.of("HUMDASH_BACKUPS", "b"));

        assertFalse(arguments.isElsewhere());
        assertEquals(
                new Installation(
                        Optional.of(URI.create("http://127.0.0.1:1")),
                        Map.of("gateway", URI.create("http://127.0.0.1:2")),
                        Optional.empty(),
                        List.of(new Database(
                                "incident", "jdbc:postgresql://127.0.0.1:3/incident", "incident_owner", "one")),
                        Map.of("incident", Set.of("202601010000", "202601020000")),
                        Optional.of(folder.path()),
                        Optional.of(Path.of("b")),
                        Optional.of("two")),
                LocalInstallation.on(folder, temporary, arguments.backups()));
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertEquals("doctor does not know --heal (see ./humdash help)", refusal(Map.of(), "--heal"));
        assertEquals(
                "doctor looks at a data folder or at addresses: --data does not go with the others (see ./humdash help)",
                refusal(Map.of(), "--data", "d", "--prometheus", "http://p"));
        assertEquals("--url needs a value (see ./humdash help)", refusal(Map.of(), "--url"));
        assertEquals(
                "--url needs an address that begins with http:// or https:// (see ./humdash help)",
                refusal(Map.of(), "--url", "ftp://a"));
        assertEquals(
                "--management needs gateway=URL, incident-service=URL or humanitarian-service=URL (see ./humdash help)",
                refusal(Map.of(), "--management", "postgres=http://a"));
        assertEquals(
                "HUMDASH_GATEWAY_DATABASE needs jdbc:postgresql://HOST:PORT/DATABASE?user=USER&password=PASSWORD"
                        + " (see ./humdash help)",
                refusal(Map.of("HUMDASH_GATEWAY_DATABASE", "jdbc:postgresql://db/gateway?password=hidden-word")));
    }

    private void jar(String name, String entry) throws Exception {
        Path jar = temporary.resolve(name);
        Files.createDirectories(jar.getParent());
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(entry));
            out.closeEntry();
        }
    }

    private static String refusal(Map<String, String> environment, String... words) {
        LocalException refused =
                assertThrows(LocalException.class, () -> DoctorArguments.parse(List.of(words), environment));
        assertEquals(ExitCode.USAGE, refused.exitCode());
        return refused.getMessage();
    }
}
