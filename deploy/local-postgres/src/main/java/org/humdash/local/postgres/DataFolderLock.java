package org.humdash.local.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a data folder to one program at a time, by a lock on the file {@code <folder>.lock} beside it. */
final class DataFolderLock implements AutoCloseable {

    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws LocalPostgresException if another program holds it */
    static DataFolderLock of(Path folder) {
        Path file = folder.resolveSibling(folder.getFileName() + ".lock");
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return new DataFolderLock(channel);
                }
            } catch (OverlappingFileLockException e) {
                // Held by this very program: answered below like any other's.
            }
            channel.close();
            throw new LocalPostgresException("another program is using the data folder " + folder);
        } catch (IOException e) {
            throw new LocalPostgresException(file + " cannot be locked: " + e, e);
        }
    }

    /** What a temporary folder has, which nobody else knows of. */
    static DataFolderLock none() {
        return new DataFolderLock(null);
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The lock ends with the program at the latest.
        }
    }
}
