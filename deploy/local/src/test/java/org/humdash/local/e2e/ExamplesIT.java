package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what README.md and docs show, in their order and on a system that has nothing but the starting data, as a reader who
 * pastes it would. Where the answer is shown, it is the answer.
 */
class ExamplesIT {

    private static final int SECONDS_OF_A_STREAM = 3;
    private static final int SECONDS_AT_MOST = 60;
    private static final int HTTP_ERROR = 22;
    private static final int TIME_IS_UP = 28;

    /** An incident of a reader's own, as the examples that send a file need it. */
    private static final String INCIDENT = """
            {"source": "AFP", "reference": "example-of-a-file", "ceasefire": "GAZA-2025-10", "type": "AIR_STRIKE",
             "occurredFrom": "2025-10-20", "place": {"adm2": "PS0260"}, "reports": [{"source": "AFP"}]}
            """;

    @TempDir
    Path folder;

    @Test
    void everyExampleOfTheDocumentsDoesWhatItShows() throws Exception {
        assumeTrue(isOnThePath("jq") && isOnThePath("curl"), "NOT TESTED: there is no jq or no curl on the PATH");
        try (Running humdash = Running.start()) {
            String claim =
                    humdash.json("/api/v1/claims?limit=1").at("/items/0/id").asText();
            Files.writeString(folder.resolve("incident.json"), INCIDENT);
            List<Executable> checks = new ArrayList<>();
            for (Path file : documents()) {
                for (Example example : Example.of(file)) {
                    if (!example.notRun()) {
                        checks.add(() -> check(example, humdash, claim));
                    }
                }
            }
            assertTrue(checks.size() > 20, "examples found: " + checks.size());
            assertAll(checks);
        }
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(RunningHumdash.PROJECT.resolve("README.md")));
        try (Stream<Path> docs = Files.list(RunningHumdash.PROJECT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    private void check(Example example, Running humdash, String claim) throws Exception {
        int seconds = example.isStream() ? SECONDS_OF_A_STREAM : SECONDS_AT_MOST;
        String script = """
                set -euo pipefail
                curl() { command curl --no-progress-meter --fail-with-body --max-time %d "$@"; }
                humdash() { bash "%s" "$@"; }
                %s""".formatted(
                        seconds,
                        RunningHumdash.PROJECT.resolve("humdash"),
                        example.at(humdash.address("gateway")).replace("./humdash", "humdash"));
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bash.environment().put("KEY", humdash.administratorKey());
        bash.environment().put("ID", claim);
        bash.environment().put("HUMDASH_DATA", humdash.folder().toString());
        Process process = bash.start();
        boolean ended = process.waitFor(2L * SECONDS_AT_MOST, TimeUnit.SECONDS);
        process.destroy();
        String printed = Files.readString(output);
        assertTrue(ended, example.place() + " does not end: " + printed);
        assertEquals(expectedCode(example), process.exitValue(), example.place() + " printed " + printed);
        if (example.showsWhatIsPrinted()) {
            assertEquals(example.answer().strip(), printed.strip(), example.place());
        } else if (!example.refusal().isEmpty()) {
            assertTrue(printed.contains("\"status\":" + example.refusal()), example.place() + " printed " + printed);
        }
    }

    private static int expectedCode(Example example) {
        if (example.isStream()) {
            return TIME_IS_UP;
        }
        return example.refusal().isEmpty() ? 0 : HTTP_ERROR;
    }

    private static boolean isOnThePath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
