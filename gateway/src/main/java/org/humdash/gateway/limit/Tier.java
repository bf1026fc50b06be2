package org.humdash.gateway.limit;

import java.util.Locale;
import java.util.Optional;
import org.humdash.gateway.account.Account;
import org.humdash.vocabulary.access.Clearance;

/** Callers to whom the same limit applies. */
enum Tier {
    ANONYMOUS,
    PARTNER,
    STAFF;

    static Tier of(Optional<Account> account) {
        return account.map(known -> known.clearance() == Clearance.STAFF ? STAFF : PARTNER)
                .orElse(ANONYMOUS);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
