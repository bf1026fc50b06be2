package org.humdash.local.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * What a file held when it was read from beginning to end.
 *
 * @param bytes its length
 * @param sha256 in lower-case hexadecimal digits
 */
public record CheckedCopy(long bytes, String sha256) {

    private static final int BUFFER = 1 << 16;

    /** Reads a file. */
    public static CheckedCopy read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return transfer(in, null);
        }
    }

    /**
     * Copies a file into one that only its owner may read, and waits until it is on the disk. What is returned was taken
     * from the bytes on their way, so reading the copy again tells whether it was written as it should be.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the target is there already
     */
    public static CheckedCopy copy(Path from, Path to) throws IOException {
        // The source first: when it is gone, no empty file is left in its place.
        try (InputStream in = Files.newInputStream(from);
                FileChannel out = FileChannel.open(
                        to,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            CheckedCopy copied = transfer(in, out);
            out.force(true);
            return copied;
        }
    }

    private static CheckedCopy transfer(InputStream in, FileChannel out) throws IOException {
        MessageDigest digest = newDigest();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
            ByteBuffer piece = ByteBuffer.wrap(buffer, 0, read);
            while (out != null && piece.hasRemaining()) {
                out.write(piece);
            }
            bytes += read;
        }
        return new CheckedCopy(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
