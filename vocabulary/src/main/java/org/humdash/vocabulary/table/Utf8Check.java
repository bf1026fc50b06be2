package org.humdash.vocabulary.table;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Whether bytes are UTF-8 without a fault (RFC 3629: no overlong forms, no surrogates, nothing beyond U+10FFFF). Every
 * file is gone through by it once before it is read, so it makes no characters of the bytes, and looks at eight of them at a
 * time where they are ASCII.
 */
final class Utf8Check {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;
    private static final int CHUNK = 65_536;

    /** How many bytes of a character are still to come. */
    private int toCome;

    /** What the next of them may be: less than 0x80 to 0xBF behind some first bytes. */
    private int least = 0x80;

    private int most = 0xBF;

    /** Goes through a text to its end, or to its first fault. */
    boolean passes(byte[] start, InputStream rest) throws IOException {
        byte[] bytes = start;
        int count = start.length;
        while (count >= 0) {
            if (!passes(bytes, count)) {
                return false;
            }
            bytes = bytes == start ? new byte[CHUNK] : bytes;
            count = rest.read(bytes);
        }
        return toCome == 0;
    }

    private boolean passes(byte[] bytes, int count) {
        int i = 0;
        while (i < count) {
            if (toCome == 0 && i + Long.BYTES <= count && ((long) EIGHT.get(bytes, i) & NOT_ASCII) == 0) {
                i += Long.BYTES;
            } else if (!passes(bytes[i++] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    private boolean passes(int b) {
        if (toCome > 0) {
            boolean isFit = b >= least && b <= most;
            toCome--;
            least = 0x80;
            most = 0xBF;
            return isFit;
        }
        if (b < 0x80) {
            return true;
        }
        if (b < 0xC2 || b > 0xF4) {
            return false;
        }
        toCome = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        switch (b) {
            case 0xE0 -> least = 0xA0;
            case 0xED -> most = 0x9F;
            case 0xF0 -> least = 0x90;
            case 0xF4 -> most = 0x8F;
            default -> {
                // Any byte of a character may follow.
            }
        }
        return true;
    }
}
