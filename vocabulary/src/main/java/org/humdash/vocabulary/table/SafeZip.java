package org.humdash.vocabulary.table;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;

/**
 * A zip file that cannot be made to cost more than its size warrants: few entries, a small directory, and no more bytes
 * out than a large workbook has. Nothing is unpacked to disk, so names of entries do no harm.
 */
final class SafeZip implements Closeable {

    static final int MOST_ENTRIES = 2_000;

    /** Of all entries that are read together. A million rows of forty columns are about half of this. */
    static final long MOST_BYTES_OUT = 4L << 30;

    /** Text of tables shrinks to a tenth or a fiftieth; a bomb, to a thousandth. */
    static final int HIGHEST_RATIO = 300;

    /** Below this, no ratio does harm. */
    private static final long HARMLESS = 32L << 20;

    private static final int LARGEST_DIRECTORY = 1 << 20;
    private static final int END_RECORD = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LONGEST_COMMENT = 65_535;

    private final ZipFile zip;
    private long bytesOut;

    private SafeZip(ZipFile zip) {
        this.zip = zip;
    }

    static SafeZip open(Path path) throws IOException {
        checkDirectory(path);
        try {
            return new SafeZip(new ZipFile(path.toFile()));
        } catch (ZipException e) {
            throw damaged(e);
        }
    }

    /** The content of an entry; null if there is none of that name. */
    InputStream content(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        try {
            return new Counted(zip.getInputStream(entry), Math.max(1, entry.getCompressedSize()));
        } catch (ZipException e) {
            throw damaged(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** The directory is read into memory as a whole, so its size is looked at before. */
    private static void checkDirectory(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            int length = (int) Math.min(file.length(), END_RECORD + LONGEST_COMMENT);
            byte[] tail = new byte[length];
            file.seek(file.length() - length);
            file.readFully(tail);
            ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = length - END_RECORD; at >= 0; at--) {
                if (bytes.getInt(at) == END_SIGNATURE) {
                    int entries = Short.toUnsignedInt(bytes.getShort(at + 10));
                    long directory = Integer.toUnsignedLong(bytes.getInt(at + 12));
                    if (entries > MOST_ENTRIES || directory > LARGEST_DIRECTORY) {
                        throw new TableException(
                                Code.UNSAFE_FILE, null, "The workbook has more parts inside than any workbook needs");
                    }
                    return;
                }
            }
            throw damaged(null);
        }
    }

    private static TableException damaged(Exception cause) {
        return new TableException(Code.MALFORMED_XLSX, null, "The workbook is damaged or only half there", cause);
    }

    /** Counts what comes out, of this entry and of all. */
    private final class Counted extends FilterInputStream {

        private final long compressed;
        private long out;

        Counted(InputStream in, long compressed) {
            super(in);
            this.compressed = compressed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count;
            try {
                count = super.read(target, offset, length);
            } catch (ZipException e) {
                throw damaged(e);
            }
            if (count > 0) {
                out += count;
                bytesOut += count;
                if (bytesOut > MOST_BYTES_OUT || out > HARMLESS && out / compressed > HIGHEST_RATIO) {
                    throw new TableException(
                            Code.UNSAFE_FILE, null, "The workbook unpacks to far more than a table of its size does");
                }
            }
            return count;
        }

        @Override
        public long skip(long count) {
            throw new UnsupportedOperationException("All that is unpacked is counted");
        }
    }
}
