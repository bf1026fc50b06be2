package org.humdash.gateway.language;

import com.ibm.icu.text.DecimalFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Map<Language, Map<String, MessageFormat>> patterns = new EnumMap<>(Language.class);

    /** @throws IllegalArgumentException if a pattern cannot be read; the gateway then does not start */
    public Messages() {
        for (Language language : Language.values()) {
            patterns.put(language, read(language));
        }
    }

    /** Every key of a language. */
    public Set<String> keys(Language language) {
        return new TreeSet<>(patterns.get(language).keySet());
    }

    public boolean has(Language language, String key) {
        return patterns.get(language).containsKey(key);
    }

    /**
     * @param values by their names in the pattern; numbers only choose forms, and are written by {@link #number}
     * @throws IllegalArgumentException if there is no such message
     */
    public String format(Language language, String key, Map<String, ?> values) {
        MessageFormat pattern = patterns.get(language).get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("There is no message " + key + " in " + language);
        }
        // A format remembers where it is, so each use has its own.
        return pattern.clone().format(new HashMap<String, Object>(values));
    }

    /** A figure with all of its digits, grouped: {@code 1,112} and {@code 80.5}. */
    public String number(Language language, BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(LOCALES.get(language));
        format.setMaximumFractionDigits(Math.max(0, plain.scale()));
        return format.format(plain);
    }

    public String day(Language language, LocalDate day) {
        return format(
                language,
                "day",
                Map.of(
                        "day", String.valueOf(day.getDayOfMonth()),
                        "month", "m" + day.getMonthValue(),
                        "year", String.valueOf(day.getYear())));
    }

    /** To the minute, in UTC. */
    public String instant(Language language, Instant instant) {
        return format(
                language,
                "instant",
                Map.of(
                        "day", day(language, instant.atZone(ZoneOffset.UTC).toLocalDate()),
                        "time", TIME.format(instant.atOffset(ZoneOffset.UTC))));
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
