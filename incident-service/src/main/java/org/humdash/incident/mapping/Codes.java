package org.humdash.incident.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.estimate.EstimateFormatException;
import org.humdash.vocabulary.estimate.EstimateText;
import org.humdash.vocabulary.provider.ProviderNumber;
import org.humdash.vocabulary.text.Folding;

/** Codes and words that any provider may use. */
final class Codes {

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s,;<>\"]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS_ONLY = Pattern.compile("[\\d.,٬٫\\s]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    /** Words others use for one of our types and for nothing else. */
    private static final Map<String, ViolationType> WORDS = Map.ofEntries(
            Map.entry("airstrike", ViolationType.AIR_STRIKE),
            Map.entry("airstrikes", ViolationType.AIR_STRIKE),
            Map.entry("air strikes", ViolationType.AIR_STRIKE),
            Map.entry("shelling", ViolationType.ARTILLERY_SHELLING),
            Map.entry("bombing", ViolationType.BOMBARDMENT),
            Map.entry("incursion", ViolationType.GROUND_INCURSION),
            Map.entry("arrests", ViolationType.ARREST),
            Map.entry("detention", ViolationType.ARREST),
            Map.entry("demolitions", ViolationType.DEMOLITION),
            Map.entry("rocket fire", ViolationType.PROJECTILE_LAUNCH),
            Map.entry("rocket launch", ViolationType.PROJECTILE_LAUNCH));

    private Codes() {}

    static String code(String value) {
        return value == null
                ? null
                : NOT_A_LETTER.matcher(value.toUpperCase(Locale.ROOT)).replaceAll("_");
    }

    /** Words in lower case with single spaces, nothing else between them. */
    static String words(String value) {
        return value == null
                ? ""
                : NOT_A_LETTER.matcher(Folding.fold(value)).replaceAll(" ").strip();
    }

    static String figure(String value) {
        if (value == null) {
            return null;
        }
        if (DIGITS_ONLY.matcher(value).matches()) {
            return String.valueOf(ProviderNumber.count(value));
        }
        try {
            EstimateText.parse(value);
            return value;
        } catch (EstimateFormatException e) {
            throw Unreadable.because(e.reason().name(), e.getMessage());
        }
    }

    static String webAddress(String value) {
        if (value == null) {
            return null;
        }
        Matcher matcher = WEB_ADDRESS.matcher(value);
        return matcher.find() ? matcher.group() : null;
    }

    static String precision(String value) {
        if (value == null) {
            return null;
        }
        long precision = ProviderNumber.count(value);
        if (precision < 1 || precision > 7) {
            throw Unreadable.because("OUT_OF_RANGE", "A precision is a number from 1 to 7");
        }
        return String.valueOf(precision);
    }

    static String type(String value) {
        if (value == null) {
            return null;
        }
        String words = words(value);
        Optional<ViolationType> own = Arrays.stream(ViolationType.values())
                .filter(type -> words(type.name()).equals(words)
                        || words(type.label().en()).equals(words)
                        || words(type.label().ar()).equals(words))
                .findFirst();
        return own.or(() -> Optional.ofNullable(WORDS.get(words)))
                .map(Enum::name)
                .orElseGet(() -> AcledCodes.type(words, words, false, ""));
    }
}
