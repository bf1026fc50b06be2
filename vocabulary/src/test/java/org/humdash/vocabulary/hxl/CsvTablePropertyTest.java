package org.humdash.vocabulary.hxl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CsvTablePropertyTest {

    private static final Columns COLUMNS = new Columns(Set.of("a"), Set.of("b", "value", "qualifier", "lower"));

    @Property
    void anyBytesAreRowsOrARefusal(@ForAll byte[] bytes) {
        assertReadOrRefused(bytes);
    }

    @Property
    void anyTextUnderAGoodHeaderIsRowsOrARefusal(@ForAll("cells") String text) {
        assertReadOrRefused(("a,b,value,qualifier,lower\n" + text).getBytes(UTF_8));
    }

    /** However the bytes arrive, the characters are those Java itself decodes. */
    @Property
    void utf8IsDecodedWhateverTheSizeOfThePieces(@ForAll String text, @ForAll @IntRange(min = 1, max = 7) int piece)
            throws IOException {
        byte[] bytes = text.replace("\0", "").getBytes(UTF_8);
        StringWriter expected = new StringWriter();
        new InputStreamReader(new ByteArrayInputStream(bytes), UTF_8).transferTo(expected);
        StringWriter decoded = new StringWriter();
        new StrictReader(inPieces(bytes, piece), UTF_8).transferTo(decoded);
        assertEquals(expected.toString().replaceFirst("^\uFEFF", ""), decoded.toString());
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings().withChars("a1,\"\n\r ≥-–غ\u0007").ofMaxLength(60);
    }

    private static void assertReadOrRefused(byte[] bytes) {
        try (CsvTable table = Tables.open(bytes, COLUMNS)) {
            for (Row row : table) {
                row.required("a");
                row.estimate("b");
                row.estimate();
                assertTrue(row.problems().stream().allMatch(problem -> problem.row() == row.number()));
            }
        } catch (TableException e) {
            assertTrue(e.getMessage().length() < 300, e.getMessage());
        }
    }

    private static InputStream inPieces(byte[] bytes, int size) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, size));
            }
        };
    }
}
