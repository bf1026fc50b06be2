package org.humdash.kit.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file somebody sent, on disk until it has been read. Telling its form and encoding takes going through it twice. */
public record SpooledFile(Path path, long bytes, String digest) implements AutoCloseable {

    private static final int PIECE = 64 * 1024;

    /** The file could not be written, mostly because the disk for temporary files is full. Nothing of it is left there. */
    public static final class NoRoom extends IOException {

        NoRoom(IOException cause) {
            super("A file that was sent could not be kept", cause);
        }
    }

    /**
     * Takes a stream to its end. What is left of a broken stream is removed.
     *
     * @throws NoRoom if the file cannot be written; any other failure is one of the stream
     */
    public static SpooledFile of(InputStream body) throws IOException {
        MessageDigest digest = sha256();
        Path path = newFile();
        try {
            return new SpooledFile(
                    path,
                    write(new DigestInputStream(body, digest), path),
                    HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static Path newFile() throws NoRoom {
        try {
            return Files.createTempFile("humdash-import-", null);
        } catch (IOException e) {
            throw new NoRoom(e);
        }
    }

    /** @return how many bytes there were */
    private static long write(InputStream body, Path path) throws IOException {
        long bytes = 0;
        byte[] piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                append(out, piece, read);
                bytes += read;
            }
        }
        return bytes;
    }

    private static void append(OutputStream out, byte[] piece, int length) throws NoRoom {
        try {
            out.write(piece, 0, length);
        } catch (IOException e) {
            throw new NoRoom(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
