package org.humdash.vocabulary.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import org.humdash.vocabulary.hxl.TableException;

/** A program that reads a generated line of a gigabyte and says how it was refused. */
final class GigabyteLine {

    private GigabyteLine() {}

    public static void main(String[] args) throws IOException {
        byte[] piece = args[0].repeat(8192).getBytes(UTF_8);
        InputStream line = new InputStream() {
            private long left = 1L << 30;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int count = (int) Math.min(Math.min(length, piece.length), left);
                System.arraycopy(piece, 0, target, offset, count);
                left -= count;
                return count == 0 ? -1 : count;
            }
        };
        try (TableFile file = TableFile.spool(line, 2L << 30);
                DetectedTable table = DetectedTable.open(file.path(), TableOptions.detect())) {
            System.out.println(table.iterator().hasNext());
        } catch (TableException e) {
            System.out.println(e.code());
        }
    }
}
