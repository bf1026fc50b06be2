package org.humdash.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.humdash.local.postgres.LocalPostgres;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The images that were built last, read and run. Without one its test is not run, and says so. */
class ImageIT {

    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final Path IMAGES = Path.of("target/images").toAbsolutePath();
    private static final int START_SECONDS = 600;
    private static final String USED = "Using AOT-linked classes: true";
    private static final String PASSWORD = "only-of-this-test";

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"incident-service", "humanitarian-service", "gateway"})
    void theBillOfMaterialsListsTheLibrariesThatAreThere(String name) throws Exception {
        ImageTar image = image(name);
        TreeSet<String> libraries = new TreeSet<>();
        for (String path : image.entries().keySet()) {
            if (path.startsWith("/app/lib/") && path.endsWith(".jar")) {
                libraries.add(path.substring(path.lastIndexOf('/') + 1));
            }
        }
        assertEquals(Sbom.files(HOME.resolve(name).resolve("target/quarkus-app/lib")), libraries);
        byte[] listed = image.content(ImageFolder.SBOM);
        assertEquals(libraries, Sbom.listed(new ObjectMapper().readTree(listed)));
        assertEquals(
                -1, Files.mismatch(IMAGES.resolve(name + ".cdx.json"), Files.write(temporary.resolve("l"), listed)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident-service", "humanitarian-service", "gateway"})
    void nothingIsInItThatShouldNotBe(String name) throws Exception {
        ImageTar image = image(name);
        assertEquals(ServiceImage.USER, image.config().at("/config/User").asText());
        List<String> writable = new ArrayList<>();
        image.entries().forEach((path, entry) -> {
            assertFalse(path.matches(".*/(ba|da|busybo)?sh"), path);
            assertFalse(path.matches(".*/(\\.env|\\.git|id_rsa|[^/]*\\.(key|pem|p12|jks))"), path);
            assertEquals(0, entry.getMode() & 06000, path + " runs as somebody else");
            if ((entry.getMode() & 022) != 0) {
                writable.add(path);
            }
        });
        assertEquals(List.of("/tmp"), writable);
    }

    /** As an engine runs it: its own command, its user, a read-only root, {@code /tmp} alone to write to. */
    @ParameterizedTest
    @ValueSource(strings = {"incident-service", "humanitarian-service", "gateway"})
    void itStartsWithItsArchiveAnswersAndEndsWhenItIsAsked(String name) throws Exception {
        Container.assumePossible();
        ImageTar image = image(name);
        Service service = service(name);
        Path root = Files.createDirectory(temporary.resolve("root"));
        image.unpack(root);
        List<String> command = command(image);
        int port = freePort();
        int managementPort = freePort();
        try (LocalPostgres postgres = LocalPostgres.temporary();
                Container container = Container.run(
                        root,
                        command,
                        environment(service, postgres, port, managementPort),
                        temporary.resolve("log"))) {
            awaitReady(container, managementPort);
            assertTrue(container.log().contains(USED), container::log);

            ProcessHandle first = container.first();
            assertEquals("10001", status(first, "Uid:", 1));
            assertEquals("10001", status(first, "Gid:", 1));
            assertEquals("0000000000000000", status(first, "CapEff:", 1));
            assertEquals("1", status(first, "NoNewPrivs:", 1));
            // Its number among its own processes, which is the last of the numbers that it has.
            String[] numbers = line(first, "NSpid:").split("\\s+");
            assertEquals("1", numbers[numbers.length - 1]);
            assertEquals("java", status(first, "Name:", 1));

            assertTrue(first.destroy());
            assertEquals(128 + 15, container.awaitEnd(60), container::log);
            assertTrue(container.log().contains("stopped in"), container::log);
        }
    }

    /** An archive of another JVM, or one that was damaged, costs the time that it would have saved and nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"incident-service"})
    void anArchiveThatDoesNotFitIsLeftAlone(String name) throws Exception {
        Container.assumePossible();
        ImageTar image = image(name);
        Path root = Files.createDirectory(temporary.resolve("root"));
        image.unpack(root);
        // The jar of the program is not the one that the archive was trained with any more.
        Path jar = root.resolve("app/quarkus-run.jar");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        int managementPort = freePort();
        try (LocalPostgres postgres = LocalPostgres.temporary();
                Container container = Container.run(
                        root,
                        command(image),
                        environment(service(name), postgres, freePort(), managementPort),
                        temporary.resolve("log"))) {
            awaitReady(container, managementPort);
            assertFalse(container.log().contains(USED), container::log);
            assertTrue(container.log().contains("'/app/quarkus-run.jar', timestamp has changed"), container::log);
        }
    }

    private static ImageTar image(String name) throws IOException {
        Path tar = IMAGES.resolve(name + ".tar");
        assumeTrue(Files.exists(tar), () -> "NOT TESTED: " + tar + " is not there; deploy/images/build makes it");
        return ImageTar.read(tar);
    }

    private static Service service(String name) throws IOException {
        return Service.all(HOME).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> command(ImageTar image) {
        return image.config()
                .at("/config/Entrypoint")
                .valueStream()
                .map(word -> word.asText())
                .toList();
    }

    private static Map<String, String> environment(
            Service service, LocalPostgres postgres, int port, int managementPort) {
        postgres.provision(service.database(), service.database() + "_owner", PASSWORD);
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_TOOL_OPTIONS", RunningProgram.DEPLOYED_OPTIONS + " -Xlog:aot");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(service.database()));
        environment.put("QUARKUS_DATASOURCE_USERNAME", service.database() + "_owner");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
        environment.put("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "120s");
        return environment;
    }

    private static void awaitReady(Container container, int managementPort) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(START_SECONDS).toNanos();
        while (!Ready.isReady(managementPort)) {
            assertTrue(container.isAlive() && System.nanoTime() < end, container::log);
            // A look every now and then; how often does not matter to what is shown.
            Thread.sleep(50);
        }
    }

    private static String status(ProcessHandle process, String field, int word) throws IOException {
        return line(process, field).split("\\s+")[word];
    }

    private static String line(ProcessHandle process, String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith(field))
                .findFirst()
                .orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
