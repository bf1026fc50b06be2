package org.humdash.vocabulary.table;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hashtag with its attributes, such as {@code #adm2+name+i_ar}. Tags with the same attributes in another order are
 * equal.
 *
 * @param hashtag in lower case and without the {@code #}
 * @param attributes in lower case and without the {@code +}
 */
public record HxlTag(String hashtag, Set<String> attributes) {

    private static final int LONGEST = 200;
    private static final Pattern ANY_SPACE = Pattern.compile("\\h");
    private static final Pattern TAG =
            Pattern.compile("#\\s*([A-Za-z]\\w*)((?:\\s*\\+\\s*[A-Za-z]\\w*)*)\\s*\\+?", Pattern.CASE_INSENSITIVE);

    public HxlTag {
        attributes = Collections.unmodifiableSet(new LinkedHashSet<>(attributes));
    }

    /** Reads a tag as people write it: in capitals or not, spaces around its parts. Empty for anything else. */
    public static Optional<HxlTag> parse(String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        // Tags copied from documents have no-break spaces between their parts.
        Matcher matcher = TAG.matcher(ANY_SPACE.matcher(text).replaceAll(" ").strip());
        return matcher.matches()
                ? Optional.of(new HxlTag(matcher.group(1).toLowerCase(Locale.ROOT), attributes(matcher.group(2))))
                : Optional.empty();
    }

    public boolean has(String attribute) {
        return attributes.contains(attribute);
    }

    /** As it stands in a row of tags, the attributes in the order in which they were given. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("#").append(hashtag);
        attributes.forEach(attribute -> text.append('+').append(attribute));
        return text.toString();
    }

    private static Set<String> attributes(String text) {
        Set<String> attributes = new LinkedHashSet<>();
        Arrays.stream(text.split("\\+"))
                .map(attribute -> attribute.strip().toLowerCase(Locale.ROOT))
                .filter(attribute -> !attribute.isEmpty())
                .forEach(attributes::add);
        return attributes;
    }
}
