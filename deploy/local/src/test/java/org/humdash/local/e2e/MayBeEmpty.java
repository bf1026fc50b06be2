package org.humdash.local.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.humdash.local.translation.Translation;

/**
 * Which queries of the dashboards have nothing to show, and why: a file of lines {@code dashboard | query | reason}.
 * Whatever is not in it has to answer with something. A line is about the same dashboard in Arabic too.
 */
final class MayBeEmpty {

    private static final Pattern TITLE = Pattern.compile("\"(.*)\"");

    private final Set<String> queries;

    private MayBeEmpty(Set<String> queries) {
        this.queries = queries;
    }

    static MayBeEmpty read(String file) throws IOException {
        Translation arabic = Translation.arabic();
        try (var in = MayBeEmpty.class.getResourceAsStream(file)) {
            return new MayBeEmpty(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(MayBeEmpty::name)
                    .flatMap(name -> Stream.of(name, inArabic(name, arabic)))
                    .collect(Collectors.toUnmodifiableSet()));
        }
    }

    boolean has(String dashboard, String place) {
        return queries.contains(dashboard + " | " + place);
    }

    Set<String> queries() {
        return queries;
    }

    /** The same query of the dashboard in Arabic, or the name as it is when there is no such dashboard. */
    private static String inArabic(String name, Translation arabic) {
        Path dashboard = Translation.FOLDER.resolve("dashboards").resolve(name.replaceFirst("\\.json .*$", "-ar.json"));
        if (!Files.exists(dashboard)) {
            return name;
        }
        Matcher title = TITLE.matcher(name);
        return (title.find()
                        ? title.replaceFirst(Matcher.quoteReplacement('"' + arabic.of(title.group(1)) + '"'))
                        : name)
                .replaceFirst("\\.json ", "-ar.json ");
    }

    private static String name(String line) {
        String[] parts = line.split("\\|");
        if (parts.length != 3 || parts[2].isBlank()) {
            throw new AssertionError("not 'dashboard | query | reason': " + line);
        }
        return Arrays.stream(parts).limit(2).map(String::strip).collect(Collectors.joining(" | "));
    }
}
