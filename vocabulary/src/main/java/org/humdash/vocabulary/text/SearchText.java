package org.humdash.vocabulary.text;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Texts as words that can be looked up: folded, and without anything that is neither letter nor digit. An Arabic word
 * that carries the article stands there without it too, so that both spellings find it.
 */
public final class SearchText {

    private static final List<String> ARTICLES = List.of("وال", "بال", "كال", "فال", "ال", "لل");
    private static final int SHORTEST_STEM = 3;

    /** A longer list of words is a text, and no search. */
    private static final int MOST_WORDS = 10;

    private SearchText() {}

    /** The words of texts, each of which may be null. */
    public static String of(String... texts) {
        StringBuilder plain = new StringBuilder();
        for (String text : texts) {
            if (text != null) {
                plain.append(plain.isEmpty() ? "" : " ").append(text);
            }
        }
        if (plain.isEmpty()) {
            return "";
        }
        String words = words(plain.toString());
        return isLatin(words) ? words : withStems(words);
    }

    /** The words of a search, each as PostgreSQL's {@code to_tsquery} takes it: it has to begin a word of the text. */
    public static List<String> query(String text) {
        return Arrays.stream(words(text).split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .map(word -> stem(word)
                        .map(stem -> "(" + word + ":* | " + stem + ":*)")
                        .orElse(word + ":*"))
                .toList();
    }

    private static String words(String text) {
        String folded = Folding.fold(text);
        StringBuilder words = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            words.append(Character.isLetterOrDigit(c) || Character.isSurrogate(c) ? c : ' ');
        }
        return words.toString();
    }

    private static String withStems(String words) {
        Set<String> all = new LinkedHashSet<>(Arrays.asList(words.split(" ")));
        List.copyOf(all).forEach(word -> stem(word).ifPresent(all::add));
        return String.join(" ", all);
    }

    /** What is left of an Arabic word without its article; empty for a word that has none. */
    private static Optional<String> stem(String word) {
        for (String article : ARTICLES) {
            if (word.startsWith(article) && word.length() >= article.length() + SHORTEST_STEM) {
                return Optional.of(word.substring(article.length()));
            }
        }
        return Optional.empty();
    }

    private static boolean isLatin(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) >= 0x250) {
                return false;
            }
        }
        return true;
    }
}
