package org.humdash.vocabulary.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;

/**
 * Ends the reading of XML in which no angle bracket comes for a long time: a parser keeps a whole tag, and at times a
 * whole text, in memory.
 */
final class TagLengthLimit extends FilterInputStream {

    /** Bytes. A cell of a workbook has at most 32,767 characters. */
    private static final int LONGEST = 1 << 20;

    private int length;

    TagLengthLimit(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        int count = super.read(target, offset, wanted);
        for (int i = offset; i < offset + count; i++) {
            length = target[i] == '<' ? 0 : length + 1;
        }
        if (length > LONGEST) {
            throw new TableException(
                    Code.UNSAFE_FILE, null, "A part of the workbook holds a text or a tag without end");
        }
        return count;
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("All that is read is looked at");
    }
}
