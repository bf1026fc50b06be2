package org.humdash.local.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The texts of dashboards in Arabic, from {@code deploy/grafana/translations/ar.json}. It remembers which texts it was asked
 * for, so that a test can say which are missing and which nobody needs any more.
 *
 * <p>Grafana lays every page out from left to right. Marks that are not seen keep an Arabic text together in it: one at each
 * end that is no Arabic letter, and isolates around whatever is filled in (Unicode Standard Annex 9).
 */
public final class Translation {

    public static final Path FOLDER = Path.of("..", "grafana").toAbsolutePath().normalize();

    private static final String RIGHT_TO_LEFT_MARK = "\u200f";
    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_ISOLATE = "\u2069";
    private static final String FILLED_IN = "%s";
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
    private static final Pattern ARABIC_FIRST = Pattern.compile("^[\\p{IsArabic}&&\\p{L}]");
    private static final Pattern ARABIC_LAST = Pattern.compile("[\\p{IsArabic}&&\\p{L}]$");
    private static final Pattern OF_THE_PROGRAM = Pattern.compile("\\$\\{\\w+(?::\\w+)?}|\\{\\{\\w+}}|%s");
    private static final Pattern WORD = Pattern.compile("[a-z]");

    private final Map<String, String> texts;
    private final Set<String> same;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> missing = new TreeSet<>();

    /**
     * @param texts English to Arabic
     * @param same what stays as it is, because no person reads it or because it is a name
     */
    Translation(Map<String, String> texts, Set<String> same) {
        this.texts = Map.copyOf(texts);
        this.same = Set.copyOf(same);
    }

    public static Translation arabic() throws IOException {
        JsonNode file = new ObjectMapper()
                .readTree(Files.readString(FOLDER.resolve("translations").resolve("ar.json")));
        Map<String, String> texts = new HashMap<>();
        file.path("texts")
                .properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
        Set<String> same = new HashSet<>();
        file.path("same").forEach(text -> same.add(text.asText()));
        return new Translation(texts, same);
    }

    /** The text in Arabic. One without small Latin letters is a code, and stays if there is no translation of it. */
    public String of(String text) {
        asked.add(text);
        String arabic = texts.get(text);
        if (arabic != null) {
            return marked(arabic);
        }
        if (!same.contains(text)
                && WORD.matcher(OF_THE_PROGRAM.matcher(text).replaceAll("")).find()) {
            missing.add(text);
        }
        return text;
    }

    /** Texts that were asked for and have no translation. */
    Set<String> missing() {
        return missing;
    }

    /** Translations that nobody asked for. */
    Set<String> unused() {
        Set<String> unused = new TreeSet<>(texts.keySet());
        unused.addAll(same);
        unused.removeAll(asked);
        return unused;
    }

    Map<String, String> texts() {
        return texts;
    }

    private static String marked(String text) {
        boolean ofTheProgram = text.startsWith("/") || text.startsWith("^") || text.startsWith("suffix:");
        if (ofTheProgram || !ARABIC.matcher(text).find() && !text.contains(FILLED_IN)) {
            return text;
        }
        String first = ARABIC_FIRST.matcher(text).find() ? "" : RIGHT_TO_LEFT_MARK;
        String last = ARABIC_LAST.matcher(text).find() ? "" : RIGHT_TO_LEFT_MARK;
        return first + text.replace(FILLED_IN, FIRST_STRONG_ISOLATE + FILLED_IN + POP_ISOLATE) + last;
    }
}
