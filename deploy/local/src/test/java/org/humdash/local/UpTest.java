package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.humdash.local.postgres.Processes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a real PostgreSQL and stubs in place of the services. */
@Timeout(180)
class UpTest {

    /** A project whose services are stubs. */
    @TempDir
    static Path project;

    /** A data folder as a first start makes it: making one anew for each test would take most of the time. */
    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private final List<Launcher> launchers = new ArrayList<>();

    @BeforeAll
    static void makeProjectAndDataFolder() throws Exception {
        for (String service : List.of("incident-service", "humanitarian-service", "gateway")) {
            writeStub(Files.createDirectories(project.resolve(service).resolve("target/quarkus-app"))
                    .resolve("quarkus-run.jar"));
        }
        Path data = Files.createDirectories(project.resolve("deploy/starting-data"));
        for (StartingDataFile file : StartingDataFile.ALL) {
            Files.writeString(
                    data.resolve(file.name()), "ceasefire,code,number,quantityPerDay\nA,first,1,600\nB,second,2,50\n");
        }
        try (Launcher launcher = Launcher.start(
                project,
                Map.of(),
                "up",
                "--data",
                made.toString(),
                "--free-ports",
                "--no-prometheus",
                "--no-starting-data")) {
            launcher.awaitText("Ready after").signal("TERM");
            assertEquals(0, launcher.exitCode());
        }
    }

    @AfterEach
    void stopAll() throws Exception {
        for (Launcher launcher : launchers) {
            launcher.close();
        }
    }

    @Test
    void everythingStartsAndStopsOnASignal() throws Exception {
        Launcher up = up();
        up.awaitText("Ready after");

        RunFile run = RunFile.read(data().runFile()).orElseThrow();
        assertEquals(RunFile.State.READY, run.state());
        assertEquals(up.pid(), run.launcher().pid());
        assertEquals(
                List.of("postgres", "incident-service", "humanitarian-service", "gateway"),
                run.processes().stream().map(RunFile.RunningProcess::name).toList());
        List<ProcessHandle> processes = processes(run);
        assertEquals(4, processes.size());
        Launcher status = launch("status", "--data", folder.toString());
        assertEquals(0, status.exitCode());
        assertTrue(status.said().startsWith("humdash is running on " + folder), status.said());

        up.signal("TERM");

        assertEquals(0, up.exitCode());
        processes.forEach(process -> assertFalse(Processes.runs(process)));
        assertFalse(Files.exists(data().runFile()));
        assertTrue(
                Files.readString(folder.resolve("logs/gateway.log")).startsWith("gateway says hello"),
                "each program has its own log");
    }

    @Test
    void startingDataIsLoadedAtTheFirstStartOnly() throws Exception {
        Launcher first = up();
        first.awaitText("Ready after").interrupt();
        assertEquals(0, first.exitCode());
        assertTrue(first.said().contains("sources.csv            2 rows: 2 created, 0 were there"), first.said());
        assertTrue(first.said().contains("claims.csv             1 row: 1 created"), first.said());

        Launcher second = up();
        second.awaitText("Ready after");

        assertFalse(second.said().contains(".csv            "), second.said());
    }

    @Test
    void aRefusedRowIsSaidAndTheRestRuns() throws Exception {
        Launcher up = launch(
                Map.of("STUB_REFUSE", "second"), "up", "--data", copiedData(), "--free-ports", "--no-prometheus");
        up.awaitText("SOME STARTING DATA IS MISSING");

        RunFile run = RunFile.read(data().runFile()).orElseThrow();
        assertEquals(RunFile.State.DATA_INCOMPLETE, run.state());
        assertEquals(4, processes(run).size());
        assertTrue(
                up.said().contains("sources.csv            REFUSED row 3: 422: Refused: This is a stub."), up.said());
        up.signal("TERM");
        assertEquals(6, up.exitCode());

        Launcher next = launch("up", "--data", folder.toString(), "--free-ports", "--no-prometheus");
        next.awaitText("Ready after");
        assertTrue(next.said().contains("sources.csv"), next.said());
        assertFalse(next.said().contains("claims.csv"), "was complete before: " + next.said());
    }

    @Test
    void aSecondUpOnTheSameFolderIsRefused() throws Exception {
        Launcher up = up();
        up.awaitText("Ready after");
        String gateway =
                RunFile.read(data().runFile()).orElseThrow().addresses().get("gateway");

        Launcher second = launch("up", "--data", folder.toString(), "--free-ports");

        assertEquals(4, second.exitCode());
        assertEquals(
                "humdash: it is already running on " + folder + " (process " + up.pid() + ", " + gateway
                        + "): stop it with ./humdash down --data " + folder
                        + ", or choose another folder with --data and --free-ports\n",
                second.said());
    }

