package org.humdash.gateway.apikey;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its owner sends it: {@code humdash_}, the id under which it is kept, {@code _}, and 256 random bits. The name in
 * front lets those who search texts for lost secrets find it.
 */
record SentKey(String id, String secret) {

    private static final Pattern FORM = Pattern.compile("humdash_([0-9a-f]{16})_([A-Za-z0-9_-]{43})");
    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;

    static SentKey generate(SecureRandom random) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        return new SentKey(
                HexFormat.of().formatHex(id),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Empty if the text is no key of ours. */
    static Optional<SentKey> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new SentKey(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    String text() {
        return "humdash_" + id + "_" + secret;
    }

    /** Without the secret, so that no log can hold it. */
    @Override
    public String toString() {
        return "humdash_" + id + "_…";
    }
}
