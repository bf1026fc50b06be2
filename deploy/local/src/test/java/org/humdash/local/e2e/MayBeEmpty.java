package org.humdash.local.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.humdash.local.translation.Translation;

/**
 * Which queries of the dashboards have nothing to show, and why: a file of lines {@code dashboard | query | reason}. Where it
 * depends on the moment or on the machine whether there is something, it is {@code dashboard | query | either | reason}.
 * Whatever is not in it has to answer with something, and what has nothing to show must not. A line is about the same
 * dashboard in Arabic too.
 */
final class MayBeEmpty {

    /** What a query has to answer with. */
    enum Answer {
        SOMETHING,
        NOTHING,
        EITHER
    }

    private static final String EITHER = "either";
    private static final Pattern TITLE = Pattern.compile("\"(.*)\"");

    private final Map<String, Answer> answers = new TreeMap<>();
    private final Translation arabic;

    private MayBeEmpty(Translation arabic) {
        this.arabic = arabic;
    }

    static MayBeEmpty read(String file) throws IOException {
        MayBeEmpty named = new MayBeEmpty(Translation.arabic());
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
        String name = parts.get(0) + " | " + parts.get(1);
        Answer answer = either ? Answer.EITHER : Answer.NOTHING;
        answers.put(name, answer);
        answers.put(inArabic(name), answer);
    }

    /** The same query of the dashboard in Arabic, or the name as it is when there is no such dashboard. */
    private String inArabic(String name) {
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
}
