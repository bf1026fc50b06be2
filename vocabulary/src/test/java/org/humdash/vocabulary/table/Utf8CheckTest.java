package org.humdash.vocabulary.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8CheckTest {

    @Property
    void saysTheSameAsTheDecoderOfJava(@ForAll("almostUtf8") byte[] bytes, @ForAll @IntRange(max = 20) int start) {
        assertEquals(isDecodable(bytes), passes(bytes, Math.min(start, bytes.length)));
    }

    @Property
    void everyTextPasses(@ForAll String text, @ForAll @IntRange(max = 20) int start) {
        // Half a surrogate pair has no form in UTF-8, and is written as a question mark.
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertTrue(passes(bytes, Math.min(start, bytes.length)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c0af",
                "e080af",
                "f08080af",
                "eda080",
                "edbfbf",
                "f4908080",
                "f5808080",
                "ff",
                "80",
                "61d9",
                "e282",
                "f09f98"
            })
    void whatIsNoCharacterDoesNotPass(String hex) {
        assertFalse(passes(HexFormat.of().parseHex(hex), 0));
    }

    @Test
    void faultBehindManyGoodBytesIsFound() {
        byte[] bytes = new byte[200_000];
        Arrays.fill(bytes, (byte) 'a');
        assertTrue(passes(bytes, 65_536));
        bytes[199_999] = (byte) 0xC8;
        assertFalse(passes(bytes, 65_536));
    }

    /** Bytes that UTF-8 is made of, in any order, and letters between them. */
    @Provide
    Arbitrary<byte[]> almostUtf8() {
        Arbitrary<String> valid = Arbitraries.strings()
                .withChars('a', 'é', 'ق', '€', '\uFFFD')
                .ofMaxLength(12)
                .map(text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
        Arbitrary<String> odd = Arbitraries.of(
                "61", "80", "8f", "90", "9f", "a0", "bf", "c1", "c2", "df", "e0", "e1", "ed", "ef", "f0", "f1", "f4",
                "f5");
        return Arbitraries.frequencyOf(Tuple.of(3, valid), Tuple.of(2, odd))
                .list()
                .ofMaxSize(8)
                .map(parts -> HexFormat.of().parseHex(String.join("", parts)));
    }

    private static boolean passes(byte[] bytes, int start) {
        try {
            return new Utf8Check()
                    .passes(Arrays.copyOf(bytes, start), new ByteArrayInputStream(bytes, start, bytes.length - start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDecodable(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