    @Test
    void aTakenPortIsSaidBeforeAnythingIsStarted() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = taken.getLocalPort();

            Launcher up = launch("up", "--data", folder.toString(), "--free-ports", "--port", Integer.toString(port));

            assertEquals(5, up.exitCode());
            assertEquals(
                    "humdash: port " + port + ", needed for gateway, is taken by another program: choose another with"
                            + " --port N, or let all be chosen with --free-ports\n",
                    up.said());
            assertFalse(Files.exists(data().postgres()));
        }
    }

    @Test
    void aServiceThatEndsWhileStartingEndsAllWithItsLastLines() throws Exception {
        Launcher up = launch(
                Map.of("STUB_humanitarian_service", "die"),
                "up",
                "--data",
                copiedData(),
                "--free-ports",
                "--no-prometheus");

        assertEquals(1, up.exitCode());
        assertTrue(
                up.said()
                        .contains("humdash: humanitarian-service ended while it was starting; its log "
                                + folder.resolve("logs/humanitarian-service.log")
                                + " ends:\n    humanitarian-service says hello\n    no database, no service\n"),
                up.said());
        assertTrue(up.said().contains("postgres               stopped"), up.said());
        assertFalse(Files.exists(data().runFile()));
    }

    @Test
    void aSignalHalfWayThroughStartingStopsWhatRuns() throws Exception {
        Launcher up =
                launch(Map.of("STUB_gateway", "hang"), "up", "--data", copiedData(), "--free-ports", "--no-prometheus");
        up.awaitText("incident-service       ready");
        List<ProcessHandle> processes = processes(RunFile.read(data().runFile()).orElseThrow());
        assertEquals(4, processes.size());

        up.interrupt();

        assertEquals(130, up.exitCode());
        processes.forEach(process -> assertFalse(Processes.runs(process)));
    }

    @Test
    void aSignalWhileTheDatabaseIsMadeLeavesNothing() throws Exception {
        Launcher up = launch("up", "--data", folder.toString(), "--free-ports", "--no-prometheus");
        up.awaitText("making its data folder");

        up.signal("TERM");

        assertEquals(130, up.exitCode());
        assertFalse(Files.exists(data().runFile()));
        // And the next start is not hindered by what was half done.
        Launcher next = up();
        next.awaitText("Ready after");
    }

    @Test
    void downStopsItAndSaysSo() throws Exception {
        Launcher up = up();
        up.awaitText("Ready after");
        List<ProcessHandle> processes = processes(RunFile.read(data().runFile()).orElseThrow());

        Launcher down = launch("down", "--data", folder.toString());

        assertEquals(0, down.exitCode());
        assertTrue(down.said().contains("stopped; what was recorded is kept in " + folder), down.said());
        processes.forEach(process -> assertFalse(Processes.runs(process)));
        assertEquals(0, up.exitCode());
    }

    @Test
    void downWhereNothingRunsSaysSo() throws Exception {
        Launcher down = launch("down", "--data", folder.toString());

        assertEquals(0, down.exitCode());
        assertEquals("Nothing runs on " + folder + "\n", down.said());
        Launcher elsewhere = launch("down", "--data", folder.resolve("missing").toString());
        assertEquals(0, elsewhere.exitCode());
        assertEquals("Nothing runs: there is no " + folder.resolve("missing") + "\n", elsewhere.said());
        assertFalse(Files.exists(folder.resolve("missing")));
        Launcher status = launch("status", "--data", folder.toString());
        assertEquals(3, status.exitCode());
    }

    @Test
    void whenTheLauncherIsKilledWhatItStartedEndsToo() throws Exception {
        Launcher up = up();
        up.awaitText("Ready after");
        List<ProcessHandle> processes = processes(RunFile.read(data().runFile()).orElseThrow());

        up.signal("KILL");

        for (ProcessHandle process : processes) {
            assertTrue(Processes.endsWithin(Duration.ofSeconds(30), process));
        }
    }

    @Test
    void downStopsWhatAKilledLauncherLeft() throws Exception {
        Launcher up = up();
        up.awaitText("Ready after");
        List<ProcessHandle> processes = processes(RunFile.read(data().runFile()).orElseThrow());
        up.killWithGuards();
        processes.forEach(process -> assertTrue(Processes.runs(process)));
        Launcher status = launch("status", "--data", folder.toString());
        assertEquals(3, status.exitCode());
        assertTrue(status.said().contains("was left by one that was killed: ./humdash down stops it"), status.said());

        Launcher down = launch("down", "--data", folder.toString());

        assertEquals(0, down.exitCode());
        assertTrue(
                down.said().startsWith("Stopped what a killed ./humdash up had left: gateway (process "), down.said());
        processes.forEach(process -> assertFalse(Processes.runs(process)));
    }

    @Test
    void theNextUpStopsWhatAKilledLauncherLeft() throws Exception {
        Launcher up = up();
        up.awaitText("Ready after");
        List<ProcessHandle> processes = processes(RunFile.read(data().runFile()).orElseThrow());
        up.killWithGuards();

        Launcher next = launch("up", "--data", folder.toString(), "--free-ports", "--no-prometheus");
        next.awaitText("Ready after");

        processes.forEach(process -> assertFalse(Processes.runs(process)));
        assertTrue(next.said().contains("left from before       stopped gateway (process "), next.said());
    }

    @Test
    void aServiceThatEndsLaterLeavesTheOthersRunning() throws Exception {
        Launcher up = up();
        up.awaitText("Ready after");
        RunFile run = RunFile.read(data().runFile()).orElseThrow();
        ProcessHandle service = run.processes().stream()
                .filter(process -> process.name().equals("humanitarian-service"))
                .findFirst()
                .orElseThrow()
                .find()
                .orElseThrow();

        service.destroyForcibly();

        up.awaitText("the rest goes on");
        assertTrue(up.said().contains("humanitarian-service   ENDED by itself; its log "), up.said());
        assertEquals(3, processes(run).size());
        assertEquals(3, launch("status", "--data", folder.toString()).exitCode());
        up.signal("TERM");
        assertEquals(0, up.exitCode());
    }

    @Test
    void withoutPostgresqlEverythingIsStopped() throws Exception {
        Launcher up = up();
        up.awaitText("Ready after");
        RunFile run = RunFile.read(data().runFile()).orElseThrow();

        run.processes().getFirst().find().orElseThrow().destroyForcibly();

        assertEquals(1, up.exitCode());
        assertEquals(List.of(), processes(run));
    }

    @Test
    void freshPutsTheDatabaseAsideAndLoadsNothing() throws Exception {
        Launcher up = launch("up", "--data", copiedData(), "--free-ports", "--no-prometheus", "--fresh");
        up.awaitText("Ready after");

        assertTrue(up.said().contains("what was recorded is now in " + folder + "/replaced-"), up.said());
        assertFalse(up.said().contains("sources.csv"), up.said());
        try (Stream<Path> aside = Files.list(folder)) {
            Path replaced = aside.filter(path -> path.getFileName().toString().startsWith("replaced-"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("17\n", Files.readString(replaced.resolve("postgres/PG_VERSION")));
        }
        up.signal("TERM");
        up.exitCode();

        Launcher next = launch("up", "--data", folder.toString(), "--free-ports", "--no-prometheus");
        next.awaitText("Ready after");
        assertTrue(next.said().contains("left out since ./humdash up --fresh"), next.said());
    }

    @Test
    void aRestoreThatWasBrokenOffIsNotFollowedByAnEmptyStart() throws Exception {
        Files.createDirectories(data().restoreMoving());

        Launcher up = launch("up", "--data", folder.toString(), "--free-ports", "--no-prometheus");

        assertEquals(1, up.exitCode());
        assertTrue(up.said().contains("run ./humdash restore again"), up.said());
        assertFalse(Files.exists(data().postgres()));
    }

    @Test
    void aMissingJarIsNamedWithTheRemedy() throws Exception {
        Launcher up = Launcher.start(
                folder.resolve("no-project"),
                Map.of(),
                "up",
                "--data",
                copiedData(),
                "--free-ports",
                "--no-prometheus");
        launchers.add(up);

        assertNotEquals(0, up.exitCode());
        assertTrue(up.said().contains("quarkus-run.jar is missing: build it with ./humdash build"), up.said());
    }

    private Launcher up() throws IOException {
        return launch("up", "--data", copiedData(), "--free-ports", "--no-prometheus");
    }

    private Launcher launch(String... words) throws IOException {
        return launch(Map.of(), words);
    }

    private Launcher launch(Map<String, String> environment, String... words) throws IOException {
        Launcher launcher = Launcher.start(project, environment, words);
        launchers.add(launcher);
        return launcher;
    }

    private DataFolder data() {
        return new DataFolder(folder);
    }

    /** The folder of this test, with what a first start makes unless it is there. */
    private String copiedData() throws IOException {
        if (Files.exists(data().postgres())) {
            return folder.toString();
        }
        try (Stream<Path> paths = Files.walk(made)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = folder.resolve(made.relativize(path).toString());
                if (!Files.exists(target)) {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return folder.toString();
    }

    private static List<ProcessHandle> processes(RunFile run) {
        return run.processes().stream()
                .flatMap(process -> process.find().stream())
                .toList();
    }

    private static void writeStub(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StubService.class.getName());
        String entry = StubService.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                var content = UpTest.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            content.transferTo(out);
        }
    }
}
