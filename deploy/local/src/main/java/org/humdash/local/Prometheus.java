package org.humdash.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The machine's own Prometheus with the project's scrape configuration and rules. */
final class Prometheus {

    private Prometheus() {}

    /** The program, from the folders of a PATH. */
    static Optional<Path> find(String searchPath) {
        if (searchPath == null) {
            return Optional.empty();
        }
        return Pattern.compile(":")
                .splitAsStream(searchPath)
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "prometheus"))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Puts the configuration and the rules beside the data, and the targets that answer now beside those: the
     * configuration names files, the ports are known only here.
     */
    static void configure(Path shipped, Path folder, List<Service> services, Ports ports) {
        try {
            Files.createDirectories(folder.resolve("rules"));
            Files.createDirectories(folder.resolve("targets"));
            Files.copy(
                    shipped.resolve("prometheus.yml"),
                    folder.resolve("prometheus.yml"),
                    StandardCopyOption.REPLACE_EXISTING);
            emptyFolder(folder.resolve("rules"));
            try (Stream<Path> rules = Files.list(shipped.resolve("rules"))) {
                for (Path rule : (Iterable<Path>) rules::iterator) {
                    Files.copy(rule, folder.resolve("rules").resolve(rule.getFileName()));
                }
            }
            for (Service service : services) {
                Files.writeString(
                        folder.resolve("targets").resolve(service.name() + ".json"),
                        "[{\"targets\": [\"127.0.0.1:" + ports.of(service.management()) + "\"]}]\n");
            }
        } catch (IOException e) {
            throw new LocalException("the configuration of Prometheus cannot be written: " + e, e);
        }
    }

    static List<String> command(Path program, Path folder, int port) {
        return List.of(
                program.toString(),
                "--config.file=" + folder.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("data"),
                // The objectives are over 30 days; its own default is 15.
                "--storage.tsdb.retention.time=90d",
                "--enable-feature=exemplar-storage",
                "--web.listen-address=127.0.0.1:" + port);
    }

    /** A rule that the project no longer has must not stay. */
    private static void emptyFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        }
    }
}
