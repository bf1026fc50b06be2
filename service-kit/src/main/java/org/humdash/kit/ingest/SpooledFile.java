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

    /** Takes a stream to its end. What is left of a broken stream is removed. */
    public static SpooledFile of(InputStream body) throws IOException {
        Path path = Files.createTempFile("humdash-import-", null);
        try (DigestInputStream digesting = new DigestInputStream(body, sha256());
                OutputStream out = Files.newOutputStream(path)) {
            long bytes = digesting.transferTo(out);
            return new SpooledFile(
                    path,
                    bytes,
                    HexFormat.of().formatHex(digesting.getMessageDigest().digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
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
