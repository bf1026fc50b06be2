package org.humdash.gateway.peer;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A state of everything a service shows. While it stays the same, a question as known at {@code knownAt} has the same answer.
 *
 * @param token names the state; the same at all replicas of the service
 * @param knownAt an instant since which nothing was recorded
 */
public record Watermark(String token, Instant knownAt) {

    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F-]{1,64}) (\\S{1,40})");

    /** Reads what a service says; empty if it does not know, or says anything else. */
    static Optional<Watermark> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Watermark(matcher.group(1), Instant.parse(matcher.group(2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    String line() {
        return token + " " + knownAt;
    }
}
