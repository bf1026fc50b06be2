package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.humdash.local.postgres.Processes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code humdash} in a project that only looks like one: its JDK and its Maven are scripts too. */
@Timeout(60)
class ScriptTest {

    private static final Path SCRIPT = Path.of("../../humdash").toAbsolutePath().normalize();
    private static final List<String> SERVICES = List.of("incident-service", "humanitarian-service", "gateway");
    private static final String NO_JDK =
            "humdash: no JDK 25 or newer found (looked at JAVA_HOME, the PATH and the usual folders): install one, for"
                    + " example from https://adoptium.net/temurin/releases/?version=25, or set JAVA_HOME to it\n";

    @TempDir
    Path folder;

    /** With a blank in its name, as folders of people have them. */
    private Path project;

    private Path jdks;
    private final Map<String, String> environment = new TreeMap<>();

    record Result(int code, String said) {}

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(folder.resolve("a project"));
        jdks = Files.createDirectories(folder.resolve("jd ks"));
        Files.copy(SCRIPT, project.resolve("humdash"));
        Files.writeString(project.resolve("pom.xml"), "");
        environment.put("PATH", toolsWithoutJava().toString());
        environment.put("HUMDASH_JDK_FOLDERS", jdks.toString());
        environment.put("HOME", folder.toString());
    }

    @Test
    void withoutAnyJdkItSaysInOneLineWhatToInstall() throws Exception {
        assertEquals(new Result(7, NO_JDK), humdash("up"));
        assertEquals(new Result(7, NO_JDK), humdash("test"));
    }

    @Test
    void anOlderJdkIsNotTaken() throws Exception {
        makeJdk(jdks.resolve("jdk-17"), "17.0.12");
        environment.put("JAVA_HOME", makeJdk(folder.resolve("old"), "1.8.0_402").toString());

        assertEquals(new Result(7, NO_JDK), humdash("up"));
    }

    @Test
    void aFolderWithOnlyAJreIsNotTaken() throws Exception {
        Files.delete(makeJdk(jdks.resolve("jre-25"), "25.0.1").resolve("bin/javac"));

        assertEquals(new Result(7, NO_JDK), humdash("up"));
    }

    @Test
    void helpNeedsNoJdk() throws Exception {
        assertTrue(humdash("help").said().startsWith("usage: ./humdash COMMAND [OPTIONS]\n"));
        assertEquals(humdash("help"), humdash());
    }

    @Test
    void anUnknownCommandIsNamed() throws Exception {
        assertEquals(new Result(2, "humdash: unknown command strat (see ./humdash help)\n"), humdash("strat"));
    }

    @Test
    void theJdkOfJavaHomeComesBeforeTheUsualFolders() throws Exception {
        makeBuilt();
        makeJdk(jdks.resolve("jdk-25"), "25");
        Path home = makeJdk(folder.resolve("my jdk"), "26-ea");
        environment.put("JAVA_HOME", home.toString());

        assertEquals(
                new Result(0, launch(home, "up", "--data", "some where", "--port=1")),
                humdash("up", "--data", "some where", "--no-build", "--port=1"));
    }

    @Test
    void theJavaOnThePathIsFollowedToItsJdk() throws Exception {
        makeBuilt();
        Path home = makeJdk(folder.resolve("elsewhere/jdk"), "25.0.1");
        Files.createSymbolicLink(
                Path.of(environment.get("PATH"), "java"), home.resolve("bin").resolve("java"));

        assertEquals(new Result(0, launch(home, "status")), humdash("status"));
    }

    @Test
    void aJdkInTheUsualFoldersIsFoundAlthoughJavaHomeIsWrong() throws Exception {
        makeBuilt();
        Path home = makeJdk(jdks.resolve("temurin 25"), "25.0.1");
        environment.put("JAVA_HOME", folder.resolve("missing").toString());

        assertEquals(new Result(0, launch(home, "down")), humdash("down"));
    }

    @Test
    void calledThroughALinkFromElsewhereItFindsItsProject() throws Exception {
        makeBuilt();
        Path home = makeJdk(jdks.resolve("jdk"), "25.0.1");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("one"), Path.of("../a project/humdash"));
        Files.createSymbolicLink(bin.resolve("two"), bin.resolve("one"));

        assertEquals(new Result(0, launch(home, "status")), run(folder, bin.resolve("two"), "status"));
    }

    @Test
    void whatWasNeverBuiltIsBuiltFirst() throws Exception {
        Path home = makeJdk(jdks.resolve("jdk"), "25.0.1");
        makeMaven("echo '[INFO] Building Gateway 0.1.0                                    [4/7]'; sleep 1; "
                + buildsAll());

        Result result = humdash("up");

        assertEquals(0, result.code());
        assertTrue(
                result.said().startsWith("Building (incident-service was not built yet); the log is "), result.said());
        assertTrue(result.said().contains(" s  4/7 Gateway 0.1.0\n"), result.said());
        assertTrue(result.said().endsWith(" s  built\n" + launch(home, "up")), result.said());
        assertTrue(Files.readString(project.resolve("maven.txt")).startsWith("-B -ntp -DskipTests package"));
    }

    @Test
    void whatIsUpToDateIsNotBuilt() throws Exception {
        makeBuilt();
        Path home = makeJdk(jdks.resolve("jdk"), "25.0.1");

        assertEquals(new Result(0, launch(home, "up")), humdash("up"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "vocabulary/src/main/java/A.java",
                "service-kit/src/main/java/A.java",
                "gateway/pom.xml",
                "incident-service/src/main/resources/db/V1__a.sql",
                "deploy/local/src/main/java/A.java",
                "deploy/local-postgres/src/main/java/A.java"
            })
    void aSourceThatIsYoungerIsBuiltFirst(String source) throws Exception {
        makeBuilt();
        makeJdk(jdks.resolve("jdk"), "25.0.1");
        makeMaven(buildsAll());
        touch(source, Instant.now().plusSeconds(60));

        Result result = humdash("up");

        assertTrue(result.said().startsWith("Building (" + source + " has changed); the log is "), result.said());
    }

    @Test
    void aTestThatIsYoungerIsNoReasonToBuild() throws Exception {
        makeBuilt();
        Path home = makeJdk(jdks.resolve("jdk"), "25.0.1");
        touch("gateway/src/test/java/ATest.java", Instant.now().plusSeconds(60));

        assertEquals(new Result(0, launch(home, "up")), humdash("up"));
    }

    @Test
    void aFailedBuildShowsTheEndOfItsLog() throws Exception {
        makeJdk(jdks.resolve("jdk"), "25.0.1");
        makeMaven("echo '[ERROR] A.java:[1,1] no'; exit 1");

        Result result = humdash("up");

        assertEquals(1, result.code());
        assertTrue(
                result.said()
                        .endsWith("[ERROR] A.java:[1,1] no\nhumdash: the build failed; its log is "
                                + project.resolve("target/build.log") + "\n"),
                result.said());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "HUP"})
    void aSignalEndsTheBuildAndAllItStarted(String signal) throws Exception {
        makeJdk(jdks.resolve("jdk"), "25.0.1");
        makeMaven("sleep 300 & echo $! > sleeper.txt; echo '[INFO] Building Gateway 0.1.0    [4/7]'; wait");
        Process script = start(project, project.resolve("humdash"), "build");
        var lines = script.inputReader();
        String line = lines.readLine();
        while (!line.contains("4/7")) {
            String next = lines.readLine();
            assertNotNull(next, "it ended after saying " + line);
            line = next;
        }
        ProcessHandle sleeper = ProcessHandle.of(Long.parseLong(
                        Files.readString(project.resolve("sleeper.txt")).strip()))
                .orElseThrow();

        new ProcessBuilder("sh", "-c", "kill -s " + signal + " " + script.pid())
                .start()
                .waitFor();

        assertEquals(143, script.waitFor());
        assertTrue(Processes.endsWithin(Duration.ofSeconds(10), sleeper));
        assertEquals("humdash: the build was stopped", lines.lines().toList().getLast());
    }

    @Test
    void testHandsItsArgumentsToMaven() throws Exception {
        Path home = makeJdk(jdks.resolve("jdk"), "25.0.1");
        makeMaven("echo Tests run; exit 3");

        assertEquals(new Result(3, "Tests run\n"), run(folder, project.resolve("humdash"), "test", "-Dtest=A B"));
        assertEquals("-B -ntp verify -Dtest=A B with " + home + "\n", Files.readString(project.resolve("maven.txt")));
    }

    @Test
    void withoutTheLauncherThereIsNothingToStop() throws Exception {
        makeJdk(jdks.resolve("jdk"), "25.0.1");

        assertEquals(new Result(1, "humdash: nothing was built yet: run ./humdash build\n"), humdash("down"));
    }

    private Result humdash(String... words) throws IOException, InterruptedException {
        return run(project, project.resolve("humdash"), words);
    }

    private Result run(Path from, Path script, String... words) throws IOException, InterruptedException {
        Process process = start(from, script, words);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), said);
    }

    private Process start(Path from, Path script, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(Arrays.asList(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(from.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What the JDK of {@link #makeJdk} prints when it is told to start the launcher. */
    private String launch(Path home, String... words) {
        return home + " -Dhumdash.home=" + project + " -jar " + project.resolve("deploy/local/target/humdash-local.jar")
                + String.join(
                        "", Arrays.stream(words).map(word -> " [" + word + "]").toList())
                + "\n";
    }

    private static Path makeJdk(Path home, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        makeProgram(
                home.resolve("bin/java"),
                "while [ \"${1#-XX}\" != \"$1\" ] || [ \"${1#-Xmx}\" != \"$1\" ]; do shift; done\n"
                        + "printf '%s %s %s %s' \"" + home + "\" \"$1\" \"$2\" \"$3\"; shift 3\n"
                        + "[ $# -eq 0 ] || printf ' [%s]' \"$@\"; echo\n");
        makeProgram(home.resolve("bin/javac"), "exit 1\n");
        return home;
    }

    private void makeMaven(String commands) throws IOException {
        makeProgram(project.resolve("mvnw"), "echo \"$*\" with \"$JAVA_HOME\" > maven.txt\n" + commands + "\n");
    }

    private static String buildsAll() {
        List<String> jars = new ArrayList<>(SERVICES.stream()
                .map(service -> service + "/target/quarkus-app/quarkus-run.jar")
                .toList());
        jars.add("deploy/local/target/humdash-local.jar");
        return "for jar in " + String.join(" ", jars) + "; do mkdir -p \"${jar%/*}\"; : > \"$jar\"; done";
    }

    private void makeBuilt() throws IOException {
        touch("pom.xml", Instant.now().minusSeconds(60));
        for (String service : SERVICES) {
            touch(service + "/target/quarkus-app/quarkus-run.jar", Instant.now());
        }
        touch("deploy/local/target/humdash-local.jar", Instant.now());
    }

    private void touch(String file, Instant time) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        Files.setLastModifiedTime(path, FileTime.from(time));
    }

    private static void makeProgram(Path path, String commands) throws IOException {
        Files.writeString(path, "#!/bin/sh\n" + commands);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A folder with the few programs the script needs, and no java. */
    private Path toolsWithoutJava() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of(
                "bash", "sh", "sed", "head", "tail", "dirname", "readlink", "find", "mkdir", "cat", "sleep", "rm")) {
            Path program = List.of("/bin", "/usr/bin").stream()
                    .map(place -> Path.of(place, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            makeProgram(tools.resolve(tool), "exec " + program + " \"$@\"\n");
        }
        assertFalse(Files.exists(tools.resolve("java")));
        return tools;
    }
}
