package org.humdash.benchmark;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Stands for the gateway before a service that is asked directly: signs that a contributor is asking. */
final class Signer implements AutoCloseable {

    private static final int RSA_BITS = 2048;
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final RsaJsonWebKey key;
    private final HttpServer published;
    private final Clock clock;
    private String token;
    private Instant freshUntil = Instant.EPOCH;

    Signer(Clock clock) throws IOException {
        this.clock = clock;
        try {
            key = RsaJwkGenerator.generateJwk(RSA_BITS);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
        key.setKeyId("benchmark");
        byte[] set = new JsonWebKeySet(key).toJson().getBytes(StandardCharsets.UTF_8);
        published = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        published.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        published.start();
    }

    /** Where the service reads whom to believe. */
    String keySetUrl() {
        return "http://127.0.0.1:" + published.getAddress().getPort() + "/jwks.json";
    }

    /** A token that holds for minutes. As from the gateway, one serves many requests. */
    synchronized String token() {
        Instant now = clock.instant();
        if (!now.isBefore(freshUntil)) {
            token = sign(now);
            freshUntil = now.plus(LIFE.dividedBy(2));
        }
        return token;
    }

    @Override
    public void close() {
        published.stop(0);
    }

    private String sign(Instant now) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("humdash-gateway");
        claims.setAudience("humdash-services");
        claims.setSubject("benchmark");
        claims.setStringListClaim("groups", "contributor", "staff");
        claims.setExpirationTime(NumericDate.fromMilliseconds(now.plus(LIFE).toEpochMilli()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
