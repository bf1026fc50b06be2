package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./humdash doctor} of the whole system: nothing to complain about, and then each thing that was broken. */
class DoctorIT {

    /** Those whose state depends on the machine that runs this, or on how long Prometheus has run. */
    private static final List<String> OF_THE_MACHINE = List.of("disk", "prometheus");

    @TempDir
    Path temporary;

    private record Told(int exitCode, JsonNode report) {}

    @Test
    void whatIsBrokenIsFoundAndNothingElse() throws Exception {
        Path backups = Files.createDirectory(temporary.resolve("backups"));
        try (Running humdash = Running.start(Map.of())) {
            Running.command(
                    temporary.resolve("backup.txt"),
                    "backup",
                    "--to",
                    backups.resolve("first").toString(),
                    "--data",
                    humdash.folder().toString());
            assertEquals(List.of(), bad(look(humdash, backups).report()), "nothing was broken yet");

            Files.setPosixFilePermissions(
                    humdash.folder().resolve("secrets.properties"), PosixFilePermissions.fromString("rw-r--r--"));
            try (Connection owner = humdash.owner("incident");
                    var statement = owner.createStatement()) {
                statement.execute(
                        "INSERT INTO flyway_schema_history SELECT max(installed_rank) + 1, '209901010000', 'broken',"
                                + " 'SQL', 'V209901010000__broken.sql', 0, current_user, now(), 1, false FROM flyway_schema_history");
                statement.execute("GRANT SELECT ON incident TO grafana_reader");
            }
            ProcessHandle service = humdash.process("humanitarian-service");
            service.destroy();
            service.onExit().join();

            Told told = look(humdash, backups);
            assertEquals(9, told.exitCode());
            assertEquals(
                    List.of(
                            "ready humanitarian-service does not answer at "
                                    + humdash.address("humanitarianServiceManagement"),
                            "route gateway to humanitarian-service /api/v1/indicators?limit=1 answers 502",
                            "migrations incident failed: 209901010000 broken",
                            "rights grafana_reader in incident may do more than read reporting: public.incident",
                            "files " + humdash.folder() + "/secrets.properties is rw-r--r--: others may do too much"),
                    bad(told.report()));
        }
    }

    private Told look(Running humdash, Path backups) throws Exception {
        Path output = temporary.resolve("doctor.json");
        Process doctor = new ProcessBuilder(
                        "bash",
                        RunningHumdash.PROJECT.resolve("humdash").toString(),
                        "doctor",
                        "--json",
                        "--backups",
                        backups.toString(),
                        "--data",
                        humdash.folder().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exitCode = doctor.waitFor();
        String text = Files.readString(output);
        assertTrue(text.startsWith("{"), text);
        return new Told(exitCode, RunningHumdash.JSON.readTree(text));
    }

    private static List<String> bad(JsonNode report) {
        List<String> bad = new ArrayList<>();
        for (JsonNode finding : report.path("findings")) {
            if (!"OK".equals(finding.path("level").asText())
                    && !OF_THE_MACHINE.contains(finding.path("check").asText())) {
                bad.add(finding.path("check").asText() + " "
                        + finding.path("subject").asText() + " "
                        + finding.path("what").asText());
            }
        }
        return bad;
    }
}
