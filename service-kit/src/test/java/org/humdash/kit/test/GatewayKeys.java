package org.humdash.kit.test;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Stands for the gateway as far as a service sees it: it publishes a key, and signs with it who is asking. */
public class GatewayKeys implements QuarkusTestResourceLifecycleManager {

    /** The program under test has classes of its own, so they share the key as a property of the Java machine. */
    private static final String KEY = "humdash.test.signing-key";

    private static final int RSA_BITS = 2048;

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            PublicJsonWebKey key = newKey("published");
            System.setProperty(KEY, key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            byte[] published = new JsonWebKeySet(key).toJson().getBytes(StandardCharsets.UTF_8);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks.json", exchange -> {
                exchange.sendResponseHeaders(200, published.length);
                exchange.getResponseBody().write(published);
                exchange.close();
            });
            server.start();
            return Map.of(
                    "humdash.access.key-set-url",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
        System.clearProperty(KEY);
    }

    /** The key that the services were told to believe. */
    public static PublicJsonWebKey published() {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(System.getProperty(KEY));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key that nobody published. */
    public static PublicJsonWebKey newKey(String id) {
        try {
            PublicJsonWebKey key = RsaJwkGenerator.generateJwk(RSA_BITS);
            key.setKeyId(id);
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the gateway says about a caller for the next minute; a test may change it before it is signed. */
    public static JwtClaims claims(String account, String... groups) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("humdash-gateway");
        claims.setAudience("humdash-services");
        claims.setSubject(account);
        claims.setStringListClaim("groups", List.of(groups));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(1);
        return claims;
    }

    /** Signed with the published key. */
    public static String token(String account, String... groups) {
        return signed(claims(account, groups), published());
    }

    public static String signed(JwtClaims claims, PublicJsonWebKey key) {
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
