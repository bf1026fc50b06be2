package org.humdash.humanitarian.hazard;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A GLIDE number such as {@code ST-2025-000123-PSE}: kind of hazard, year, number within the year, country (ISO 3166-1
 * alpha-3) or region. The kinds are those of glidenumber.net. It says that the number can be one, not that it was given.
 *
 * @param hazard the two letters of the kind of hazard
 */
public record GlideNumber(String value, String hazard) {

    /** What {@link #find} takes, in words. */
    public static final String FORM = "a GLIDE number such as ST-2025-000123-PSE";

    private static final Pattern NUMBER = Pattern.compile("([A-Z]{2})-((?:19|20)\\d{2})-(\\d{6})-([A-Z]{3})");

    private static final Set<String> HAZARDS = Set.of(
            "AC", "AV", "CE", "CW", "DR", "EC", "EP", "EQ", "ET", "FA", "FF", "FL", "FR", "HT", "IN", "LS", "MS", "OT",
            "SL", "SS", "ST", "TC", "TO", "TS", "VO", "VW", "WF", "WV");

    /** Reads a GLIDE number; empty where the text is none, null included. */
    public static Optional<GlideNumber> find(String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher matcher = NUMBER.matcher(text);
        boolean isOne = matcher.matches()
                && HAZARDS.contains(matcher.group(1))
                && !matcher.group(3).equals("000000");
        return isOne ? Optional.of(new GlideNumber(text, matcher.group(1))) : Optional.empty();
    }
}
