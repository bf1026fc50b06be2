package org.humdash.local.doctor;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether secrets are such that nobody guesses them: no password at all, a usual one, or one that stands in the sources. */
final class PasswordCheck implements Check {

    private static final String NAME = "secrets";
    private static final int SHORTEST = 16;
    private static final Set<String> USUAL =
            Set.of("postgres", "password", "secret", "changeme", "change-me", "humdash", "admin", "test", "quarkus");

    /** What the key of development and tests says of itself once it is decoded. */
    private static final String KNOWN_TO_ALL = "only-for-tests";

    private static final String ADVICE = "replace it (docs/operations.md, on secrets)";

    private final List<Database> databases;
    private final Optional<String> webhookKeys;

    PasswordCheck(List<Database> databases, Optional<String> webhookKeys) {
        this.databases = databases;
        this.webhookKeys = webhookKeys;
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        databases.forEach(database -> findings.add(of(database)));
        webhookKeys.ifPresent(keys -> findings.add(ofWebhooks(keys)));
        return findings;
    }

    private static Finding of(Database database) {
        String subject = "password of " + database.user();
        String password = database.password().toLowerCase(Locale.ROOT);
        boolean asked = true;
        try {
            if (database.letsIn(UUID.randomUUID().toString())) {
                return Finding.problem(
                        NAME,
                        subject,
                        "PostgreSQL lets it in with any password",
                        "set scram-sha-256 instead of trust in pg_hba.conf, and reload it");
            }
        } catch (SQLException e) {
            // DatabaseCheck says why. What is not known is not said to be in order.
            asked = false;
        }
        if (USUAL.contains(password)
                || password.equals(database.user().toLowerCase(Locale.ROOT))
                || password.equals(database.name())) {
            return Finding.problem(NAME, subject, "is one that everybody tries", ADVICE);
        }
        return password.length() < SHORTEST
                ? Finding.warning(NAME, subject, "has fewer than " + SHORTEST + " characters", ADVICE)
                : Finding.ok(
                        NAME,
                        subject,
                        asked ? "wanted, and not a usual one" : "not a usual one; whether it is wanted is not known");
    }

    private static Finding ofWebhooks(String keys) {
        boolean known = Arrays.stream(keys.split(",")).anyMatch(PasswordCheck::isKnown);
        return known
                ? Finding.problem(
                        NAME,
                        "key of webhooks",
                        "is that of tests, which stands in the sources",
                        "put a new one before it (docs/operations.md, on secrets)")
                : Finding.ok(NAME, "key of webhooks", "not that of tests");
    }

    private static boolean isKnown(String key) {
        try {
            return new String(Base64.getDecoder().decode(key.strip()), StandardCharsets.ISO_8859_1)
                    .startsWith(KNOWN_TO_ALL);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
