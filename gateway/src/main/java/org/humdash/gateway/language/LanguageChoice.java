package org.humdash.gateway.language;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.humdash.vocabulary.text.Language;

/** Which language a caller means. */
public final class LanguageChoice {

    /** More than a browser ever sends; what is longer is not worth reading. */
    private static final int LONGEST_HEADER = 1_000;

    private LanguageChoice() {}

    /** The language of this code, {@code en} or {@code ar}; empty for anything else. */
    public static Optional<Language> ofCode(String code) {
        return List.of(Language.values()).stream()
                .filter(language -> code(language).equals(code))
                .findFirst();
    }

    /** As {@code lang} and {@code Content-Language} spell it. */
    public static String code(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a browser asks for, by RFC 9110: the language with the highest weight, English where none of ours is named.
     * A header that cannot be read is no reason to refuse an answer.
     */
    public static Language ofHeader(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
            return Language.EN;
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight)
                            .reversed())
                    .flatMap(range -> ofCode(range.getRange().split("-", 2)[0]).stream())
                    .findFirst()
                    .orElse(Language.EN);
        } catch (IllegalArgumentException e) {
            return Language.EN;
        }
    }
}
