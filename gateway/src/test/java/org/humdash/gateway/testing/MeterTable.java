package org.humdash.gateway.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** The meters of a service as docs/metrics.md describes them, and as a scrape shows them. */
public final class MeterTable {

    private static final Pattern ROW =
            Pattern.compile("\\| `(humdash_\\w+)` \\| (\\w+) \\| (\\S+) \\| (.+?) \\| [^|]+ \\| (.+?) \\|");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final String NOTHING = "–";

    private MeterTable() {}

    /** What is said of a meter; {@code unit} is empty if it counts things. */
    public record Described(String type, Set<String> labels, String meaning) {}

    /** The meters in the table of a service, by name. Their units have to stand in their names. */
    public static Map<String, Described> documented(Path page, String service) throws IOException {
        String text = Files.readString(page, StandardCharsets.UTF_8);
        String section = text.split("\n## " + service + "\n")[1].split("\n## ")[0];
        Map<String, Described> meters = new TreeMap<>();
        section.lines().map(ROW::matcher).filter(Matcher::matches).forEach(row -> {
            Set<String> labels = new TreeSet<>();
            if (!row.group(4).equals(NOTHING)) {
                labels.addAll(Set.of(row.group(4).split(", ")));
            }
            meters.put(row.group(1), new Described(row.group(2), labels, row.group(5)));
            if (!row.group(3).equals(NOTHING)) {
                assertEquals(
                        row.group(3),
                        row.group(1).replaceAll("_total$", "").replaceAll(".*_", ""),
                        "the unit of " + row.group(1));
            }
        });
        return meters;
    }

    /** The meters of the project in a scrape of the Prometheus text format, by name. */
    public static Map<String, Described> scraped(String scrape) {
        Map<String, String> meanings = new TreeMap<>();
        Map<String, String> types = new TreeMap<>();
        Map<String, Set<String>> labels = new TreeMap<>();
        scrape.lines().filter(line -> line.contains("humdash_")).forEach(line -> {
            String[] words = line.split(" ", 4);
            if (line.startsWith("# HELP humdash_")) {
                meanings.put(words[2], words[3]);
            } else if (line.startsWith("# TYPE humdash_")) {
                types.put(words[2], words[3]);
            } else if (line.startsWith("humdash_")) {
                String series = line.split("[{ ]", 2)[0];
                String meter = types.containsKey(series) ? series : series.replaceAll("_(count|sum|bucket)$", "");
                Set<String> found = labels.computeIfAbsent(meter, name -> new TreeSet<>());
                Matcher label = LABEL.matcher(line);
                while (label.find()) {
                    found.add(label.group(1));
                }
                found.remove("le");
            }
        });
        Map<String, Described> meters = new TreeMap<>();
        meanings.forEach((name, meaning) -> {
            // The largest value of a timer comes with it, under a name of its own.
            if (!name.endsWith("_max")) {
                meters.put(name, new Described(types.get(name), labels.getOrDefault(name, Set.of()), meaning));
            }
        });
        return meters;
    }
}
