package org.humdash.local.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many series each meter of a service may have, as docs/metrics.md says: a product of numbers, and of labels that stand
 * for as many values as the records have.
 */
final class MeterBounds {

    private static final Pattern ROW =
            Pattern.compile("\\| `(humdash_\\w+)` \\| \\w+ \\| \\S+ \\| [^|]+ \\| ([^|]+) \\| .+ \\|");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private MeterBounds() {}

    /** What is written of the meters of a service, by name, such as {@code ceasefire × 3}. */
    static Map<String, String> documented(Path page, String service) throws IOException {
        String section = Files.readString(page, StandardCharsets.UTF_8)
                .split("\n## " + service + "\n")[1]
                .split("\n## ")[0];
        Map<String, String> bounds = new TreeMap<>();
        section.lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row -> bounds.put(row.group(1), row.group(2)));
        return bounds;
    }

    /** The labels that a bound names. */
    static Set<String> labels(String bound) {
        Set<String> labels = new TreeSet<>(Set.of(bound.split(" × ")));
        labels.removeIf(MeterBounds::isNumber);
        return labels;
    }

    /** The most series, where each label of the bound has as many values as are given. */
    static long most(String bound, Map<String, Integer> values) {
        long most = 1;
        for (String factor : bound.split(" × ")) {
            most *= isNumber(factor) ? Long.parseLong(factor) : values.get(factor);
        }
        return most;
    }

    /** The series of a meter in a scrape: the label sets, those of one histogram or summary taken together. */
    static Set<String> series(String scrape, String meter) {
        Pattern name = Pattern.compile(Pattern.quote(meter) + "(?:_(?:bucket|count|sum|max))?[{ ].*");
        Set<String> series = new TreeSet<>();
        scrape.lines().filter(line -> name.matcher(line).matches()).forEach(line -> {
            Set<String> labels = new TreeSet<>();
            Matcher label = LABEL.matcher(line);
            while (label.find()) {
                if (!label.group(1).equals("le")) {
                    labels.add(label.group());
                }
            }
            series.add(labels.toString());
        });
        return series;
    }

    /** The values that a label has in the series of the meters of the project. */
    static Set<String> values(String scrape, String label) {
        Set<String> values = new TreeSet<>();
        scrape.lines().filter(line -> line.startsWith("humdash_")).forEach(line -> {
            Matcher found = LABEL.matcher(line);
            while (found.find()) {
                if (found.group(1).equals(label)) {
                    values.add(found.group(2));
                }
            }
        });
        return values;
    }

    private static boolean isNumber(String factor) {
        return factor.chars().allMatch(Character::isDigit);
    }
}
