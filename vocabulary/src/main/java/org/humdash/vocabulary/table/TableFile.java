package org.humdash.vocabulary.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;

/**
 * A table as it was sent, in a file of its own that {@link #close()} deletes. A stream is not enough: the encoding of a
 * text, the columns of JSON and the order of day and month are known only when all of it was seen.
 *
 * <pre>{@code
 * try (TableFile file = TableFile.spool(body, mostBytes);
 *         DetectedTable table = DetectedTable.open(file.path(), TableOptions.detect())) {
 *     for (RawRow row : table) {
 *         …
 *     }
 * }
 * }</pre>
 */
public final class TableFile implements AutoCloseable {

    private final Path path;
    private final long size;

    private TableFile(Path path, long size) {
        this.path = path;
        this.size = size;
    }

    /**
     * Writes a stream to a temporary file that its owner alone can read. Nothing is left behind if this throws.
     *
     * @param in not closed
     * @param mostBytes the largest file that is taken
     * @throws TableException if it is larger
     */
    public static TableFile spool(InputStream in, long mostBytes) throws IOException {
        Path path = Files.createTempFile("table-", ".tmp");
        try {
            return new TableFile(path, copy(in, path, mostBytes));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    private static long copy(InputStream in, Path path, long mostBytes) throws IOException {
        long size = 0;
        byte[] buffer = new byte[65_536];
        try (OutputStream out = Files.newOutputStream(path)) {
            int count;
            while ((count = in.read(buffer)) >= 0) {
                size += count;
                if (size > mostBytes) {
                    throw new TableException(
                            Code.FILE_TOO_LARGE,
                            null,
                            "The file is larger than " + mostBytes + " bytes. Send it in parts");
                }
                out.write(buffer, 0, count);
            }
        }
        return size;
    }
}
