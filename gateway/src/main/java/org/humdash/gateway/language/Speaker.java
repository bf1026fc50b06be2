package org.humdash.gateway.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.humdash.vocabulary.text.Language;

/**
 * Says messages of one language, for one thread: formats remember where they are. They are copied from the shared ones when
 * they are first used, and days are worded once, because copying and wording take longer than anything else here.
 */
public final class Speaker {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Language language;
    private final Map<String, MessageFormat> shared;
    private final Map<String, MessageFormat> own = new HashMap<>();
    private final Map<LocalDate, String> days = new HashMap<>();
    private final NumberFormat numbers;

    Speaker(Language language, Map<String, MessageFormat> shared, NumberFormat numbers) {
        this.language = language;
        this.shared = shared;
        this.numbers = numbers.clone();
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return shared.containsKey(key);
    }

    /**
     * @param values by their names in the pattern; numbers only choose forms, and are written by {@link #number}
     * @throws IllegalArgumentException if there is no such message
     */
    public String say(String key, Map<String, ?> values) {
        if (!has(key)) {
            throw new IllegalArgumentException("There is no message " + key + " in " + language);
        }
        return own.computeIfAbsent(key, unused -> shared.get(key).clone()).format(new HashMap<String, Object>(values));
    }

    /** A figure with all of its digits, grouped: {@code 1,112} and {@code 80.5}. */
    public String number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        numbers.setMaximumFractionDigits(Math.max(0, plain.scale()));
        return numbers.format(plain);
    }

    public String day(LocalDate day) {
        return days.computeIfAbsent(
                day,
                unused -> say(
                        "day",
                        Map.of(
                                "day", String.valueOf(day.getDayOfMonth()),
                                "month", "m" + day.getMonthValue(),
                                "year", String.valueOf(day.getYear()))));
    }

    /** To the minute, in UTC. */
    public String instant(Instant instant) {
        return say(
                "instant",
                Map.of(
                        "day", day(instant.atZone(ZoneOffset.UTC).toLocalDate()),
                        "time", TIME.format(instant.atOffset(ZoneOffset.UTC))));
    }
}
