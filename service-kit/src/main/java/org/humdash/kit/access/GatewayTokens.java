package org.humdash.kit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.net.URI;
import java.util.Optional;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/**
 * Believes what the gateway says about a caller: a token of RFC 7519 that it signed a moment ago, for the services.
 *
 * <p>The extension's own reader of tokens asks for a key it does not have once in a minute at most, so a gateway that was
 * just started would not be believed for that long. This one asks at once.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class GatewayTokens extends JWTCallerPrincipalFactory {

    static final String ISSUER = "humdash-gateway";
    static final String AUDIENCE = "humdash-services";

    /** A token for longer than this was not made by the gateway, whose tokens live for minutes. */
    private static final int LONGEST_LIFE_MINUTES = 15;

    private static final int PATIENCE_MILLIS = 2_000;
    private static final int MOST_BYTES = 256 * 1024;

    private static final int TOKENS_REMEMBERED = 1_000;

    private final Optional<JwtConsumer> consumer;

    /** The gateway sends one token many times, and reading it takes longer than many an answer. */
    private final Cache<String, JWTCallerPrincipal> believed;

    GatewayTokens(AccessConfig config) {
        this.consumer = config.keySetUrl().map(url -> consumer(url, config));
        this.believed = Caffeine.newBuilder()
                .maximumSize(TOKENS_REMEMBERED)
                // No longer past its end than the clocks may be apart.
                .expireAfterWrite(config.clockSkew())
                .build();
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
        JWTCallerPrincipal remembered = believed.getIfPresent(token);
        if (remembered != null) {
            return remembered;
        }
        JwtConsumer reader =
                consumer.orElseThrow(() -> new ParseException("This service was not told whom to believe"));
        try {
            JWTCallerPrincipal principal = new DefaultJWTCallerPrincipal(reader.processToClaims(token));
            believed.put(token, principal);
            return principal;
        } catch (InvalidJwtException e) {
            throw new ParseException("The token is not one of the gateway's", e);
        }
    }

    private static JwtConsumer consumer(URI url, AccessConfig config) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keySet(url, config)))
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience(AUDIENCE)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes(LONGEST_LIFE_MINUTES)
                .setAllowedClockSkewInSeconds(Math.toIntExact(config.clockSkew().toSeconds()))
                .build();
    }

    private static HttpsJwks keySet(URI url, AccessConfig config) {
        Get get = new Get();
        get.setConnectTimeout(PATIENCE_MILLIS);
        get.setReadTimeout(PATIENCE_MILLIS);
        get.setRetries(0);
        get.setResponseBodySizeLimit(MOST_BYTES);
        HttpsJwks keys = new HttpsJwks(url.toString());
        keys.setSimpleHttpGet(get);
        keys.setDefaultCacheDuration(config.keySetLifetime().toSeconds());
        keys.setRetainCacheOnErrorDuration(config.keySetRetention().toSeconds());
        return keys;
    }
}
