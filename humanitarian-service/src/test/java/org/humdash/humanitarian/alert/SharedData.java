package org.humdash.humanitarian.alert;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Files of others, where a copy lies in shared/data beside the repository. */
final class SharedData {

    private SharedData() {}

    /** The bytes of a file; skips the test, loudly, where there is no such file. */
    static byte[] file(String name) {
        Path file = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data").resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> {
                    String message = "SKIPPED: there is no shared/data/" + name + " in any folder above";
                    System.err.println(message);
                    return abort(message);
                });
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
