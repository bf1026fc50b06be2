package org.humdash.gateway.apikey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentKeyTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void isReadAsItIsWritten() {
        SentKey key = SentKey.generate(random);

        assertEquals(Optional.of(key), SentKey.parse(key.text()));
    }

    @Test
    void noTwoAreAlike() {
        SentKey one = SentKey.generate(random);
        SentKey other = SentKey.generate(random);

        assertNotEquals(one.id(), other.id());
        assertNotEquals(one.secret(), other.secret());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "humdash_",
                "humdash_0123456789abcdef_",
                "humdash_0123456789ABCDEF_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "humdash_0123456789abcdef_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "humdash_0123456789abcdef_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ",
                "eyJhbGciOiJSUzI1NiJ9.e30.c2ln"
            })
    void otherTextIsNoKey(String text) {
        assertEquals(Optional.empty(), SentKey.parse(text));
    }

    @Test
    void aLogDoesNotHoldItsSecret() {
        SentKey key = SentKey.generate(random);

        assertFalse(key.toString().contains(key.secret()));
    }

    @Test
    void onlyItsOwnSecretMatchesItsHash() {
        SentKey key = SentKey.generate(random);
        SecretHash hash = SecretHash.of(key.secret(), random);

        assertTrue(hash.matches(key.secret()));
        assertFalse(hash.matches(SentKey.generate(random).secret()));
        assertFalse(hash.matches(key.secret().substring(1)));
    }

    @Test
    void theSameSecretHasAnotherHashUnderAnotherSalt() {
        SentKey key = SentKey.generate(random);

        assertNotEquals(
                java.util.HexFormat.of()
                        .formatHex(SecretHash.of(key.secret(), random).hash()),
                java.util.HexFormat.of()
                        .formatHex(SecretHash.of(key.secret(), random).hash()));
    }
}
