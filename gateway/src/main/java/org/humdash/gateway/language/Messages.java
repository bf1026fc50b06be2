package org.humdash.gateway.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.humdash.vocabulary.text.Language;

/**
 * The words of each language, in {@code messages/<language>.properties}: patterns of ICU MessageFormat, whose plural forms
 * are those of the Unicode CLDR. What is put into them is never read as a pattern.
 */
@ApplicationScoped
public class Messages {

    /** Western digits in both languages, as the services print figures and as OCHA does. */
    private static final Map<Language, ULocale> LOCALES =
            Map.of(Language.EN, ULocale.forLanguageTag("en"), Language.AR, ULocale.forLanguageTag("ar-u-nu-latn"));

    private final Map<Language, Map<String, MessageFormat>> patterns = new EnumMap<>(Language.class);
    private final Map<Language, NumberFormat> numbers = new EnumMap<>(Language.class);

    /** @throws IllegalArgumentException if a pattern cannot be read; the gateway then does not start */
    public Messages() {
        for (Language language : Language.values()) {
            patterns.put(language, read(language));
            numbers.put(language, NumberFormat.getNumberInstance(LOCALES.get(language)));
        }
    }

    /** Every key of a language. */
    public Set<String> keys(Language language) {
        return new TreeSet<>(patterns.get(language).keySet());
    }

    /** Says many messages, for one thread. */
    public Speaker speaker(Language language) {
        return new Speaker(language, patterns.get(language), numbers.get(language));
    }

    /** Says one message; see {@link Speaker#say}. */
    public String format(Language language, String key, Map<String, ?> values) {
        return speaker(language).say(key, values);
    }

    private static Map<String, MessageFormat> read(Language language) {
        String file = "/messages/" + LanguageChoice.code(language) + ".properties";
        Properties texts = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, MessageFormat> read = new HashMap<>();
        for (String key : texts.stringPropertyNames()) {
            read.put(key, new MessageFormat(texts.getProperty(key), LOCALES.get(language)));
        }
        return read;
    }
}
