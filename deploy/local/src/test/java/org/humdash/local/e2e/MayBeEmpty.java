package org.humdash.local.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which queries of the dashboards have nothing to show, and why: a file of lines {@code dashboard | query | reason}. Where it
 * depends on the moment or on the machine whether there is something, it is {@code dashboard | query | either | reason}.
 * Whatever is not in it has to answer with something, and what has nothing to show must not.
 */
final class MayBeEmpty {

    /** What a query has to answer with. */
    enum Answer {
        SOMETHING,
        NOTHING,
        EITHER
    }

    private static final String EITHER = "either";

    private final Map<String, Answer> answers = new TreeMap<>();

    private MayBeEmpty() {}

    static MayBeEmpty read(String file) throws IOException {
        MayBeEmpty named = new MayBeEmpty();
        try (var in = MayBeEmpty.class.getResourceAsStream(file)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(named::add);
        }
        return named;
    }

    Answer of(String dashboard, String place) {
        return answers.getOrDefault(dashboard + " | " + place, Answer.SOMETHING);
    }

    Set<String> queries() {
        return answers.keySet();
    }

    private void add(String line) {
        List<String> parts = Arrays.stream(line.split("\\|")).map(String::strip).toList();
        boolean either = parts.size() == 4 && parts.get(2).equals(EITHER);
        if (parts.size() != 3 && !either
                || parts.getLast().isEmpty()
                || parts.getLast().equals(EITHER)) {
            throw new AssertionError(
                    "not 'dashboard | query | reason' or 'dashboard | query | either | reason': " + line);
        }
        answers.put(parts.get(0) + " | " + parts.get(1), either ? Answer.EITHER : Answer.NOTHING);
    }
}
