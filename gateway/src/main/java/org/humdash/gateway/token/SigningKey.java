package org.humdash.gateway.token;

import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A pair of keys, of which only the public half is ever written down. */
record SigningKey(String id, RsaJsonWebKey pair, Instant madeAt) {

    private static final int BITS = 2048;
    private static final int ID_BYTES = 12;

    static SigningKey make(Instant now, RandomGenerator random) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        try {
            RsaJsonWebKey pair = RsaJwkGenerator.generateJwk(BITS);
            pair.setKeyId(HexFormat.of().formatHex(id));
            pair.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            pair.setUse("sig");
            return new SigningKey(pair.getKeyId(), pair, now);
        } catch (JoseException e) {
            throw new IllegalStateException("Every Java makes RSA keys", e);
        }
    }

    /** As a JSON Web Key of RFC 7517. */
    String publicKey() {
        return pair.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    String sign(String payload) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(payload);
        signature.setKey(pair.getPrivateKey());
        signature.setKeyIdHeaderValue(id);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The token could not be signed", e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "SigningKey " + id;
    }
}
