package org.humdash.gateway.apikey;

import java.time.Instant;
import java.util.Optional;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.Role;
import org.humdash.vocabulary.access.Clearance;

/**
 * A key that was handed out.
 *
 * @param owner the organisation or program that has it; no person's name
 * @param createdBy the account that made it
 * @param expiresAt null if it does not
 * @param revokedAt null while it holds
 * @param lastUsedAt null if it never was; half a minute late at most
 */
record ApiKey(
        String id,
        String owner,
        Role role,
        Clearance clearance,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        Instant revokedAt,
        String revokedBy,
        Instant lastUsedAt) {

    private static final String ACCOUNT_PREFIX = "key-";

    /** @throws IllegalArgumentException if the key would let its owner write over what they cannot see */
    ApiKey {
        new Account(id, role, clearance);
    }

    boolean holds(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    Account account() {
        return new Account(ACCOUNT_PREFIX + id, role, clearance);
    }

    /** The id of the key an account belongs to; empty if it belongs to none. */
    static Optional<String> idOf(String account) {
        return account.startsWith(ACCOUNT_PREFIX)
                ? Optional.of(account.substring(ACCOUNT_PREFIX.length()))
                : Optional.empty();
    }
}
