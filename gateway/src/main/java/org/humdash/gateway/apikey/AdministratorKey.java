package org.humdash.gateway.apikey;

import java.security.SecureRandom;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.Role;
import org.humdash.vocabulary.access.Clearance;

/**
 * The key that stands in the configuration, with which the first others are made. It is not in the database: whoever can
 * change the configuration replaces it, and it holds while the database is down.
 */
record AdministratorKey(String id, SecretHash hash) {

    static final Account ACCOUNT = new Account("administrator", Role.ADMINISTRATOR, Clearance.STAFF);

    /** @throws IllegalArgumentException if the text is no key; it does not repeat it */
    static AdministratorKey of(String text, SecureRandom random) {
        SentKey key = SentKey.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "humdash.gateway.access.administrator-key must be humdash_, 16 hexadecimal digits, _, and 43"
                                + " characters of base64url: 32 random bytes"));
        return new AdministratorKey(key.id(), SecretHash.of(key.secret(), random));
    }

    boolean matches(SentKey sent) {
        return id.equals(sent.id()) && hash.matches(sent.secret());
    }
}
