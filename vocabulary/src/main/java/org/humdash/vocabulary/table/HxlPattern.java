package org.humdash.vocabulary.table;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tags are meant, after the tag patterns of HXL: {@code #affected+killed-f} is any {@code #affected} that has
 * {@code +killed} and has no {@code +f}; {@code #*+code} is any tag with {@code +code}; {@code #adm1!} is
 * {@code #adm1} without an attribute.
 *
 * @param hashtag {@code *} for any
 * @param required attributes a tag must have
 * @param forbidden attributes it must not have
 * @param isExact whether it may have no others
 */
public record HxlPattern(String hashtag, Set<String> required, Set<String> forbidden, boolean isExact) {

    private static final Pattern PATTERN =
            Pattern.compile("#?\\s*(\\*|[A-Za-z]\\w*)((?:\\s*[+-]\\s*[A-Za-z]\\w*)*)\\s*(!?)");
    private static final Pattern ATTRIBUTE = Pattern.compile("([+-])\\s*([A-Za-z]\\w*)");

    public HxlPattern {
        required = Set.copyOf(required);
        forbidden = Set.copyOf(forbidden);
    }

    /** @throws IllegalArgumentException if this is no tag pattern */
    public static HxlPattern parse(String text) {
        Matcher matcher = PATTERN.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a tag pattern such as #affected+killed-f: " + text);
        }
        Set<String> required = new LinkedHashSet<>();
        Set<String> forbidden = new LinkedHashSet<>();
        Matcher attribute = ATTRIBUTE.matcher(matcher.group(2));
        while (attribute.find()) {
            (attribute.group(1).equals("+") ? required : forbidden)
                    .add(attribute.group(2).toLowerCase(Locale.ROOT));
        }
        return new HxlPattern(
                matcher.group(1).toLowerCase(Locale.ROOT),
                required,
                forbidden,
                !matcher.group(3).isEmpty());
    }

    /** Null is a column without a tag, which no pattern means. */
    public boolean matches(HxlTag tag) {
        return tag != null
                && (hashtag.equals("*") || hashtag.equals(tag.hashtag()))
                && tag.attributes().containsAll(required)
                && forbidden.stream().noneMatch(tag::has)
                && (!isExact || tag.attributes().size() == required.size());
    }
}
