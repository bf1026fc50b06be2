package org.humdash.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.humdash.gateway.account.Account;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/**
 * What the services are told about a caller: a token of RFC 7519 with the account as {@code sub}, and its roles and
 * clearance as {@code groups}. One token serves an account for half of its life, because signing takes a millisecond.
 */
@ApplicationScoped
public class Tokens {

    /** The services look for these two. */
    private static final String ISSUER = "humdash-gateway";

    private static final String AUDIENCE = "humdash-services";

    private static final int ACCOUNTS_REMEMBERED = 10_000;

    private final SigningKeys keys;
    private final Clock clock;
    private final Duration life;
    private final Cache<Account, Signed> signed;

    Tokens(SigningKeys keys, TokenConfig config, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.life = config.tokenLife();
        this.signed = Caffeine.newBuilder().maximumSize(ACCOUNTS_REMEMBERED).build();
    }

    private record Signed(String token, String key, Instant freshUntil) {}

    /** A token that lives for half of a token's life at least. */
    public String of(Account account) {
        Instant now = clock.instant();
        SigningKey key = keys.current();
        Signed last = signed.getIfPresent(account);
        if (last == null || !now.isBefore(last.freshUntil()) || !last.key().equals(key.id())) {
            last = new Signed(sign(account, key, now), key.id(), now.plus(life.dividedBy(2)));
            signed.put(account, last);
        }
        return last.token();
    }

    private String sign(Account account, SigningKey key, Instant now) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setSubject(account.name());
        claims.setStringListClaim("groups", List.copyOf(account.groups()));
        claims.setIssuedAt(NumericDate.fromMilliseconds(now.toEpochMilli()));
        claims.setExpirationTime(NumericDate.fromMilliseconds(now.plus(life).toEpochMilli()));
        return key.sign(claims.toJson());
    }
}
