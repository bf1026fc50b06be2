package org.humdash.gateway.idempotency;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name a client gave to what it wants done once, as draft-ietf-httpapi-idempotency-key-header-07 writes it: a string of
 * RFC 8941 in quotes. Plain words such as a UUID are taken without quotes too, because most clients leave them out.
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/+=~-]+");

    /**
     * @param values those of the header, one at least
     * @throws IllegalArgumentException with words for the client
     */
    static IdempotencyKey of(List<String> values) {
        if (values.size() != 1) {
            throw new IllegalArgumentException("Header Idempotency-Key may stand in a request once.");
        }
        String text = values.getFirst().strip();
        Matcher quoted = QUOTED.matcher(text);
        String value = quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : text;
        if (!quoted.matches() && !PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("Header Idempotency-Key has to be a string in quotes, such as"
                    + " \"8e03978e-40d5-43dd-bc93-6894a57f9324\".");
        }
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("Header Idempotency-Key has to have 1 to " + LONGEST + " characters.");
        }
        return new IdempotencyKey(value);
    }
}
