package org.humdash.gateway.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.Accounts;
import org.humdash.gateway.account.Role;
import org.humdash.vocabulary.access.Clearance;

/** Makes keys, revokes them, and knows whose a key is. */
@ApplicationScoped
class ApiKeys implements Accounts {

    private static final int KEYS_REMEMBERED = 10_000;

    private final ApiKeyRepository repository;
    private final Clock clock;
    private final Optional<AdministratorKey> administrator;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Optional<ApiKeyRepository.Kept>> known;
    private final Map<String, Instant> lastUses = new ConcurrentHashMap<>();

    ApiKeys(ApiKeyRepository repository, ApiKeyConfig config, Clock clock) {
        this.repository = repository;
        this.clock = clock;
        this.administrator = config.administratorKey().map(text -> AdministratorKey.of(text, random));
        this.known = Caffeine.newBuilder()
                .maximumSize(KEYS_REMEMBERED)
                .expireAfterWrite(config.keyMemory())
                .build();
    }

    /** A key that was just made, and the only time that its text is to be had. */
    record Made(ApiKey key, String text) {}

    /** @param expiresAt null for a key without an end */
    Made make(String owner, Role role, Clearance clearance, Instant expiresAt, String by) throws SQLException {
        SentKey sent = SentKey.generate(random);
        ApiKey key = new ApiKey(sent.id(), owner, role, clearance, now(), by, expiresAt, null, null, null);
        repository.insert(key, SecretHash.of(sent.secret(), random));
        return new Made(key, sent.text());
    }

    List<ApiKey> page(String after, int limit) throws SQLException {
        return repository.page(after, limit);
    }

    Optional<ApiKey> byId(String id) throws SQLException {
        return repository.byId(id).map(ApiKeyRepository.Kept::key);
    }

    /** This gateway forgets the key at once, and the others as soon as what they remember is too old. */
    Optional<ApiKey> revoke(String id, String by) throws SQLException {
        Optional<ApiKey> revoked = repository.revoke(id, now(), by);
        known.invalidate(id);
        return revoked;
    }

    /** Whether {@link #account} can tell without asking the database. */
    boolean isRemembered(SentKey sent) {
        return isTheAdministrators(sent) || known.getIfPresent(sent.id()) != null;
    }

    /**
     * Whose key this is; empty if it is nobody's, or no longer holds.
     *
     * @throws IllegalStateException if the database cannot say
     */
    Optional<Account> account(SentKey sent) {
        if (isTheAdministrators(sent)) {
            return Optional.of(AdministratorKey.ACCOUNT);
        }
        Instant now = clock.instant();
        // A key that is revoked meanwhile waits for this, and is then forgotten.
        Optional<ApiKeyRepository.Kept> kept = known.get(sent.id(), this::find);
        Optional<Account> account = kept.filter(found -> found.hash().matches(sent.secret()))
                .map(ApiKeyRepository.Kept::key)
                .filter(key -> key.holds(now))
                .map(ApiKey::account);
        account.ifPresent(used -> lastUses.put(sent.id(), now));
        return account;
    }

    @Override
    public boolean keeps(Account account) {
        return ApiKey.idOf(account.name()).isPresent() || account.equals(AdministratorKey.ACCOUNT);
    }

    @Override
    public Optional<Account> byName(String name) {
        if (name.equals(AdministratorKey.ACCOUNT.name())) {
            return administrator.map(key -> AdministratorKey.ACCOUNT);
        }
        Instant now = clock.instant();
        return ApiKey.idOf(name)
                .flatMap(id -> known.get(id, this::find))
                .map(ApiKeyRepository.Kept::key)
                .filter(key -> key.holds(now))
                .map(ApiKey::account);
    }

    private boolean isTheAdministrators(SentKey sent) {
        return administrator.isPresent() && administrator.get().matches(sent);
    }

    private Optional<ApiKeyRepository.Kept> find(String id) {
        try {
            return repository.byId(id);
        } catch (SQLException e) {
            throw new IllegalStateException("The keys cannot be read", e);
        }
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void writeLastUses() throws SQLException {
        Map<String, Instant> uses = new HashMap<>(lastUses);
        if (!uses.isEmpty()) {
            repository.used(uses);
            uses.forEach(lastUses::remove);
        }
    }

    /** As fine as the database keeps it, so that an answer says the same before and after. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
