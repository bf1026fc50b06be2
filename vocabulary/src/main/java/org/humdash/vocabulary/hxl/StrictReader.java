package org.humdash.vocabulary.hxl;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Reads text of one encoding strictly, a byte-order mark being allowed. Unlike {@link java.io.InputStreamReader} it
 * hands out everything before a malformed byte first, so that whoever reads knows how far the text was good. NUL is
 * malformed too: no text has one, and UTF-16 taken for anything else is full of them.
 */
public final class StrictReader extends Reader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private boolean isAtStart = true;
    private boolean isAtEnd;
    private boolean isNulNext;

    /** @param in closed by {@link #close()} */
    public StrictReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** @param length at least 2, for a character may need as many chars */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length < 2) {
            throw new IllegalArgumentException("Read at least two chars at a time");
        }
        if (isNulNext) {
            throw new CharacterCodingException();
        }
        CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, isAtEnd);
            dropMark(chars);
            if (chars.position() > 0) {
                return countBeforeNul(chars.flip());
            }
            if (result.isError()) {
                result.throwException();
            }
            if (isAtEnd) {
                return -1;
            }
            fill();
        }
    }

    private void dropMark(CharBuffer chars) {
        if (isAtStart && chars.position() > 0) {
            isAtStart = false;
            if (chars.get(0) == BYTE_ORDER_MARK) {
                chars.flip().position(1).compact();
            }
        }
    }

    private int countBeforeNul(CharBuffer chars) throws CharacterCodingException {
        for (int i = 0; i < chars.limit(); i++) {
            if (chars.get(i) == 0) {
                isNulNext = true;
                if (i == 0) {
                    throw new CharacterCodingException();
                }
                return i;
            }
        }
        return chars.limit();
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        isAtEnd = count < 0;
        bytes.position(bytes.position() + Math.max(0, count)).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
