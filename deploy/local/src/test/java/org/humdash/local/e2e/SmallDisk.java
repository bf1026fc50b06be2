package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A small file system of its own, in memory, which can be made full. */
final class SmallDisk implements AutoCloseable {

    private static final int PIECE = 4096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Ends the test as not done where file systems may not be mounted. */
    static SmallDisk of(int megabytes) throws IOException {
        Path folder = Files.createTempDirectory("humdash-full-");
        if (run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()) != 0) {
            Files.delete(folder);
            abort("NOT TESTED: whoever runs this may not mount a file system, so none can be made full");
        }
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Writes until no more than so many bytes can be written. @return what has to be deleted to have room again */
    Path fill(long left) throws IOException {
        Path filling = folder.resolve("filling");
        byte[] piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(filling)) {
            while (left == 0 || Files.getFileStore(folder).getUsableSpace() > left) {
                out.write(piece);
            }
        } catch (IOException e) {
            assertTrue(left == 0 && Files.size(filling) > 0, e.toString());
        }
        return filling;
    }

    @Override
    public void close() throws IOException {
        assertEquals(0, run("umount", folder.toString()));
        Files.delete(folder);
    }

    private static int run(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join()
                .exitValue();
    }
}
