package org.humdash.benchmark;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that the machine may have. */
final class Tool {

    /** Where servers are that are not for everybody's PATH. */
    private static final String ALSO = File.pathSeparator + "/usr/sbin" + File.pathSeparator + "/usr/local/sbin";

    private Tool() {}

    static Optional<Path> find(String name) {
        return Stream.of((System.getenv("PATH") + ALSO).split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @throws IllegalStateException if there is none */
    static String require(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("There is no " + name))
                .toString();
    }
}
