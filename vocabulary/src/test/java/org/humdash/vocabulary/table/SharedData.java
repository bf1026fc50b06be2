package org.humdash.vocabulary.table;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Files of others, where a copy lies in shared/data beside the repository. */
final class SharedData {

    private SharedData() {}

    /** Skips the test, loudly, where there is no such file. */
    static Path file(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data").resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> {
                    String message = "SKIPPED: there is no shared/data/" + name + " in any folder above";
                    System.err.println(message);
                    return abort(message);
                });
    }
}
