package org.humdash.local.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which queries of the dashboards have nothing to show, and why: a file of lines {@code dashboard | query | reason}.
 * Whatever is not in it has to answer with something.
 */
final class MayBeEmpty {

    private final Set<String> queries;

    private MayBeEmpty(Set<String> queries) {
        this.queries = queries;
    }

    static MayBeEmpty read(String file) throws IOException {
        try (var in = MayBeEmpty.class.getResourceAsStream(file)) {
            return new MayBeEmpty(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(MayBeEmpty::name)
                    .collect(Collectors.toUnmodifiableSet()));
        }
    }

    boolean has(String dashboard, String place) {
        return queries.contains(dashboard + " | " + place);
    }

    Set<String> queries() {
        return queries;
    }

    private static String name(String line) {
        String[] parts = line.split("\\|");
        if (parts.length != 3 || parts[2].isBlank()) {
            throw new AssertionError("not 'dashboard | query | reason': " + line);
        }
        return Arrays.stream(parts).limit(2).map(String::strip).collect(Collectors.joining(" | "));
    }
}
