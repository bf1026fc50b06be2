package org.humdash.vocabulary.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds out the encoding of a text. All of it is looked at, for the first letter that is not ASCII may stand in the last
 * row. A text that is UTF-8 but for a few damaged bytes is called UTF-8: reading it then fails at the row that is
 * damaged, where any code page would show nonsense in the others.
 */
final class EncodingDetector {

    private static final Charset ARABIC = Charset.forName("windows-1256");
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int CHUNK = 65_536;

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer decoded = CharBuffer.allocate(CHUNK);
    private final LetterStatistics letters = new LetterStatistics();
    private long wellFormed;
    private long malformed;

    private EncodingDetector() {}

    static Charset detect(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(CHUNK);
            Charset wide = byMark(start);
            if (wide == null) {
                wide = byZeros(start);
            }
            if (wide != null) {
                return wide;
            }
            if (new Utf8Check().passes(start, in)) {
                return StandardCharsets.UTF_8;
            }
        }
        // Only a text that is not quite UTF-8 is worth the counting.
        try (InputStream in = Files.newInputStream(file)) {
            return new EncodingDetector().scan(in.readNBytes(CHUNK), in);
        }
    }

    private static Charset byMark(byte[] start) {
        if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        boolean isUtf8 =
                start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        return isUtf8 ? StandardCharsets.UTF_8 : null;
    }

    /**
     * Separators, digits and line ends have a zero byte in UTF-16, before or behind; other texts have none but by damage,
     * and then most of their pairs of bytes are two letters.
     */
    private static Charset byZeros(byte[] start) {
        int bigEndian = 0;
        int littleEndian = 0;
        int letters = 0;
        for (int i = 0; i + 1 < start.length; i += 2) {
            if (start[i] == 0 && start[i + 1] != 0) {
                bigEndian++;
            } else if (start[i] != 0 && start[i + 1] == 0) {
                littleEndian++;
            } else if (isAscii(start[i]) && isAscii(start[i + 1])) {
                letters++;
            }
        }
        if (littleEndian > letters && littleEndian > bigEndian) {
            return StandardCharsets.UTF_16LE;
        }
        return bigEndian > letters && bigEndian > littleEndian ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean isAscii(byte b) {
        return b >= ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private Charset scan(byte[] start, InputStream in) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK + 8);
        bytes.put(start).flip();
        int count = start.length;
        while (count >= 0) {
            if (isAscii(bytes)) {
                bytes.position(bytes.limit());
            } else {
                letters.add(bytes.array(), bytes.limit() - count, count);
                decode(bytes, false);
            }
            bytes.compact();
            count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            bytes.position(bytes.position() + Math.max(0, count)).flip();
        }
        decode(bytes, true);
        if (malformed == 0 || wellFormed >= malformed) {
            return StandardCharsets.UTF_8;
        }
        if (letters.areArabic()) {
            return ARABIC;
        }
        return letters.areUnassignedIn1252() ? StandardCharsets.ISO_8859_1 : WESTERN;
    }

    private static boolean isAscii(ByteBuffer bytes) {
        byte[] array = bytes.array();
        int all = 0;
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            all |= array[i];
        }
        return all >= 0;
    }

    private void decode(ByteBuffer bytes, boolean isAtEnd) {
        CoderResult result;
        do {
            result = utf8.decode(bytes, decoded.clear(), isAtEnd);
            decoded.flip();
            for (int i = 0; i < decoded.limit(); i++) {
                if (decoded.get(i) > 0x7F) {
                    wellFormed++;
                }
            }
            if (result.isError()) {
                malformed++;
                bytes.position(bytes.position() + result.length());
            }
        } while (!result.isUnderflow());
    }
}
